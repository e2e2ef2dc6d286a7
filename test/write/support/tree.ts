import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** Paths with texts; folders do not count. */
export type Tree = Readonly<Record<string, string>>;

/** A folder that goes when the test ends. */
export const temporaryFolder = (): string => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "openapi-sieve-write-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const putTree = (folder: string, tree: Tree): void => {
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
};

const filesBelow = (folder: string, below = ""): readonly string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    return entry.isDirectory() ? filesBelow(folder, file) : [file];
  });

/** What a run leaves behind that is killed. */
const isTrace = (file: string): boolean => /^\.openapi-sieve\/(?:journal\.json|lock|(?:lock|claim|pending)-)/.test(file);

const textsOf = (folder: string, files: readonly string[]): Tree => Object.fromEntries([...files].sort().map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));

/** What is in a folder, the traces of runs left out. */
export const treeOf = (folder: string): Tree => textsOf(folder, filesBelow(folder).filter((file) => !isTrace(file)));

export const tracesIn = (folder: string): readonly string[] => filesBelow(folder).filter(isTrace);

export const copyOf = (folder: string): string => {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
};
