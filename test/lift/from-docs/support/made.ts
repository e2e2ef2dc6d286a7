import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { liftCommand } from "../../../../generator/commands/lift.js";
import { liftFromDocs } from "../../../../generator/commands/lift/from-docs.js";
import type { CommandOptions } from "../../../../generator/commands/options.js";
import { readingOf } from "../../../../generator/config/reading.js";
import { readInput } from "../../../../generator/read-input.js";
import type { SourceObject } from "../../../../generator/source/value.js";

export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Texts of documentation, which are not part of this repository. */
export const seeds = path.join(root, "../shared/seeds");

export const hasSeeds = existsSync(seeds);

export interface Made {
  readonly code: number;
  /** Paths of the description and of its overlay; the latter is there if any rule was found. */
  readonly description: string;
  readonly overlay: string | undefined;
  readonly out: string;
  readonly error: string;
}

const options = (cwd: string, inputs: readonly string[], out: string): CommandOptions => ({
  ...{ cwd, inputs, out, overlays: [], only: undefined, strict: false, format: "text", most: 50 },
  ...{ access: { allowOutside: true }, quiet: false, verbose: false, check: false, write: false, interactive: false, fromDocs: false, cache: false },
});

/** `lift --from-docs` on texts, into a folder. */
export const makeFromDocs = async (texts: readonly string[], cwd: string, folder: string, name: string): Promise<Made> => {
  let [out, error] = ["", ""];
  const streams = { out: (text: string) => void (out += text), error: (text: string) => void (error += text), color: false, outColor: false, openTerminal: undefined };
  const code = await liftFromDocs(options(cwd, texts, folder), streams, liftCommand);
  const file = (ending: string): string => path.resolve(cwd, folder, `${name}${ending}`);
  return { code, description: file(".yaml"), overlay: existsSync(file(".overlay.yaml")) ? file(".overlay.yaml") : undefined, out, error };
};

/** A description as one document, with its overlays. */
export const documentOf = async (file: string, overlays: readonly string[] = []): Promise<SourceObject> => {
  const cwd = path.dirname(file);
  const { document, diagnostics } = await readInput(file, cwd, readingOf({ overlays }));
  if (document === undefined) throw new Error(`${file} cannot be read: ${diagnostics.map(({ message }) => message).join("; ")}`);
  return document;
};

export const textOf = (file: string): string => readFileSync(file, "utf8");
