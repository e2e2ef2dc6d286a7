import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildId } from "./build-id.js";
import type { Target } from "./config/targets.js";
import type { ReportedDiagnostic } from "./diagnostics/report.js";
import type { GeneratedFile } from "./generate-package.js";
import { staleFiles } from "./write/compare-folder.js";
import { readJournal } from "./write/journal.js";
import { textHash } from "./write/text-hash.js";
import { wantedFiles } from "./write/wanted-files.js";

interface HashedFile {
  readonly path: string;
  readonly hash: string;
}

/** What is remembered of one package: what it was made of, what was made, what was said. */
export interface CacheEntry {
  readonly key: string;
  /** Absolute paths. */
  readonly inputs: readonly HashedFile[];
  /** Paths relative to the package's folder. */
  readonly outputs: readonly HashedFile[];
  readonly rendered: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface Made {
  /** Absolute paths of every file that was read. */
  readonly inputs: readonly string[];
  readonly files: readonly GeneratedFile[];
  readonly rendered: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface Cache {
  /** The entry, if the same inputs would give exactly what is on disk. */
  readonly fresh: (target: Target) => CacheEntry | undefined;
  readonly store: (target: Target, made: Made) => void;
}

const read = (file: string): Uint8Array | undefined => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

const isSame = (file: string, { hash: before }: HashedFile): boolean => {
  const data = read(file);
  return data !== undefined && textHash(data) === before;
};

/** Does the folder hold what was made, and nothing that a former run left? */
const isUntouched = (folder: string, outputs: readonly HashedFile[]): boolean =>
  readJournal(folder) === undefined &&
  outputs.every((file) => isSame(path.join(folder, file.path), file)) &&
  staleFiles(folder, outputs.map((file) => file.path)).length === 0;

const parse = (file: string): CacheEntry | undefined => {
  const data = read(file);
  if (data === undefined) return undefined;
  try {
    // the file is ours; a damaged one only costs a run
    const entry = JSON.parse(Buffer.from(data).toString("utf8")) as CacheEntry;
    return Array.isArray(entry.inputs) && Array.isArray(entry.outputs) ? entry : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Decides by hashes of inputs, settings (plain data), tool and outputs whether there is anything to do, before anything heavy is loaded.
 * It lives in `node_modules/.cache`, and nowhere where there is no `node_modules`.
 */
export const createCache = (cwd: string, enabled: boolean, settings: readonly unknown[]): Cache => {
  const modules = path.join(cwd, "node_modules");
  const active = enabled && read(path.join(modules, ".package-lock.json")) !== undefined;
  const fileOf = (target: Target): string => path.join(modules, ".cache", "openapi-sieve", `${textHash(target.out)}.json`);
  const keyOf = (target: Target): string =>
    textHash(JSON.stringify([buildId(), { ...target, levels: [...target.levels] }, ...settings]));
  return {
    fresh: (target) => {
      const entry = active ? parse(fileOf(target)) : undefined;
      if (entry === undefined || entry.key !== keyOf(target)) return undefined;
      return entry.inputs.every((file) => isSame(file.path, file)) && isUntouched(target.out, entry.outputs) ? entry : undefined;
    },
    store: (target, made) => {
      if (!active) return;
      const entry: CacheEntry = {
        key: keyOf(target),
        inputs: made.inputs.map((file) => ({ path: file, hash: textHash(read(file) ?? "") })),
        outputs: wantedFiles(target.out, made.files).map((file) => ({ path: file.path, hash: textHash(file.text) })),
        rendered: made.rendered,
        diagnostics: made.diagnostics,
      };
      const file = fileOf(target);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}.tmp`, JSON.stringify(entry));
      renameSync(`${file}.${process.pid}.tmp`, file);
    },
  };
};
