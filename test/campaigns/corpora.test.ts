import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Declaration, ModuleDraft } from "../../generator/code/declaration.js";
import type { JsonValue } from "../../generator/code/json-value.js";
import { runtimeExport } from "../../generator/compile/runtime.js";
import { scriptText } from "../../generator/compile/script-text.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { jsonSchemas } from "../../generator/emit/json-schemas.js";
import { validatorModule } from "../../generator/emit/validation/validator.js";
import { holds } from "../../generator/model/interpret.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import type { Plan, PlannedSchema } from "../../generator/plan/plan.js";
import { loadStrip } from "../../generator/print/transpile.js";
import { readSpec } from "../../generator/read-spec.js";
import { createAjv } from "../support/ajv-verdict.js";
import { validatorOf } from "../support/load-package.js";
import { valuesOf } from "../support/values-of.js";
import { wordsOf } from "../support/words.js";

// npm run campaign:corpora. All documents of ../shared/corpora: each schema compiles, and values get Ajv's verdict.

const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));

/** Values per schema; CORPORA_VALUES asks for more. */
const runs = Number(process.env["CORPORA_VALUES"] ?? 40);

const wanted = process.env["CORPORA_ONLY"] ?? "";

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(path.join(corpora, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .map((file) => path.posix.join(folder, file))
    .filter((file) => file.includes(wanted))
    .sort();

const files = existsSync(corpora) ? ["openapi", "fixtures"].flatMap(filesBelow) : [];

type Exports = Readonly<Record<string, unknown>>;

const strip = loadStrip();

/** Runs declarations; what they import of other modules is asked for when it is called. */
const load = (declarations: readonly Declaration[], find: (module: string, name: string) => unknown, names: readonly string[]): Exports => {
  const { text, imports } = scriptText(declarations);
  const script = `${strip(text)}\nreturn { ${names.join(", ")} };`;
  return new Function(...imports.map(({ alias }) => alias), script)(
    ...imports.map(({ module, name }) =>
      module.startsWith("runtime/") ? find(module, name) : (...values: readonly unknown[]) => (find(module, name) as (...all: readonly unknown[]) => unknown)(...values),
    ),
  ) as Exports;
};

const namesOf = (draft: ModuleDraft): readonly string[] =>
  draft.declarations.flatMap((one) => ((one.kind === "function" || one.kind === "const") && one.exported ? [one.name] : []));

/** Every validator of a plan, linked in process. */
const compileAll = (plan: Plan): Exports => {
  const modules = new Map<string, Exports>();
  const find = (module: string, name: string): unknown => (module.startsWith("runtime/") ? runtimeExport(module, name) : modules.get(module)?.[name]);
  for (const planned of plan.schemas) {
    const draft = validatorModule(planned, plan);
    modules.set(draft.path, load(draft.declarations, find, namesOf(draft)));
  }
  return Object.assign({}, ...modules.values()) as Exports;
};

interface Definition {
  readonly name: string;
  readonly schema: unknown;
}

/** `XJsonSchema` of all, as one document. */
const definitionsOf = (plan: Plan): readonly Definition[] => {
  const declarations = jsonSchemas
    .emit({ plan, report: createCollector().report })
    .flatMap((draft) => ("declarations" in draft ? draft.declarations : []))
    .filter((one) => one.kind === "const" && !one.exported);
  const names = declarations.flatMap((one) => (one.kind === "const" ? [one.name] : []));
  return Object.values(load(declarations, () => undefined, names)) as readonly Definition[];
};

interface Tally {
  schemas: number;
  values: number;
  valid: number;
  readonly faults: string[];
}

const judge = (planned: PlannedSchema, exports: Exports, ajv: (value: JsonValue) => boolean, tally: Tally): void => {
  const validator = validatorOf(exports, planned.names.type);
  const words = wordsOf([planned.schema], [null, true, 0, "", "a", [], {}]);
  tally.schemas += 1;
  for (const value of fc.sample(valuesOf(planned.schema, words), { numRuns: runs, seed: 1 })) {
    const is = validator.is(value);
    const all = validator.validate(value).issues;
    const first = validator.validate(value, { abortEarly: true }).issues;
    tally.values += 1;
    if (is) tally.valid += 1;
    const say = (what: string): void =>
      void (tally.faults.length < 5 && tally.faults.push(`${planned.schema.pointer}: ${what}: ${JSON.stringify(value).slice(0, 300)} ${JSON.stringify(all?.[0])}`));
    if ((all === undefined) !== is || (first === undefined) !== is) say("the modes disagree");
    else if (all?.length === 0) say("refused without an issue");
    else if (holds(planned.schema, value) !== is) say(`${is ? "accepted" : "refused"}, unlike the interpreter`);
    else if (ajv(value) !== is && !(all ?? []).some(({ code }) => code === "ascending" || code === "uniqueBy"))
      say(`${is ? "accepted" : "refused"}, unlike Ajv`);
  }
};

const total = { documents: 0, unread: 0, schemas: 0, values: 0, valid: 0 };

describe.skipIf(files.length === 0)("documents of the corpora", () => {
  test.each(files)("%s", { timeout: 600_000 }, (file) => {
    const { contract } = readSpec(path.join(corpora, file), process.cwd());
    if (contract === undefined) {
      total.unread += 1;
      return;
    }
    const plan = makePlan(contract, "corpus", createCollector().report);
    const exports = compileAll(plan);
    const ajv = createAjv();
    ajv.addSchema({ $id: "https://example.org/corpus", $defs: Object.fromEntries(definitionsOf(plan).map(({ name, schema }) => [name, schema])) });
    const tally: Tally = { schemas: 0, values: 0, valid: 0, faults: [] };
    for (const planned of plan.schemas) {
      const compiled = ajv.compile({ $ref: `https://example.org/corpus#/$defs/${encodeURIComponent(planned.names.type)}` });
      judge(planned, exports, (value) => compiled(value) === true, tally);
    }
    total.documents += 1;
    total.schemas += tally.schemas;
    total.values += tally.values;
    total.valid += tally.valid;
    expect(tally.faults).toEqual([]);
  });

  test("in all", () => {
    console.log(`corpora: ${JSON.stringify(total)}`);
    expect(total.schemas).toBeGreaterThan(0);
  });
});
