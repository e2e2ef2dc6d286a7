import { readFileSync } from "node:fs";
import path from "node:path";
import type { GeneratedFile } from "./generate-package.js";
import type { WantedFile } from "./write/compare-folder.js";
import { textHash } from "./write/text-hash.js";

/** A file that a run made. */
export type FormerFile = WantedFile;

/** What an earlier run of the same tool made, as far as it stands there still. */
export interface Former {
  /** Is there nothing that could be taken over? */
  readonly isEmpty: boolean;
  /** The text of a file, if it was made of what has this hash. */
  readonly text: (file: string, madeOf: string) => string | undefined;
  /** All modules of plain types, if they were made of a document with this hash. */
  readonly types: (document: string) => readonly GeneratedFile[] | undefined;
}

/** Texts are not kept a second time: they stand in the folder, and count if their hash is the one that was noted. */
export const formerIn = (folder: string, files: readonly FormerFile[]): Former => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const textOf = (file: FormerFile): string | undefined => {
    try {
      const data = readFileSync(path.join(folder, file.path));
      return textHash(data) === file.hash ? data.toString("utf8") : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    isEmpty: files.length === 0,
    text: (file, madeOf) => {
      const known = byPath.get(file);
      return known === undefined || known.madeOf !== madeOf ? undefined : textOf(known);
    },
    types: (document) => {
      const modules = files.filter(({ typesOf }) => typesOf === document);
      const texts = modules.flatMap((file): readonly GeneratedFile[] => {
        const text = textOf(file);
        return text === undefined ? [] : [{ path: file.path, text, typesOf: document, ...(file.madeOf === undefined ? {} : { madeOf: file.madeOf }) }];
      });
      return modules.length > 0 && texts.length === modules.length ? texts : undefined;
    },
  };
};
