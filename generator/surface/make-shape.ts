import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";
import { kindOf, type Rule } from "../rules/index.js";
import type { Entries, Shape, SurfaceRule } from "./shape.js";

export const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Keys of rules that say where and not what. */
const places: ReadonlySet<string> = new Set(["pointer", "places"]);

const withoutPlaces = (value: unknown): JsonValue => {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).filter(([key]) => !places.has(key)).map(([key, member]) => [key, withoutPlaces(member)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
};

const isRuleData = (value: JsonValue): value is SurfaceRule["rule"] => typeof value === "object" && value !== null && "kind" in value;

/** The rules as data, sorted by what they say. */
export const surfaceRules = (rules: readonly Rule[]): readonly SurfaceRule[] =>
  rules
    .flatMap((one): readonly SurfaceRule[] => {
      const rule = withoutPlaces(one);
      return isRuleData(rule) ? [{ says: kindOf(one).sentence(one), at: one.pointer, rule }] : [];
    })
    .sort((left, right) => byCodeUnit(left.says, right.says) || byCodeUnit(left.at, right.at));

export interface ShapeContext {
  /** The `id` under which a schema that a reference leads to stands in the surface. */
  readonly idOf: (schema: Schema) => string;
  /** The `id` of a schema that has a type of its own, though it stands here. */
  readonly nameOf: (schema: Schema) => string | undefined;
  /** What the type demands of a schema, where that is more than `required`. */
  readonly demandedByType: (schema: Schema) => readonly string[];
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

const sortedValues = (values: readonly JsonValue[]): readonly JsonValue[] =>
  [...values].map((value) => ({ value, key: JSON.stringify(value) })).sort((left, right) => byCodeUnit(left.key, right.key)).map(({ value }) => value);

const entries = <Value, Made>(members: Iterable<readonly [string, Value]> | undefined, make: (value: Value) => Made): Entries<Made> | undefined =>
  members === undefined ? undefined : [...members].map(([name, value]) => [name, make(value)] as const).sort(([left], [right]) => byCodeUnit(left, right));

type Members<Value> = ReadonlyMap<string, Value> | undefined;

/** What `dependencies` said before it became two keywords. */
const joined = <Value, Made>(own: Members<Value>, older: Members<Value>, make: (value: Value) => Made): Entries<Made> | undefined =>
  own === undefined && (older?.size ?? 0) === 0 ? undefined : entries([...(own ?? []), ...(older ?? [])], make);

const when = <Value, Made>(value: Value | undefined, make: (value: Value) => Made): Made | undefined => (value === undefined ? undefined : make(value));

const flag = (value: boolean | undefined): true | undefined => (value === true ? true : undefined);

/** Members that are undefined are left out, so that equal shapes are equal texts. */
const defined = <Members extends object>(members: Members): { [Key in keyof Members]: Exclude<Members[Key], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [Key in keyof Members]: Exclude<Members[Key], undefined> };

/** What stands for a schema: its name where it has one. */
export const shapeOf = (schema: Schema, context: ShapeContext): Shape => {
  const name = context.nameOf(schema);
  return name === undefined ? ownShape(schema, context) : { ref: name };
};

/** The schema as it stands, not what its references lead to. */
export const ownShape = (schema: Schema, context: ShapeContext): Shape => {
  if (schema.always !== undefined) return schema.always ? {} : { always: false };
  const { keywords, annotations } = schema;
  const make = (one: Schema): Shape => shapeOf(one, context);
  const all = (list: readonly Schema[]): readonly Shape[] => list.map(make);
  const { const: constant, discriminator, dependencies } = keywords;
  const reference = keywords.$ref ?? keywords.$dynamicRef;
  const required = sorted([...(keywords.required ?? []), ...context.demandedByType(schema)]);
  const rules = surfaceRules(schema.rules);
  const shape = {
    ref: when(reference, (target) => context.idOf(target.schema())),
    type: when(keywords.type, (types) => [...types].sort()),
    enum: when(keywords.enum ?? when(constant, ({ value }) => [value]), sortedValues),
    minimum: keywords.minimum,
    exclusiveMinimum: keywords.exclusiveMinimum,
    maximum: keywords.maximum,
    exclusiveMaximum: keywords.exclusiveMaximum,
    multipleOf: keywords.multipleOf,
    minLength: keywords.minLength,
    maxLength: keywords.maxLength,
    pattern: when(keywords.pattern, ({ source }) => source),
    format: when(keywords.format, ({ name }) => name),
    unchecked: when(keywords.format, ({ known }) => flag(known?.asserts !== true)),
    minItems: keywords.minItems,
    maxItems: keywords.maxItems,
    uniqueItems: flag(keywords.uniqueItems),
    prefixItems: when(keywords.prefixItems, all),
    items: when(keywords.items, make),
    contains: when(keywords.contains, make),
    minContains: keywords.minContains,
    maxContains: keywords.maxContains,
    required: required.length === 0 ? undefined : required,
    properties: entries(keywords.properties, make),
    patternProperties: entries(keywords.patternProperties?.map(({ pattern, schema: member }) => [pattern.source, member] as const), make),
    additionalProperties: when(keywords.additionalProperties, make),
    propertyNames: when(keywords.propertyNames, make),
    minProperties: keywords.minProperties,
    maxProperties: keywords.maxProperties,
    dependentRequired: joined(keywords.dependentRequired, dependencies?.names, sorted),
    dependentSchemas: joined(keywords.dependentSchemas, dependencies?.schemas, make),
    discriminator: when(discriminator, ({ propertyName, mapping, hasDefault }) =>
      defined({ propertyName, mapping: entries(mapping, (pointer) => pointer) ?? [], hasDefault: flag(hasDefault) }),
    ),
    allOf: when(keywords.allOf, all),
    anyOf: when(keywords.anyOf, all),
    oneOf: when(keywords.oneOf, all),
    not: when(keywords.not, make),
    if: when(keywords.if, make),
    then: when(keywords.then, make),
    else: when(keywords.else, make),
    unevaluatedItems: when(keywords.unevaluatedItems, make),
    unevaluatedProperties: when(keywords.unevaluatedProperties, make),
    rules: rules.length === 0 ? undefined : rules,
    default: annotations.default,
    deprecated: flag(annotations.deprecated),
    readOnly: flag(annotations.readOnly),
    writeOnly: flag(annotations.writeOnly),
  };
  return defined(shape);
};
