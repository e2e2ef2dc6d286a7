import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { openapiDocument } from "../../generator/emit/openapi-document.js";
import { loadWriteTypes, type WriteTypes } from "../../generator/emit/types.js";
import { textHash } from "../../generator/write/text-hash.js";
import type { Contract } from "../../generator/model/contract.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import type { Plan, PlannedSchema } from "../../generator/plan/plan.js";
import { compilePlan } from "./compile-plan.js";
import { compileStrict } from "./compile-strict.js";
import { validatorOf } from "./load-package.js";
import { shares } from "./said-by-types.js";
import { typeHolds } from "./type-holds.js";
import { typeLiteral } from "./type-literal.js";
import { typeModule } from "./type-module.js";
import { valuesOf } from "./values-of.js";
import { withoutStrangers } from "./without-strangers.js";
import { wordsOf } from "./words.js";

/** A description whose types are tried. */
export interface Described {
  readonly name: string;
  readonly contract: Contract;
  /** Values of its own. */
  readonly examples: readonly JsonValue[];
  /** Further values per schema. */
  readonly values: number;
}

/** One value, with the validator's verdict and what its type must say of it. */
interface Sample {
  readonly of: string;
  readonly pointer: string;
  readonly value: JsonValue;
  /** The codes of its issues. */
  readonly codes: readonly string[];
  /** Does it satisfy as much as types say? */
  readonly said: boolean;
  /** Or as much as TypeScript looks at? */
  readonly saidAtLeast: boolean;
}

/** The same, after the compiler has spoken. */
export interface JudgedSample extends Sample {
  /** What the compiler has against the value; undefined where the type takes it. */
  readonly message: string | undefined;
}

const holds = typeHolds(shares);
const holdsAtLeast = typeHolds(shares, true);

const distinct = (values: readonly JsonValue[]): readonly JsonValue[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

const samplesOf = ({ name, contract, examples, values }: Described, plan: Plan): readonly (readonly [PlannedSchema, Sample])[] => {
  const exports = compilePlan(plan);
  const words = wordsOf(contract.schemaAt.values(), examples);
  return plan.schemas.flatMap((planned) => {
    const { schema, names } = planned;
    const { validate } = validatorOf(exports, names.type);
    return distinct([...examples, ...fc.sample(valuesOf(schema, words), { numRuns: values, seed: 1 })]).map(
      (value): readonly [PlannedSchema, Sample] => [
        planned,
        {
          of: name,
          pointer: schema.pointer,
          value,
          codes: (validate(value).issues ?? []).map(({ code }) => code),
          said: holds(schema, value),
          saidAtLeast: holdsAtLeast(schema, value),
        },
      ],
    );
  });
};

/** A line each. Members that would only bring TypeScript's check for common ones about are left out. */
const lineOf = ({ schema, names }: PlannedSchema, { value }: Sample, index: number): string =>
  `export const value${index}: api.${names.type} = null! as ${typeLiteral(withoutStrangers(value, [schema], holds))};`;

interface Prepared {
  readonly files: readonly (readonly [string, string])[];
  readonly usage: string;
  readonly samples: readonly Sample[];
}

const prepare = async (described: Described, writeTypes: WriteTypes): Promise<Prepared> => {
  const plan = makePlan(described.contract, "sampled", createCollector().report);
  const samples = samplesOf(described, plan);
  const usage = `/${described.name}/usage.ts`;
  const plain = await writeTypes(openapiDocument(described.contract));
  if ("error" in plain) throw new Error(plain.error);
  const lines = ['import type * as api from "./schemas.js";', ...samples.map(([planned, sample], index) => lineOf(planned, sample, index))];
  return {
    files: [
      ...plain.modules.map(({ path, text }) => [`/${described.name}/${path}.ts`, text] as const),
      [`/${described.name}/schemas.ts`, typeModule(plan)],
      [usage, lines.join("\n")],
    ],
    usage,
    samples: samples.map(([, sample]) => sample),
  };
};

/** The line of the first sample, counted from 1. */
const firstLine = 2;

/** Values of every schema of the descriptions, given to its type in one program. Fails where the types do not compile. */
export const judgeTypes = async (all: readonly Described[]): Promise<readonly JudgedSample[]> => {
  const writeTypes = await loadWriteTypes(textHash);
  const prepared: Prepared[] = [];
  for (const described of all) prepared.push(await prepare(described, writeTypes));
  const messages = compileStrict(new Map(prepared.flatMap(({ files }) => files)));
  const usages = new Set(prepared.map(({ usage }) => usage));
  const [broken] = messages.filter(({ file }) => !usages.has(file));
  if (broken !== undefined) throw new Error(`${broken.file}:${broken.line}: ${broken.text}`);
  const byLine = new Map(messages.map(({ file, line, text }) => [`${file}:${line}`, text]));
  return prepared.flatMap(({ usage, samples }) =>
    samples.map((sample, index): JudgedSample => ({ ...sample, message: byLine.get(`${usage}:${firstLine + index}`) })),
  );
};
