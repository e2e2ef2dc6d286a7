import { type Code, code, join, raw } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";
import { evaluationOf, type OwnEvaluation } from "./evaluated.js";
import { eachKey, isKnown } from "./further-properties.js";
import { branchesOf, isMet } from "./in-place.js";
import { eachItem } from "./items.js";
import type { Emit, Holds, Walk } from "./keyword.js";
import { itemsOf, membersOf } from "./member.js";
import { isMatch } from "./pattern.js";
import { readSchema } from "./read.js";
import { fail } from "./runtime.js";

const everything = (): Code => raw("true");

const skipping = (tests: readonly Code[]): Code => (tests.length === 0 ? code`` : code`if (${join(tests, " || ")}) continue;\n`);

const namedProperties =
  (emit: Emit): OwnEvaluation =>
  (schema, isRoot) => {
    const { additionalProperties, unevaluatedProperties: further } = schema.keywords;
    if (additionalProperties !== undefined || (further !== undefined && !isRoot)) return [everything];
    const { properties, patternProperties } = schema.keywords;
    // an empty map names nothing, just as none does
    if ((properties?.size ?? 0) === 0 && (patternProperties?.length ?? 0) === 0) return [];
    return [(key) => join([raw("("), join(isKnown(schema, key, emit), " || "), raw(")")], "")];
  };

const evaluatesAllProperties = ({ keywords }: Schema, isRoot: boolean): boolean =>
  keywords.additionalProperties !== undefined || (keywords.unevaluatedProperties !== undefined && !isRoot);

const isEvaluatedProperty = (schema: Schema, value: JsonValue, key: string, interpret: Holds, isRoot: boolean): boolean =>
  evaluatesAllProperties(schema, isRoot) ||
  schema.keywords.properties?.has(key) === true ||
  schema.keywords.patternProperties?.some(({ pattern }) => isMatch(pattern, key)) === true ||
  branchesOf(schema).some(
    (branch) => isMet(branch.when, value, interpret) && isEvaluatedProperty(branch.schema, value, key, interpret, false),
  );

/** Members that neither the schema nor any that it applies in place has evaluated (2020-12 core §11.3). */
export const unevaluatedProperties: Walk<Schema> = {
  name: "unevaluatedProperties",
  form: "walk",
  group: "object",
  read: readSchema,
  walk: (data, value, emit, schema) => {
    if (emit.isTrivial(data)) return code``;
    const { before, tests } = evaluationOf(schema, value, emit, namedProperties(emit));
    const loop = eachKey(value, emit, (key, member) => {
      const checks =
        data.always === false ? emit.reject(raw("true"), fail("failUnevaluatedProperties"), key) : emit.apply(data, member, key);
      return code`${skipping(tests(key))}${checks}`;
    });
    return code`${before}${loop}`;
  },
  holds: (data, value, interpret, schema) =>
    membersOf(value).every(
      ([key, member]) => isEvaluatedProperty(schema, value, key, interpret, true) || interpret.holds(data, member),
    ),
};

/** `contains` evaluates the items that it matches, however many it wants (2020-12 core §10.3.1.3). */
const countedItems =
  (value: Code, emit: Emit): OwnEvaluation =>
  (schema, isRoot) => {
    const { items, unevaluatedItems: further, prefixItems, contains } = schema.keywords;
    if (items !== undefined || (further !== undefined && !isRoot)) return [everything];
    return [
      ...(prefixItems === undefined ? [] : [(index: Code) => code`${index} < ${literal(prefixItems.length)}`]),
      ...(contains === undefined ? [] : [(index: Code) => emit.test(contains, code`${value}[${index}]`, true)]),
    ];
  };

const isEvaluatedItem = (schema: Schema, value: JsonValue, index: number, interpret: Holds, isRoot: boolean): boolean => {
  const { items, prefixItems, contains, unevaluatedItems: further } = schema.keywords;
  const item = itemsOf(value)[index];
  return (
    items !== undefined ||
    (further !== undefined && !isRoot) ||
    index < (prefixItems?.length ?? 0) ||
    (contains !== undefined && item !== undefined && interpret.holds(contains, item)) ||
    branchesOf(schema).some(
      (branch) => isMet(branch.when, value, interpret) && isEvaluatedItem(branch.schema, value, index, interpret, false),
    )
  );
};

/** Items that neither the schema nor any that it applies in place has evaluated (2020-12 core §11.2). */
export const unevaluatedItems: Walk<Schema> = {
  name: "unevaluatedItems",
  form: "walk",
  group: "array",
  read: readSchema,
  walk: (data, value, emit, schema) => {
    if (emit.isTrivial(data)) return code``;
    const { before, tests } = evaluationOf(schema, value, emit, countedItems(value, emit));
    const loop = eachItem(value, 0, emit, (item, index) => {
      const checks =
        data.always === false ? emit.reject(raw("true"), fail("failUnevaluatedItems"), index) : emit.apply(data, item, index);
      return code`${skipping(tests(index))}${checks}`;
    });
    return code`${before}${loop}`;
  },
  holds: (data, value, interpret, schema) =>
    itemsOf(value).every(
      (item, index) => isEvaluatedItem(schema, value, index, interpret, true) || interpret.holds(data, item),
    ),
};
