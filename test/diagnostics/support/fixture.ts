import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Renames } from "../../../generator/plan/renames.js";
import type { EmitterConfig, ReadingConfig } from "../../../generator/config/define-config.js";

/** A folder with a description; below the folder of the code that it is about. */
export interface Fixture {
  /** "ref-unresolved" or "ref-unresolved/in-other-file" */
  readonly name: string;
  readonly code: string;
  readonly folder: string;
  readonly input: string;
  /** Those in the folder, which are applied in the order of their names. */
  readonly overlays: readonly string[];
  /** What `options.json` beside the input says of how it is read. */
  readonly reading: ReadingConfig;
  /** What it says of names. */
  readonly names: Renames;
  /** The operations that are wanted of it, as the same file says. */
  readonly only: readonly string[] | undefined;
  /** Emitters of it, as the same file says. */
  readonly emitters: readonly EmitterConfig[];
}

const root = fileURLToPath(new URL("../", import.meta.url));

const isFixtureFile = (path: string): boolean => /(?:^|\/)(?:input\.(?:yaml|json)|expected\.txt)$/.test(path);

const overlaysIn = (folder: string): readonly string[] => readdirSync(folder).filter((file) => file.startsWith("overlay")).sort();

/** Every folder that holds an input, or what is expected where there is none. */
export const fixtures: readonly Fixture[] = [
  ...new Set(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((path) => path.split(sep).join("/"))
      .filter(isFixtureFile)
      .map(dirname),
  ),
]
  .sort()
  .map((name) => {
    const folder = join(root, name);
    const [code = name] = name.split("/");
    const options = join(folder, "options.json");
    const { names = {}, only, emitters = [], ...reading } = existsSync(options) ? (JSON.parse(readFileSync(options, "utf8")) as ReadingConfig & { readonly names?: Renames; readonly only?: readonly string[]; readonly emitters?: readonly EmitterConfig[] }) : {};
    return { name, code, folder, reading, names, only, emitters, input: existsSync(join(folder, "input.json")) ? "input.json" : "input.yaml", overlays: overlaysIn(folder) };
  });
