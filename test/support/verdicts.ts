import { expect } from "vitest";
import type { JsonValue } from "../../generator/code/json-value.js";
import { holds } from "../../generator/model/interpret.js";
import type { Schema } from "../../generator/model/schema.js";
import type { Issue } from "../../templates/issue.js";
import type { Verdict } from "./ajv-verdict.js";
import type { Validator } from "./load-package.js";
import { valueAtPlace } from "./value-places.js";

/** All that decide about the values of one schema. */
export interface Judges {
  readonly schema: Schema;
  readonly validator: Validator;
  readonly ajv: Verdict | undefined;
}

/** Rules that are written with extensions, of which Ajv knows nothing. */
const extensions = new Set<string>(["ascending", "uniqueBy"]);

/** An issue about a member stands at its key, whether the member is there or not; what holds it is there. */
const leadsSomewhere = (value: JsonValue, { path }: Issue): boolean => valueAtPlace(value, path.slice(0, -1)) !== undefined;

/** The issues of a value, after all forms of the validator, the interpreter and Ajv have said the same. */
export const agreedIssues = (value: JsonValue, { schema, validator, ajv }: Judges): readonly Issue[] => {
  const all = validator.validate(value);
  const early = validator.validate(value, { abortEarly: true });
  const issues = all.issues ?? [];
  const valid = all.issues === undefined;
  const isValidInStandard = issues.every(({ code }) => extensions.has(code));
  expect({
    is: validator.is(value),
    earlyIssues: early.issues ?? [],
    standard: validator.standard["~standard"].validate(value).issues ?? [],
    interpreter: holds(schema, value),
    ajv: ajv?.(value) ?? isValidInStandard,
    someIssue: issues.length > 0,
    lost: issues.filter((issue) => !leadsSomewhere(value, issue)),
  }).toEqual({
    is: valid,
    earlyIssues: issues.slice(0, 1),
    standard: issues,
    interpreter: valid,
    ajv: isValidInStandard,
    someIssue: !valid,
    lost: [],
  });
  return issues;
};
