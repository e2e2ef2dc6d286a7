import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PluginOptions } from "../../../generator/bundlers/plugin-options.js";

const root = path.resolve(import.meta.dirname, "../../..");

/** The plugin for a bundler as it is shipped. */
export const builtPlugin = async <Plugin>(bundler: string): Promise<(options?: PluginOptions) => Plugin> => {
  const { default: plugin } = (await import(pathToFileURL(path.join(root, "dist", `${bundler}.js`)).href)) as { default: (options?: PluginOptions) => Plugin };
  return plugin;
};

/** A small app beside a description, in a folder of its own. */
export interface App {
  readonly folder: string;
  readonly at: (file: string) => string;
  /** Replaces a text that is there once in a file. */
  readonly change: (file: string, from: string | RegExp, to: string) => void;
  /** Writes a file as it is. */
  readonly touch: (file: string) => void;
  /** When each generated file was written last. */
  readonly written: () => Readonly<Record<string, number>>;
}

export const createApp = (): App => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "bundlers-")));
  cpSync(path.join(root, "test/bundlers/app"), folder, { recursive: true });
  const at = (file: string): string => path.join(folder, file);
  return {
    folder,
    at,
    change: (file, from, to) => {
      const text = readFileSync(at(file), "utf8");
      if (text.split(from).length !== 2) throw new Error(`${file} does not have ${JSON.stringify(from)} once`);
      writeFileSync(at(file), text.replace(from, to));
    },
    touch: (file) => writeFileSync(at(file), readFileSync(at(file))),
    written: () =>
      Object.fromEntries(
        readdirSync(at("pets"), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => path.join(parentPath, name))
          .map((file) => [path.relative(folder, file), statSync(file).mtimeMs]),
      ),
  };
};
