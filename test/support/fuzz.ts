import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parse } from "yaml";
import type { JsonValue } from "../../generator/code/json-value.js";
import { loadWriteTypes } from "../../generator/emit/types.js";
import { textHash } from "../../generator/write/text-hash.js";
import { generateWith } from "../../generator/generate.js";
import { loadTranspile } from "../../generator/print/transpile.js";
import { readTemplates } from "../../generator/templates.js";
import type { AllTools } from "../../generator/tools.js";
import { edits, mutate } from "./mutate.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const filesBelow = (folder: string, wanted: RegExp): readonly string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .map((file) => path.join(root, folder, file))
        .filter((file) => wanted.test(file) && statSync(file).isFile())
        .sort()
    : [];

/** Descriptions of the fixtures, and those of the corpora where they are, up to a size in bytes. */
export const descriptions = (largest: number): readonly string[] =>
  [
    ...filesBelow("test", /[\\/](?:spec|input)\.(?:ya?ml|json)$/),
    ...filesBelow("spec", /\.yaml$/),
    ...filesBelow("../shared/corpora/fixtures", /\.(?:ya?ml|json)$/),
    ...filesBelow("../shared/corpora/openapi", /\.(?:ya?ml|json)$/),
  ].filter((file) => statSync(file).size <= largest);

/** A document as plain data; undefined where the file is none. */
export const documentIn = (file: string): JsonValue | undefined => {
  try {
    const text = readFileSync(file, "utf8");
    const value: unknown = file.endsWith(".json") ? JSON.parse(text) : parse(text, { logLevel: "silent", maxAliasCount: 100 });
    // aliases are written out, and refused where they have no end
    return JSON.parse(JSON.stringify(value)) as JsonValue;
  } catch {
    return undefined;
  }
};

export const isDescription = (document: JsonValue | undefined): document is JsonValue =>
  typeof document === "object" && document !== null && "openapi" in document;

/** All that can fail is real: types, printing, and the reading of what was printed. It is not laid out. */
const fuzzTools = async (): Promise<AllTools> => ({
  ...{ templates: readTemplates(), writeTypes: await loadWriteTypes(textHash), transpile: loadTranspile() },
  formatWith: async () => async (text) => text,
  close: async () => {},
});

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  readonly files: readonly string[];
  /** Ends the run early, in milliseconds. */
  readonly atMost?: number;
}

export interface FuzzResult {
  /** Runs that gave a package, and those that gave diagnostics. */
  readonly made: number;
  readonly refused: number;
  /** What went wrong: the file, the edits and the error. */
  readonly failures: readonly string[];
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error)).split("\n").slice(0, 8).join("\n");

/** The first lines of a stack, by which failures of one cause are told from others. */
const causeOf = (failure: string): string => failure.split("\n").slice(1, 4).join("\n");

/**
 * Mutated copies of descriptions, through the whole pipeline. Each gives a package, or an error among the diagnostics;
 * every diagnostic has a place that exists. Of failures with the same cause the first is kept.
 */
export const fuzz = async ({ runs, seed, files, atMost = Infinity }: FuzzOptions): Promise<FuzzResult> => {
  const documents = new Map(files.map((file) => [file, documentIn(file)] as const).filter(([, document]) => isDescription(document)));
  const tools = await fuzzTools();
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-fuzz-"));
  const input = path.join(folder, "mutated.json");
  const failures = new Map<string, string>();
  const counts = { made: 0, refused: 0 };
  const until = performance.now() + atMost;
  const samples = fc.sample(fc.tuple(fc.constantFrom(...documents.keys()), edits), { numRuns: runs, seed });
  for (const [file, all] of samples) {
    if (performance.now() > until) break;
    writeFileSync(input, JSON.stringify(mutate(documents.get(file) ?? null, all)));
    const failed = (why: string): void => {
      const failure = `${path.relative(root, file)} ${JSON.stringify(all)}\n${why}`;
      if (!failures.has(causeOf(failure))) failures.set(causeOf(failure), failure);
    };
    try {
      const result = await generateWith({ input, cwd: folder, name: "fuzz", build: true }, async () => tools);
      const hasErrors = result.diagnostics.some(({ severity }) => severity === "error");
      if (hasErrors) counts.refused += 1;
      else counts.made += 1;
      if (hasErrors === result.files.length > 0) failed(hasErrors ? "there are errors and files" : "there are neither errors nor files");
      for (const diagnostic of result.diagnostics)
        if (diagnostic.target !== undefined && result.locate(diagnostic.target) === undefined) failed(`${diagnostic.code} has no place: ${diagnostic.target.pointer}`);
    } catch (error) {
      failed(stackOf(error));
    }
  }
  rmSync(folder, { recursive: true });
  return { ...counts, failures: [...failures.values()] };
};
