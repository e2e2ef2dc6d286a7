import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { jsonSchemas } from "../../generator/emit/json-schemas.js";
import { holds } from "../../generator/model/interpret.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import type { Plan, PlannedSchema } from "../../generator/plan/plan.js";
import { readSpec } from "../../generator/read-spec.js";
import { createAjv, type Verdict } from "../support/ajv-verdict.js";
import { compilePlan, type Exports, loadDeclarations } from "../support/compile-plan.js";
import { validatorOf } from "../support/load-package.js";
import { judge } from "../support/panel.js";
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

interface Definition {
  readonly name: string;
  readonly schema: unknown;
}

/** `XJsonSchema` of all, as one document. */
const definitionsOf = (plan: Plan): readonly Definition[] => {
  const declarations = [...jsonSchemas.emit({ plan, report: createCollector().report })]
    .flatMap((draft) => ("declarations" in draft ? draft.declarations : []))
    .filter((one) => one.kind === "const" && !one.exported);
  const names = declarations.flatMap((one) => (one.kind === "const" ? [one.name] : []));
  return Object.values(loadDeclarations(declarations, () => undefined, names)) as readonly Definition[];
};

interface Tally {
  schemas: number;
  values: number;
  valid: number;
  readonly faults: string[];
}

const judgeAll = (planned: PlannedSchema, exports: Exports, ajv: Verdict, tally: Tally): void => {
  const { is, validate } = validatorOf(exports, planned.names.type);
  const panel = { is, validate, interpreter: (value: Parameters<Verdict>[0]) => holds(planned.schema, value), others: { Ajv: ajv } };
  const words = wordsOf([planned.schema], [null, true, 0, "", "a", [], {}]);
  tally.schemas += 1;
  for (const value of fc.sample(valuesOf(planned.schema, words), { numRuns: runs, seed: 1 })) {
    const { valid, faults } = judge(value, panel);
    tally.values += 1;
    if (valid) tally.valid += 1;
    for (const fault of faults) if (tally.faults.length < 5) tally.faults.push(`${planned.schema.pointer}: ${fault}: ${JSON.stringify(value).slice(0, 300)}`);
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
    const exports = compilePlan(plan);
    const ajv = createAjv();
    ajv.addSchema({ $id: "https://example.org/corpus", $defs: Object.fromEntries(definitionsOf(plan).map(({ name, schema }) => [name, schema])) });
    const tally: Tally = { schemas: 0, values: 0, valid: 0, faults: [] };
    for (const planned of plan.schemas) {
      const compiled = ajv.compile({ $ref: `https://example.org/corpus#/$defs/${encodeURIComponent(planned.names.type)}` });
      judgeAll(planned, exports, (value) => compiled(value) === true, tally);
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
