import fc from "fast-check";
import { expect } from "vitest";
import { fewDynamic, fewKeywords, fewUnevaluated } from "./few-keywords.js";
import { keysIn } from "./keys-in.js";
import { judge } from "./panel.js";
import { panelOn, valuesNear } from "./schema-panel.js";
import { extents, standardSchema } from "./standard-schema.js";

/** How many schemas are tried, and from which seed they grow. */
export interface Trial {
  readonly schemas: number;
  readonly seed: number;
  /** Values per schema, beside a few of every type. */
  readonly values: number;
}

/** What was tried. */
export interface Tally {
  readonly schemas: number;
  /** Schemas that include themselves, which have no verdict. */
  readonly endless: number;
  readonly values: number;
  readonly valid: number;
  /** Values on which Ajv was asked as well. */
  readonly byAjv: number;
  readonly keywords: ReadonlySet<string>;
  /** The codes of all issues. */
  readonly codes: ReadonlySet<string>;
}

const anySchema = fc
  .oneof({ arbitrary: fewKeywords, weight: 3 }, fewUnevaluated, fewDynamic, ...extents.map((extent) => standardSchema(extent)))
  .map((schema) => ({ $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://example.org/root", ...schema }));

/** Random schemas and values near them; fails with the smallest schema and value about which somebody is of another mind. */
export const judgeSchemas = async ({ schemas, seed, values }: Trial): Promise<Tally> => {
  const tally = { schemas: 0, endless: 0, values: 0, valid: 0, byAjv: 0, keywords: new Set<string>(), codes: new Set<string>() };
  const property = fc.asyncProperty(anySchema, fc.integer(), async (text, valueSeed) => {
    tally.schemas += 1;
    const asked = await panelOn(text);
    if (asked === undefined) {
      tally.endless += 1;
      return;
    }
    for (const keyword of keysIn(text)) tally.keywords.add(keyword);
    for (const value of valuesNear(asked, valueSeed, values)) {
      const { valid, codes, faults } = judge(value, asked.panel);
      expect({ value, faults }).toEqual({ value, faults: [] });
      tally.values += 1;
      if (valid) tally.valid += 1;
      if ("Ajv" in asked.panel.others) tally.byAjv += 1;
      for (const code of codes) tally.codes.add(code);
    }
  });
  await fc.assert(property, { numRuns: schemas, seed });
  return tally;
};
