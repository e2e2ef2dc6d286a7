import type { JsonValue } from "../../code/json-value.js";
import type { Group } from "../../keywords/keyword.js";
import { isOfType } from "../../keywords/type.js";
import type { JsonType, Schema } from "../../model/schema.js";
import type { Pointer } from "../../source/pointer.js";
import { presentKeywords, simplified } from "./analysis.js";

/** Types that the compiler knows apart. */
type Kind = Exclude<JsonType, "integer">;

/** What the compiler takes a value to be; undefined as long as that is `unknown`. */
export type Kinds = ReadonlySet<Kind> | undefined;

const kinds: readonly Kind[] = ["null", "boolean", "object", "array", "number", "string"];

const kindOfType = (type: JsonType): Kind => (type === "integer" ? "number" : type);

const kindsOfValue = (value: JsonValue): readonly Kind[] => kinds.filter((kind) => isOfType(kind, value));

const both = (left: Kinds, right: Kinds): Kinds =>
  left === undefined || right === undefined ? (left ?? right) : new Set([...left].filter((kind) => right.has(kind)));

const either = (all: readonly Kinds[]): Kinds =>
  all.reduce((left, right) => (left === undefined || right === undefined ? undefined : new Set([...left, ...right])), new Set<Kind>());

/** Of what is unknown nothing can be taken away. */
const less = (known: Kinds, taken: Kinds): Kinds => known && new Set([...known].filter((kind) => taken?.has(kind) !== true));

const listedIn = ({ keywords: { enum: values, const: constant } }: Schema): readonly JsonValue[] | undefined =>
  values ?? (constant === undefined ? undefined : [constant.value]);

/** What a value is known to be once the schema was tested. */
const admitted = (schema: Schema): Kinds => {
  const { type, allOf = [], anyOf, oneOf } = schema.keywords;
  const listed = listedIn(schema);
  return [
    type && new Set(type.map(kindOfType)),
    listed && new Set(listed.flatMap(kindsOfValue)),
    ...allOf.map(admitted),
    anyOf && either(anyOf.map(admitted)),
    oneOf && either(oneOf.map(admitted)),
  ].reduce(both, undefined);
};

/** What a value is known not to be once the schema was refused: all of its types, if it says nothing but types. */
const excluded = ({ keywords, rules }: Schema): Kinds =>
  Object.keys(keywords).length === 1 && rules.length === 0 ? new Set(keywords.type?.map(kindOfType)) : new Set();

/** What a value is known to be once the schema was refused: it is of a type of which something is asked, if that is all that is. */
const refused = (schema: Schema): Kinds => {
  const present = presentKeywords(schema);
  if (present.length === 1 && schema.keywords.not !== undefined) return admitted(schema.keywords.not);
  if (present.length === 0 || schema.rules.length > 0 || listedIn(schema) !== undefined) return undefined;
  const groups = present.flatMap(({ keyword, group }) => (group === "any" || keyword.form === "walk" ? [] : [group]));
  return groups.length < present.length ? undefined : new Set(groups);
};

const after = (known: Kinds, schema: Schema): Kinds => less(both(known, refused(schema)), excluded(schema));

/** What is known of the value at each alternative, by its pointer: it is looked at when those before it were refused. */
const knownAtAlternatives = (anyOf: readonly Schema[], here: Kinds): ReadonlyMap<Pointer, Kinds> => {
  const found = new Map<Pointer, Kinds>();
  let left = here;
  for (const one of anyOf) {
    if (!found.has(one.pointer)) found.set(one.pointer, left);
    left = after(left, one);
  }
  return found;
};

/** What is known of the value where a part of a schema stands. */
export type KnownAt = (part: Schema) => Kinds;

/** For the parts of one schema, if `known` is what was known before it. Worked out once for all of them, when one asks. */
export const createKnownAt = (owner: Schema, group: Group, known: Kinds): KnownAt => {
  const { anyOf = [], if: condition, then, else: otherwise } = owner.keywords;
  const workOut = () => {
    const here = [admitted(owner), group === "any" ? undefined : new Set([group])].reduce(both, known);
    return { here, alternatives: knownAtAlternatives(anyOf, here) };
  };
  let worked: ReturnType<typeof workOut> | undefined;
  return ({ pointer }) => {
    const { here, alternatives } = (worked ??= workOut());
    if (condition !== undefined && pointer === then?.pointer) return both(here, admitted(condition));
    if (condition !== undefined && pointer === otherwise?.pointer) return after(here, condition);
    return alternatives.has(pointer) ? alternatives.get(pointer) : here;
  };
};

/** The kinds of value that a schema tells apart, each with what it asks of them. */
const asked = (schema: Schema): readonly (readonly Kind[])[] => {
  if (schema.always !== undefined) return [];
  const listed = listedIn(schema);
  // a listed value has the right type, so only the value is compared
  if (listed !== undefined) return listed.map(kindsOfValue);
  const groups = presentKeywords(schema).flatMap(({ group }) => (group === "any" ? [] : [[group]]));
  return [...(schema.keywords.type ?? []).map((name) => [kindOfType(name)]), ...groups];
};

/** Does the schema ask for what the value is known not to be? The compiler would refuse the comparison. */
export const clashes = (schema: Schema, known: Kinds): boolean =>
  known !== undefined && asked(simplified(schema)).some((some) => !some.some((kind) => known.has(kind)));
