import path from "node:path";
import type { Former } from "../../../generator/former.js";
import { formerIn } from "../../../generator/former.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { type GenerateResult, generateWith } from "../../../generator/generate.js";
import type { AllTools } from "../../../generator/tools.js";
import { textHash } from "../../../generator/write/text-hash.js";
import { putTree } from "../../write/support/tree.js";

/** What the cache keeps of a run. */
export const formerOf = (folder: string, files: readonly GeneratedFile[]): Former =>
  formerIn(folder, files.map(({ text, ...file }) => ({ ...file, hash: textHash(text) })));

/** The same, and the modules that it did not have, whose code had to be made. */
export const countedFormer = (folder: string, files: readonly GeneratedFile[]): { readonly former: Former; readonly coded: () => readonly string[] } => {
  const former = formerOf(folder, files);
  const coded: string[] = [];
  return {
    coded: () => coded,
    former: {
      ...former,
      module: (file, fingerprint) => {
        const known = former.module(file, fingerprint);
        if (known === undefined) coded.push(file);
        return known;
      },
    },
  };
};

export const putFiles = (folder: string, files: readonly GeneratedFile[]): void => putTree(folder, Object.fromEntries(files.map((file) => [file.path, file.text])));

export const textsOf = (files: readonly GeneratedFile[]): Readonly<Record<string, string>> => Object.fromEntries(files.map((file) => [file.path, file.text]));

/** A package of a description in `folder`, with or without what an earlier run made. */
export const run = (folder: string, tools: AllTools, former?: Former): Promise<GenerateResult> =>
  generateWith({ input: path.join(folder, "input.json"), cwd: folder, name: "made", build: true, ...(former === undefined ? {} : { former }) }, async () => tools);
