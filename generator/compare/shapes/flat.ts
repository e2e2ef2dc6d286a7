import type { JsonValue } from "../../code/json-value.js";
import type { JsonType } from "../../model/schema.js";
import type { Shape, SurfaceRule } from "../../surface/shape.js";
import { shapeKey, type World } from "./world.js";

const none: ReadonlySet<string> = new Set();

/** Limits that are larger where less is allowed, and those that are smaller. */
export const lowerLimits = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"] as const;
export const upperLimits = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;
export type LimitName = (typeof lowerLimits)[number] | (typeof upperLimits)[number];

export interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly members: readonly Shape[];
  readonly discriminator?: Shape["discriminator"];
}

/** All that holds of one value at once, whatever schemas it was spread over. Unions stay what they are. */
export interface Flat {
  /** Is there no value at all? */
  readonly never: boolean;
  readonly types: ReadonlySet<JsonType>;
  readonly listed: readonly JsonValue[] | undefined;
  readonly limits: ReadonlyMap<LimitName, number>;
  readonly multiples: readonly number[];
  readonly patterns: ReadonlySet<string>;
  /** Formats that are checked, and those that only say something. */
  readonly formats: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly unique: boolean;
  readonly required: ReadonlySet<string>;
  /** The schemas among which the members of an object are looked up: each has its own `additionalProperties`. */
  readonly objects: readonly Shape[];
  readonly items: readonly Shape[];
  readonly tuples: readonly (readonly Shape[])[];
  readonly unions: readonly Union[];
  readonly rules: readonly SurfaceRule[];
  /** Assertions that are only compared as they stand: `not`, `if`, `contains`, … by keyword and text. */
  readonly others: ReadonlyMap<string, Shape>;
  /** Every schema that it was made of. */
  readonly parts: readonly Shape[];
}

export const allTypes: readonly JsonType[] = ["null", "boolean", "object", "array", "number", "string"];

/** `number` takes integers too. */
export const takesType = (types: ReadonlySet<JsonType>, type: JsonType): boolean => types.has(type) || (type === "integer" && types.has("number"));

/** May a value be of one of the types? */
export const hasType = ({ types }: Pick<Flat, "types">, group: readonly JsonType[]): boolean => group.some((type) => types.has(type));

const bothTypes = (left: ReadonlySet<JsonType>, right: ReadonlySet<JsonType>): ReadonlySet<JsonType> =>
  new Set([...[...left].filter((type) => takesType(right, type)), ...[...right].filter((type) => takesType(left, type))]);

export const typeOfValue = (value: JsonValue): JsonType => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" ? "string" : typeof value === "boolean" ? "boolean" : "object";
};

const otherKeywords = ["not", "if", "then", "else", "contains", "minContains", "maxContains", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties"] as const;

/** The assertions of a shape that only its own words tell; what belongs together stays together. */
const othersOf = (shape: Shape): readonly (readonly [string, Shape])[] => {
  const groups: readonly (readonly (keyof Shape)[])[] = [["if", "then", "else"], ["contains", "minContains", "maxContains"], ...otherKeywords.slice(6).map((name) => [name]), ["not"]];
  return groups.flatMap((names): readonly (readonly [string, Shape])[] => {
    const said: Shape = Object.fromEntries(names.flatMap((name) => (shape[name] === undefined ? [] : [[name, shape[name]]])));
    // what is not evaluated depends on all that stands beside it
    const context: Shape = names.some((name) => name.startsWith("unevaluated")) ? shape : said;
    return Object.keys(said).length === 0 ? [] : [[shapeKey(context), said]];
  });
};

/** The schema and what holds together with it: where references lead, and the members of `allOf`, each once. */
const conjuncts = (shapes: readonly Shape[], world: World, apart: ReadonlySet<string>): readonly Shape[] => {
  const found = new Map<string, Shape>();
  const add = (shape: Shape): void => {
    const key = shapeKey(shape);
    if (found.has(key)) return;
    found.set(key, shape);
    const target = shape.ref === undefined || apart.has(shape.ref) ? undefined : world.schema(shape.ref)?.shape;
    if (target !== undefined) add(target);
    for (const member of shape.allOf ?? []) add(member);
  };
  for (const shape of shapes) add(shape);
  return [...found.values()];
};

const limitsOf = (parts: readonly Shape[]): ReadonlyMap<LimitName, number> => {
  const limits = new Map<LimitName, number>();
  const keep = (name: LimitName, choose: (...values: readonly number[]) => number): void => {
    const values = parts.flatMap((part) => part[name] ?? []);
    if (values.length > 0) limits.set(name, choose(...values));
  };
  for (const name of lowerLimits) keep(name, Math.max);
  for (const name of upperLimits) keep(name, Math.min);
  return limits;
};

const unionsOf = (shape: Shape): readonly Union[] =>
  (["anyOf", "oneOf"] as const).flatMap((keyword): readonly Union[] => {
    const members = shape[keyword];
    return members === undefined ? [] : [{ keyword, members, ...(shape.discriminator === undefined ? {} : { discriminator: shape.discriminator }) }];
  });

const listedIn = (parts: readonly Shape[]): readonly JsonValue[] | undefined => {
  const [first, ...others] = parts.flatMap((part) => (part.enum === undefined ? [] : [part.enum]));
  if (first === undefined) return undefined;
  const texts = others.map((values) => new Set(values.map((value) => JSON.stringify(value))));
  return first.filter((value) => texts.every((one) => one.has(JSON.stringify(value))));
};

/** All that the shapes say together, without the named schemas in `apart`. */
export const flatten = (shapes: readonly Shape[], world: World, apart: ReadonlySet<string> = none): Flat => {
  const parts = conjuncts(shapes, world, apart);
  const declared = parts.reduce<ReadonlySet<JsonType>>((types, { type }) => (type === undefined ? types : bothTypes(types, new Set(type))), new Set(allTypes));
  const listed = listedIn(parts)?.filter((value) => takesType(declared, typeOfValue(value)));
  const types = listed === undefined ? declared : new Set(listed.map(typeOfValue));
  const texts = (read: (part: Shape) => string | undefined): ReadonlySet<string> => new Set(parts.flatMap((part) => read(part) ?? []));
  return {
    never: parts.some(({ always }) => always === false) || types.size === 0,
    types,
    listed,
    limits: limitsOf(parts),
    multiples: parts.flatMap(({ multipleOf }) => multipleOf ?? []),
    patterns: texts(({ pattern }) => pattern),
    formats: texts(({ format, unchecked }) => (unchecked === true ? undefined : format)),
    labels: texts(({ format, unchecked }) => (unchecked === true ? format : undefined)),
    unique: parts.some(({ uniqueItems }) => uniqueItems === true),
    required: new Set(parts.flatMap(({ required }) => required ?? [])),
    objects: parts.filter(({ properties, additionalProperties, patternProperties }) => (properties ?? additionalProperties ?? patternProperties) !== undefined),
    items: parts.flatMap(({ items, prefixItems }) => (items === undefined || prefixItems !== undefined ? [] : [items])),
    tuples: parts.flatMap(({ prefixItems }) => (prefixItems === undefined ? [] : [prefixItems])),
    unions: parts.flatMap(unionsOf),
    rules: parts.flatMap(({ rules }) => rules ?? []),
    others: new Map(parts.flatMap(othersOf)),
    parts,
  };
};

/** What an object says of a member: all that describe it; undefined where it cannot be there. */
export const memberShapes = ({ objects }: Flat, name: string): readonly Shape[] | undefined => {
  const shapes = objects.flatMap(({ properties, patternProperties, additionalProperties }): readonly Shape[] => {
    const own = properties?.find(([key]) => key === name)?.[1];
    // which patterns a name matches is not looked into, so beside patterns nothing is known of it
    if (own !== undefined) return [own];
    return additionalProperties === undefined || patternProperties !== undefined ? [] : [additionalProperties];
  });
  return shapes.some(({ always }) => always === false) ? undefined : shapes;
};

/** The names that an object describes. */
export const describedNames = ({ objects }: Flat): readonly string[] => [...new Set(objects.flatMap(({ properties }) => (properties ?? []).map(([name]) => name)))].sort();

/** What all that is not described has to be; undefined where it may be anything. */
export const restShapes = ({ objects }: Flat): readonly Shape[] => objects.flatMap(({ additionalProperties }) => additionalProperties ?? []);

export const isClosed = (flat: Flat): boolean => flat.objects.some(({ additionalProperties, patternProperties }) => additionalProperties?.always === false && patternProperties === undefined);
