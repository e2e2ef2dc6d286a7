import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { type GeneratedFile, generatePackage, type Tools } from "../../generator/generate-package.js";
import type { Contract } from "../../generator/model/contract.js";
import { rulesTold } from "../../generator/explain.js";
import { readInput } from "../../generator/read-input.js";

/** What became of one document. */
export interface Row {
  /** Path below the corpora. */
  readonly document: string;
  readonly operations: number;
  readonly filterFields: number;
  /** Operators beside `equals`. */
  readonly operators: number;
  /** Operators that can be negated, `equals` among them. */
  readonly negations: number;
  readonly rules: number;
  /** How often each was reported. */
  readonly diagnostics: ReadonlyMap<string, number>;
  readonly errors: number;
  /** Of `src/`; none where the document was refused. */
  readonly files: number;
  readonly characters: number;
}

export interface Measured {
  readonly row: Row;
  readonly files: readonly GeneratedFile[];
  readonly contract: Contract | undefined;
  readonly milliseconds: number;
}

/** Beside the project during development; elsewhere CORPORA names the folder. */
export const corpora = process.env["CORPORA"] ?? fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(path.join(corpora, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/")))
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .sort((left, right) => (left < right ? -1 : 1));

/** Every document of the corpora, in the order of their paths; none where there are no corpora. */
export const documents = (): readonly string[] => (existsSync(corpora) ? ["openapi", "fixtures"].flatMap(filesBelow) : []);

const sum = <Thing>(things: Iterable<Thing>, count: (thing: Thing) => number): number => [...things].reduce((total, thing) => total + count(thing), 0);

const tallied = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
};

const understood = (contract: Contract | undefined): Pick<Row, "operations" | "filterFields" | "operators" | "negations" | "rules"> => {
  const operations = contract?.operations ?? [];
  const fields = operations.flatMap(({ filters }) => filters?.fields ?? []);
  const operators = fields.flatMap((field) => field.operators);
  return {
    operations: operations.length,
    filterFields: fields.length,
    operators: operators.filter(({ name, plain }) => name !== "equals" && plain !== undefined).length,
    negations: operators.filter(({ negated }) => negated !== undefined).length,
    rules: sum(contract?.schemaAt.values() ?? [], (schema) => rulesTold(schema).length) + sum(operations, ({ queryRules }) => queryRules.length),
  };
};

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** Reads and generates one document, in memory and not formatted; `folder` has it and what it refers to. */
export const measure = async (document: string, tools: Tools, folder = corpora): Promise<Measured> => {
  const begin = performance.now();
  const { contract, diagnostics: found } = await readInput(path.join(folder, document), folder);
  const made = contract === undefined || found.some(isError) ? undefined : await generatePackage(contract, "corpus", tools, { representation: {}, names: {}, levels: new Map(), packageJson: {} });
  const diagnostics = [...found, ...(made?.diagnostics ?? [])];
  const files = (made?.files ?? []).filter(({ path: file }) => file.startsWith("src/"));
  const row: Row = {
    document,
    ...understood(contract),
    diagnostics: tallied(diagnostics),
    errors: diagnostics.filter(isError).length,
    files: files.length,
    characters: sum(files, ({ text }) => text.length),
  };
  return { row, files: made?.files ?? [], contract: made === undefined ? undefined : contract, milliseconds: performance.now() - begin };
};
