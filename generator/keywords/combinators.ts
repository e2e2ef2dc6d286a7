import { type Code, code, empty, isEmpty, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Schema } from "../model/schema.js";
import type { Assertion, Companion, Emit, Fail } from "./keyword.js";
import { choiceHolds, choicesOf, choiceTest, explainChoice } from "./discriminator.js";
import { isNull } from "./is-null.js";
import { marksOf } from "./marks.js";
import { readSchema, readSchemaList } from "./read.js";
import { fail, failUnion } from "./runtime.js";
import { isOfType } from "./type.js";

/** Does the schema check its value in more than one way? */
export const checksMore = (schema: Schema): boolean => Object.keys(schema.keywords).filter((name) => name !== "type").length > 1;

/** The member without listed values that the types beside it exclude: a comparison with them would not compile. */
const within = ({ keywords: { type } }: Schema, member: Schema): Schema => {
  const { const: constant, ...keywords } = member.keywords;
  const listed = keywords.enum ?? (constant === undefined ? undefined : [constant.value]);
  const possible = listed?.filter((value) => type?.some((name) => isOfType(name, value)) ?? true);
  return possible?.length === listed?.length ? member : { ...member, keywords: { ...keywords, enum: possible ?? [] } };
};

const isCombined = ({ keywords: { allOf, anyOf, oneOf, not, if: condition } }: Schema): boolean =>
  (allOf ?? anyOf ?? oneOf ?? not ?? condition) !== undefined;

/** The test of a member of `schema`; `shared` where other checks of the value come after it. */
const memberTest = (schema: Schema, member: Schema, value: Code, emit: Emit, shared: boolean): Code =>
  emit.test(within(schema, member), value, shared || (schema.keywords.type !== undefined && isCombined(member)));

const tests = (data: readonly Schema[], value: Code, emit: Emit, schema: Schema, shared = checksMore(schema)): readonly Code[] =>
  data.map((member) => code`(${memberTest(schema, member, value, emit, shared)})`);

const applyAll = (data: readonly Schema[], value: Code, emit: Emit): Code =>
  join(data.map((schema) => emit.apply(schema, value)), "");

export const allOf: Assertion<readonly Schema[]> = {
  name: "allOf",
  form: "assertion",
  group: "any",
  read: readSchemaList,
  inPlace: (data) => data,
  test: (data, value, emit, schema) => {
    const checked = data.filter((member) => !emit.isTrivial(member));
    const shared = checked.length > 1 || checksMore(schema);
    return checked.length === 0 ? code`true` : join(tests(checked, value, emit, schema, shared), " && ");
  },
  fail: () => fail("failNever"),
  explain: applyAll,
  holds: (data, value, interpret) => data.every((schema) => interpret.holds(schema, value)),
};

/** Does the schema plainly say that it does not take null? */
const refusesNull = ({ always, keywords }: Schema, depth = 4): boolean => {
  const { type, enum: values, const: constant, $ref } = keywords;
  if (always === false || type?.includes("null") === false || values?.includes(null) === false) return true;
  return (constant !== undefined && constant.value !== null) || (depth > 0 && $ref !== undefined && refusesNull($ref.schema(), depth - 1));
};

/** `anyOf: [X, { type: "null" }]` is how 3.1 writes a nullable reference: what fails is told of X, not of the union. */
const explainNullable = (data: readonly Schema[], value: Code, emit: Emit): Code | undefined => {
  const others = data.filter((schema) => !isNull(schema));
  const [only] = others;
  if (only === undefined || others.length !== 1 || data.length !== 2) return undefined;
  return code`if (${value} !== null) {\n${emit.apply(only, value)}}\n`;
};

/** [(sink) => { …; return false; }, …]: each says what keeps the value from one branch, into a sink of its own. */
const branches = (data: readonly Schema[], value: Code, sink: Code, emit: Emit): Code => {
  const told = data.flatMap((schema) => {
    const statements = emit.apply(schema, value);
    return isEmpty(statements) ? [] : [code`(${sink}) => {\n${statements}return false;\n}`];
  });
  return code`[${join(told, ", ")}]`;
};

/** Null is seldom what was meant by a value that is not null. */
const meant = (data: readonly Schema[]): readonly Schema[] => {
  const others = data.filter((schema) => !isNull(schema));
  return others.length === 0 ? data : others;
};

/** The fields that tell by being there which branch of the union is meant. */
const tellingFields = (keyword: "anyOf" | "oneOf", { variants = [] }: Schema): readonly string[] => {
  const rule = variants.find((union) => union.keyword === keyword)?.rule;
  return [...new Set((rule?.groups ?? []).flatMap((group) => group.map(({ name }) => name)))];
};

/** The failure of a union, which tells of the branch that the value is closest to. */
const failClosest =
  (name: string, details: readonly Code[], telling: readonly string[], data: readonly Schema[], value: Code, emit: Emit): Fail =>
  (sink, path) => {
    const more = telling.length === 0 ? [] : [literal(telling)];
    return failUnion(name, ...details, literal(marksOf(data)), branches(meant(data), value, sink, emit), ...more)(sink, path);
  };

export const anyOf: Assertion<readonly Schema[]> = {
  name: "anyOf",
  form: "assertion",
  group: "any",
  read: readSchemaList,
  inPlace: (data) => data,
  test: (data, value, emit, schema) => {
    const choices = choicesOf(data, schema);
    if (choices !== undefined) return choiceTest(choices, value, emit);
    return data.some(emit.isTrivial) ? code`true` : join(tests(data, value, emit, schema), " || ");
  },
  fail: () => fail("failNever"),
  explain: (data, value, emit, schema) => {
    const choices = choicesOf(data, schema);
    if (choices !== undefined) return explainChoice(choices, value, emit);
    if (data.some(emit.isTrivial)) return empty;
    const nullable = explainNullable(data, value, emit);
    if (nullable !== undefined) return nullable;
    const failing = code`!(${join(tests(data, value, emit, schema), " || ")})`;
    return emit.reject(failing, failClosest("failAnyOf", [], tellingFields("anyOf", schema), data, value, emit));
  },
  holds: (data, value, interpret, schema) => {
    const choices = choicesOf(data, schema);
    return choices === undefined ? data.some((one) => interpret.holds(one, value)) : choiceHolds(choices, value, interpret);
  },
};

const count = (data: readonly Schema[], value: Code, emit: Emit, schema: Schema): Code =>
  join(data.map((member) => code`Number(${memberTest(schema, member, value, emit, false)})`), " + ");

export const oneOf: Assertion<readonly Schema[]> = {
  name: "oneOf",
  form: "assertion",
  group: "any",
  read: readSchemaList,
  inPlace: (data) => data,
  test: (data, value, emit, schema) => {
    const choices = choicesOf(data, schema);
    return choices === undefined ? code`${count(data, value, emit, schema)} === 1` : choiceTest(choices, value, emit);
  },
  fail: () => fail("failNever"),
  explain: (data, value, emit, schema) => {
    const choices = choicesOf(data, schema);
    if (choices !== undefined) return explainChoice(choices, value, emit);
    // null must match one form, not both
    const nullable = data.some((one) => refusesNull(one)) ? explainNullable(data, value, emit) : undefined;
    if (nullable !== undefined) return nullable;
    const matches = emit.fresh("matches");
    return code`const ${matches} = ${count(data, value, emit, schema)};\n${emit.reject(code`${matches} !== 1`, failClosest("failOneOf", [matches], tellingFields("oneOf", schema), data, value, emit))}`;
  },
  holds: (data, value, interpret, schema) => {
    const choices = choicesOf(data, schema);
    if (choices !== undefined) return choiceHolds(choices, value, interpret);
    return data.filter((one) => interpret.holds(one, value)).length === 1;
  },
};

export const not: Assertion<Schema> = {
  name: "not",
  form: "assertion",
  group: "any",
  read: readSchema,
  inPlace: (data) => [data],
  test: (data, value, emit, schema) => code`!(${memberTest(schema, data, value, emit, checksMore(schema))})`,
  fail: () => fail("failNot"),
  holds: (data, value, interpret) => !interpret.holds(data, value),
};

const branch = (schema: Schema, chosen: Schema | undefined, value: Code, emit: Emit): Code =>
  chosen === undefined ? code`true` : memberTest(schema, chosen, value, emit, false);

/** `if` alone asserts nothing (2020-12 core §10.2.2.1). */
export const ifKeyword: Assertion<Schema> = {
  name: "if",
  form: "assertion",
  group: "any",
  read: readSchema,
  inPlace: (data) => [data],
  test: (data, value, emit, schema) => {
    const { then, else: otherwise } = schema.keywords;
    if (then === undefined && otherwise === undefined) return code`true`;
    const condition = memberTest(schema, data, value, emit, true);
    return code`(${condition} ? ${branch(schema, then, value, emit)} : ${branch(schema, otherwise, value, emit)})`;
  },
  fail: () => fail("failNever"),
  explain: (data, value, emit, schema) => {
    const apply = (chosen: Schema | undefined): Code => (chosen === undefined ? empty : emit.apply(chosen, value));
    const [then, otherwise] = [apply(schema.keywords.then), apply(schema.keywords.else)];
    if (isEmpty(then) && isEmpty(otherwise)) return empty;
    const condition = memberTest(schema, data, value, emit, true);
    if (isEmpty(then)) return code`if (!(${condition})) {\n${otherwise}}\n`;
    return code`if (${condition}) {\n${then}}${isEmpty(otherwise) ? empty : code` else {\n${otherwise}}`}\n`;
  },
  holds: (data, value, interpret, schema) => {
    const chosen = interpret.holds(data, value) ? schema.keywords.then : schema.keywords.else;
    return chosen === undefined || interpret.holds(chosen, value);
  },
};

const branchKeyword = (name: string): Companion<Schema> => ({
  name,
  form: "companion",
  group: "any",
  read: readSchema,
  inPlace: (data) => [data],
});

export const thenKeyword = branchKeyword("then");

export const elseKeyword = branchKeyword("else");
