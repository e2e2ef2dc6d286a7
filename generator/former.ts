import { readFileSync } from "node:fs";
import path from "node:path";
import type { ModuleOutline } from "./code/outline.js";
import type { GeneratedFile } from "./generate-package.js";
import type { WantedFile } from "./write/compare-folder.js";
import { textHash } from "./write/text-hash.js";

/** A file that a run made. */
export type FormerFile = WantedFile;

/** A module of an earlier run, as a file and as others have to know of it. */
export interface FormerModule {
  readonly file: GeneratedFile;
  readonly outline: ModuleOutline;
}

/** What an earlier run of the same tool made, as far as it stands there still. */
export interface Former {
  /** Is there nothing that could be taken over? */
  readonly isEmpty: boolean;
  /** The text of a file, if it was made of what has this hash. */
  readonly text: (file: string, madeOf: string) => string | undefined;
  /** A module, if it was made of the part of a plan that has this fingerprint. */
  readonly module: (file: string, fingerprint: string) => FormerModule | undefined;
  /** All modules of plain types, if they were made of a document with this hash. */
  readonly types: (document: string) => readonly GeneratedFile[] | undefined;
  /** What `WriteTypes` wants of an earlier document; empty if there is nothing. */
  readonly keptTypes: () => string;
}

const withText = ({ hash: _, ...file }: FormerFile, text: string): GeneratedFile => ({ ...file, text });

/** Texts of files are not kept a second time: they stand in the folder, and count if their hash is the one that was noted. */
export const formerIn = (folder: string, files: readonly FormerFile[], keptTypes: () => string = () => ""): Former => {
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
    keptTypes,
    text: (file, madeOf) => {
      const known = byPath.get(file);
      return known === undefined || known.madeOf !== madeOf ? undefined : textOf(known);
    },
    module: (file, fingerprint) => {
      const known = byPath.get(file);
      if (known?.module?.fingerprint !== fingerprint) return undefined;
      const text = textOf(known);
      return text === undefined ? undefined : { file: withText(known, text), outline: known.module.outline };
    },
    types: (document) => {
      const modules = files.filter(({ typesOf }) => typesOf === document);
      const texts = modules.flatMap((file): readonly GeneratedFile[] => {
        const text = textOf(file);
        return text === undefined ? [] : [withText(file, text)];
      });
      return modules.length > 0 && texts.length === modules.length ? texts : undefined;
    },
  };
};
