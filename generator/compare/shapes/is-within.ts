import type { JsonValue } from "../../code/json-value.js";
import type { JsonType } from "../../model/schema.js";
import type { Entries, Shape } from "../../surface/shape.js";
import { allTypes, describedNames, type Flat, flatten, type LimitName, lowerLimits, memberShapes, restShapes, takesType, typeOfValue, upperLimits } from "./flat.js";
import { implies } from "./rules.js";
import { isAnything, shapeKey, type World } from "./world.js";

/** Whether every value of one shape, or of all of several at once, is one of another. */
export type IsWithin = (inner: readonly Shape[], outer: Shape) => boolean;

/** Questions behind questions; past that, nothing is shown. */
const deepest = 60;

/** Cases of one question; past that, nothing is shown. */
const mostCases = 400;

export const groupOf: Readonly<Record<LimitName, readonly JsonType[]>> = {
  minimum: ["number", "integer"],
  exclusiveMinimum: ["number", "integer"],
  maximum: ["number", "integer"],
  exclusiveMaximum: ["number", "integer"],
  minLength: ["string"],
  maxLength: ["string"],
  minItems: ["array"],
  maxItems: ["array"],
  minProperties: ["object"],
  maxProperties: ["object"],
};

const numbersFor: ReadonlySet<string> = new Set(["int32", "int64", "float", "double"]);

const has = ({ types }: Flat, group: readonly JsonType[]): boolean => group.some((type) => types.has(type));

const length = (text: string): number => [...text].length;

const keepsLimit = (name: LimitName, limit: number, value: JsonValue): boolean => {
  const size =
    typeof value === "number" ? value : typeof value === "string" ? length(value) : Array.isArray(value) ? value.length : typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
  if (size === undefined || !groupOf[name].some((type) => type === typeOfValue(value))) return true;
  if (name === "exclusiveMinimum") return size > limit;
  if (name === "exclusiveMaximum") return size < limit;
  return lowerLimits.some((one) => one === name) ? size >= limit : size <= limit;
};

/** Limits that make another one hold as well. */
const stricter: Readonly<Partial<Record<LimitName, LimitName>>> = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" };

export const impliesLimit = (flat: Flat, name: LimitName, limit: number): boolean => {
  if (!has(flat, groupOf[name])) return true;
  if (flat.listed !== undefined) return flat.listed.every((value) => keepsLimit(name, limit, value));
  const isLower = lowerLimits.some((one) => one === name);
  const other = stricter[name];
  const own = [flat.limits.get(name), other === undefined ? undefined : flat.limits.get(other)];
  if (own.some((value) => value !== undefined && (isLower ? value >= limit : value <= limit))) return true;
  const inclusive = name === "exclusiveMinimum" ? flat.limits.get("minimum") : name === "exclusiveMaximum" ? flat.limits.get("maximum") : undefined;
  if (inclusive !== undefined && (isLower ? inclusive > limit : inclusive < limit)) return true;
  // so many members are required
  return name === "minProperties" && flat.required.size >= limit;
};

export const isMultiple = (value: number, of: number): boolean => Number.isInteger(value / of);

const impliesMultiple = (flat: Flat, of: number): boolean => {
  if (!has(flat, ["number", "integer"])) return true;
  if (flat.listed !== undefined) return flat.listed.every((value) => typeof value !== "number" || isMultiple(value, of));
  return flat.multiples.some((own) => isMultiple(own, of)) || (of === 1 && !flat.types.has("number"));
};

/** Every alternative of one of the unions, with all else that holds. */
export const casesOf = (flat: Flat): readonly (readonly Shape[])[] | undefined => {
  const [union] = flat.unions;
  if (union === undefined) return undefined;
  const rest = flat.parts.map((part): Shape => {
    if (part[union.keyword] !== union.members) return withoutLinks(part);
    const { [union.keyword]: _, discriminator: __, ...others } = withoutLinks(part);
    return others;
  });
  return union.members.map((member) => [...rest.filter((part) => !isAnything(part)), member]);
};

/** What a reference or `allOf` leads to stands beside it in a flat list. */
const withoutLinks = ({ ref: _, allOf: __, ...shape }: Shape): Shape => shape;

/**
 * Decides, case by case, for the shapes of two surfaces. The answer yes is sure; no says that it could not be shown. Circles of
 * references end: what is asked within its own answer holds unless something else speaks against it.
 */
export const createIsWithin = (innerWorld: World, outerWorld: World): IsWithin => {
  const known = new Map<string, boolean>();
  const order: string[] = [];
  let left = mostCases;

  const eachMember = (flat: Flat, properties: Entries<Shape>, depth: number): boolean =>
    properties.every(([name, outer]) => {
      const inner = memberShapes(flat, name);
      return inner === undefined || within(inner, outer, depth + 1);
    });

  /** Members that the outer shape does not describe. */
  const restWithin = (flat: Flat, { properties = [], patternProperties = [], additionalProperties }: Shape, depth: number): boolean => {
    if (additionalProperties === undefined || isAnything(additionalProperties)) return true;
    if (patternProperties.length > 0) return flat.parts.some((part) => shapeKey(part) === shapeKey({ properties, patternProperties, additionalProperties }));
    const names = new Set(properties.map(([name]) => name));
    const others = describedNames(flat).filter((name) => !names.has(name));
    const areDescribed = others.every((name) => {
      const inner = memberShapes(flat, name);
      return inner === undefined || within(inner, additionalProperties, depth + 1);
    });
    if (!areDescribed || flat.objects.some((part) => part.patternProperties !== undefined)) return false;
    const rest = restShapes(flat);
    return rest.some(({ always }) => always === false) || (rest.length > 0 && within(rest, additionalProperties, depth + 1));
  };

  const itemsWithin = (flat: Flat, outer: Shape, depth: number): boolean => {
    const { prefixItems, items } = outer;
    if (prefixItems === undefined) {
      if (items === undefined || isAnything(items)) return true;
      if (flat.tuples.length > 0) return flat.parts.some((part) => part.prefixItems !== undefined && part.items?.always === false && part.prefixItems.every((one) => within([one], items, depth + 1)));
      return flat.limits.get("maxItems") === 0 || (flat.items.length > 0 && within(flat.items, items, depth + 1));
    }
    return flat.parts.some(
      (part) =>
        part.prefixItems !== undefined &&
        part.prefixItems.length >= prefixItems.length &&
        prefixItems.every((one, index) => within([part.prefixItems?.[index] ?? {}], one, depth + 1)) &&
        (items === undefined || isAnything(items) || (part.prefixItems.length === prefixItems.length && part.items !== undefined && within([part.items], items, depth + 1))),
    );
  };

  /** Is no value in both? Told by types, and by a field that both list differently. */
  const areApart = (flat: Flat, other: Shape): boolean => {
    const there = flatten([other], outerWorld);
    if (there.never || ![...flat.types].some((type) => takesType(there.types, type) || (type === "number" && there.types.has("integer")))) return true;
    if (flat.listed !== undefined && there.listed !== undefined) {
      const texts = new Set(there.listed.map((value) => JSON.stringify(value)));
      return !flat.listed.some((value) => texts.has(JSON.stringify(value)));
    }
    const onlyObjects = [...flat.types].every((type) => type === "object");
    if (!onlyObjects) return false;
    return [...new Set([...flat.required, ...there.required])].some((name) => {
      const [own, foreign] = [memberShapes(flat, name), memberShapes(there, name)];
      if (own === undefined || foreign === undefined) return true;
      const [left_, right] = [flatten(own, innerWorld).listed, flatten(foreign, outerWorld).listed];
      if (left_ === undefined || right === undefined) return false;
      const texts = new Set(right.map((value) => JSON.stringify(value)));
      return !left_.some((value) => texts.has(JSON.stringify(value)));
    });
  };

  const inUnion = (inner: readonly Shape[], flat: Flat, { oneOf, anyOf, discriminator }: Shape, depth: number): boolean => {
    const names = new Set(inner.flatMap(({ ref }) => ref ?? []));
    const inAny = (members: readonly Shape[]): boolean => members.some((member) => within(inner, member, depth + 1));
    if (anyOf !== undefined && !inAny(anyOf)) return false;
    if (oneOf === undefined) return true;
    // its property picks the member, and no other one is asked
    if (discriminator !== undefined) return inAny(oneOf.filter(({ ref }) => ref === undefined || names.has(ref)));
    return oneOf.some((member, index) => within(inner, member, depth + 1) && oneOf.every((other, place) => place === index || areApart(flat, other)));
  };

  /** Everything that one outer shape says, one after the other. */
  const keeps = (inner: readonly Shape[], flat: Flat, outer: Shape, depth: number): boolean => {
    const { ref, type, enum: values, pattern, format, unchecked, required = [], allOf = [], rules = [] } = outer;
    if (outer.always === false) return false;
    const target = ref === undefined ? undefined : outerWorld.schema(ref)?.shape;
    if (ref !== undefined && (target === undefined || !within(inner, target, depth + 1))) return false;
    if (type !== undefined && ![...flat.types].every((one) => takesType(new Set(type), one))) return false;
    if (values !== undefined) {
      const texts = new Set(values.map((value) => JSON.stringify(value)));
      const own = flat.listed ?? finiteValues(flat);
      if (own === undefined || !own.every((value) => texts.has(JSON.stringify(value)))) return false;
    }
    for (const name of [...lowerLimits, ...upperLimits]) {
      const limit = outer[name];
      if (limit !== undefined && !impliesLimit(flat, name, limit)) return false;
    }
    if (outer.multipleOf !== undefined && !impliesMultiple(flat, outer.multipleOf)) return false;
    if (pattern !== undefined && has(flat, ["string"]) && !flat.patterns.has(pattern)) return false;
    if (format !== undefined && unchecked !== true && has(flat, numbersFor.has(format) ? ["number", "integer"] : ["string"]) && !flat.formats.has(format)) return false;
    if (has(flat, ["array"])) {
      if (outer.uniqueItems === true && !flat.unique && (flat.limits.get("maxItems") ?? 2) > 1) return false;
      if (!itemsWithin(flat, outer, depth)) return false;
    }
    if (has(flat, ["object"])) {
      if (!required.every((name) => flat.required.has(name))) return false;
      if (!eachMember(flat, outer.properties ?? [], depth) || !restWithin(flat, outer, depth)) return false;
    }
    if (!rules.every((rule) => (!has(flat, ["object"]) && rule.rule.kind !== "uniqueBy") || implies(flat.rules, flat.required, rule))) return false;
    for (const [key] of flatten([withoutLinks(withoutUnions(outer))], outerWorld).others) if (!flat.others.has(key)) return false;
    return allOf.every((member) => within(inner, member, depth + 1)) && inUnion(inner, flat, outer, depth);
  };

  const decide = (inner: readonly Shape[], outer: Shape, depth: number): boolean => {
    const flat = flatten(inner, innerWorld);
    if (flat.never) return true;
    if (keeps(inner, flat, outer, depth)) return true;
    // a union, several types or several values, case by case
    const cases = casesOf(flat) ?? typeCases(inner, flat) ?? valueCases(inner, flat);
    return cases !== undefined && cases.every((one) => within(one, outer, depth + 1));
  };

  const within = (inner: readonly Shape[], outer: Shape, depth: number): boolean => {
    if (isAnything(outer)) return true;
    const key = `${inner.map(shapeKey).sort().join("&")} < ${shapeKey(outer)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (depth > deepest || left <= 0) return false;
    left -= 1;
    known.set(key, true);
    order.push(key);
    const answer = decide(inner, outer, depth);
    // what was answered while this was supposed may rest on it
    if (!answer) for (let last = order.pop(); last !== undefined && last !== key; last = order.pop()) known.delete(last);
    known.set(key, answer);
    return answer;
  };

  return (inner, outer) => {
    left = mostCases;
    known.clear();
    order.length = 0;
    return within(inner, outer, 0);
  };
};

const withoutUnions = ({ anyOf: _, oneOf: __, discriminator: ___, ...shape }: Shape): Shape => shape;

/** Both booleans, and null: types that have so few values that a list may name them all. */
const finiteValues = ({ types }: Flat): readonly JsonValue[] | undefined =>
  [...types].every((type) => type === "boolean" || type === "null") ? [...types].flatMap((type): readonly JsonValue[] => (type === "null" ? [null] : [true, false])) : undefined;

const typeCases = (inner: readonly Shape[], { types, listed }: Flat): readonly (readonly Shape[])[] | undefined => {
  if (listed !== undefined || types.size < 2) return undefined;
  const all = types.size === allTypes.length ? allTypes : [...types];
  return all.map((type) => [...inner, { type: [type] }]);
};

const mostValues = 50;

const valueCases = (inner: readonly Shape[], { listed }: Flat): readonly (readonly Shape[])[] | undefined =>
  listed === undefined || listed.length < 2 || listed.length > mostValues ? undefined : listed.map((value) => [...inner, { enum: [value] }]);
