import type { Entries, Shape } from "../../surface/shape.js";
import { areApart, type Worlds } from "./are-apart.js";
import { finiteValues, withoutLinks } from "./cases-of.js";
import { describedNames, type Flat, flatten, hasType, lowerLimits, memberShapes, restShapes, takesType, upperLimits } from "./flat.js";
import { impliesLimit, impliesMultiple } from "./limits.js";
import { implies } from "./rules.js";
import { isAnything, shapeKey } from "./world.js";

/** Is every value of the inner shapes one of an outer shape? */
export interface Question {
  readonly inner: readonly Shape[];
  /** All that the inner shapes say together. */
  readonly flat: Flat;
  readonly worlds: Worlds;
  /** The same of a part of both. */
  readonly ask: (inner: readonly Shape[], outer: Shape) => boolean;
}

const eachMember = ({ flat, ask }: Question, properties: Entries<Shape>): boolean =>
  properties.every(([name, outer]) => {
    const inner = memberShapes(flat, name);
    return inner === undefined || ask(inner, outer);
  });

/** Members that the outer shape does not describe. */
const restWithin = ({ flat, ask }: Question, { properties = [], patternProperties = [], additionalProperties }: Shape): boolean => {
  if (additionalProperties === undefined || isAnything(additionalProperties)) return true;
  if (patternProperties.length > 0) return flat.parts.some((part) => shapeKey(part) === shapeKey({ properties, patternProperties, additionalProperties }));
  const names = new Set(properties.map(([name]) => name));
  const areDescribed = describedNames(flat).every((name) => {
    const inner = names.has(name) ? undefined : memberShapes(flat, name);
    return inner === undefined || ask(inner, additionalProperties);
  });
  if (!areDescribed || flat.objects.some((part) => part.patternProperties !== undefined)) return false;
  const rest = restShapes(flat);
  return rest.some(({ always }) => always === false) || (rest.length > 0 && ask(rest, additionalProperties));
};

const itemsWithin = ({ flat, ask }: Question, { prefixItems, items }: Shape): boolean => {
  if (prefixItems === undefined) {
    if (items === undefined || isAnything(items)) return true;
    if (flat.tuples.length > 0) return flat.parts.some((part) => part.prefixItems !== undefined && part.items?.always === false && part.prefixItems.every((one) => ask([one], items)));
    return flat.limits.get("maxItems") === 0 || (flat.items.length > 0 && ask(flat.items, items));
  }
  return flat.parts.some(
    (part) =>
      part.prefixItems !== undefined &&
      part.prefixItems.length >= prefixItems.length &&
      prefixItems.every((one, index) => ask([part.prefixItems?.[index] ?? {}], one)) &&
      (items === undefined || isAnything(items) || (part.prefixItems.length === prefixItems.length && part.items !== undefined && ask([part.items], items))),
  );
};

const inUnion = ({ inner, flat, ask, worlds }: Question, { oneOf, anyOf, discriminator }: Shape): boolean => {
  const inAny = (members: readonly Shape[]): boolean => members.some((member) => ask(inner, member));
  if (anyOf !== undefined && !inAny(anyOf)) return false;
  if (oneOf === undefined) return true;
  const names = new Set(inner.flatMap(({ ref }) => ref ?? []));
  // its property picks the member, and no other one is asked
  if (discriminator !== undefined) return inAny(oneOf.filter(({ ref }) => ref === undefined || names.has(ref)));
  return oneOf.some((member, index) => ask(inner, member) && oneOf.every((other, place) => place === index || areApart(flat, other, worlds)));
};

const numberFormats: ReadonlySet<string> = new Set(["int32", "int64", "float", "double"]);

const keepsScalars = (flat: Flat, { enum: values, multipleOf, pattern, format, unchecked, ...outer }: Shape): boolean => {
  if (values !== undefined) {
    const texts = new Set(values.map((value) => JSON.stringify(value)));
    const own = flat.listed ?? finiteValues(flat);
    if (own === undefined || !own.every((value) => texts.has(JSON.stringify(value)))) return false;
  }
  for (const name of [...lowerLimits, ...upperLimits]) {
    const limit = outer[name];
    if (limit !== undefined && !impliesLimit(flat, name, limit)) return false;
  }
  if (multipleOf !== undefined && !impliesMultiple(flat, multipleOf)) return false;
  if (pattern !== undefined && hasType(flat, ["string"]) && !flat.patterns.has(pattern)) return false;
  return format === undefined || unchecked === true || !hasType(flat, numberFormats.has(format) ? ["number", "integer"] : ["string"]) || flat.formats.has(format);
};

const keepsList = (question: Question, outer: Shape): boolean => {
  const { flat } = question;
  if (!hasType(flat, ["array"])) return true;
  if (outer.uniqueItems === true && !flat.unique && (flat.limits.get("maxItems") ?? 2) > 1) return false;
  return itemsWithin(question, outer);
};

const keepsObject = (question: Question, outer: Shape): boolean => {
  const { flat } = question;
  if (!hasType(flat, ["object"])) return true;
  const { required = [], properties = [] } = outer;
  return required.every((name) => flat.required.has(name)) && eachMember(question, properties) && restWithin(question, outer);
};

const withoutUnions = ({ anyOf: _, oneOf: __, discriminator: ___, ...shape }: Shape): Shape => shape;

/** Do the inner shapes keep all that the outer one says, without a look at their cases? */
export const keeps = (question: Question, outer: Shape): boolean => {
  const { inner, flat, ask, worlds } = question;
  const { ref, type, allOf = [], rules = [] } = outer;
  if (outer.always === false) return false;
  const target = ref === undefined ? undefined : worlds.outerWorld.schema(ref)?.shape;
  if (ref !== undefined && (target === undefined || !ask(inner, target))) return false;
  if (type !== undefined && ![...flat.types].every((one) => takesType(new Set(type), one))) return false;
  if (!keepsScalars(flat, outer) || !keepsList(question, outer) || !keepsObject(question, outer)) return false;
  if (!rules.every((rule) => (!hasType(flat, ["object"]) && rule.rule.kind !== "uniqueBy") || implies(flat.rules, flat.required, rule))) return false;
  for (const key of flatten([withoutLinks(withoutUnions(outer))], worlds.outerWorld).others.keys()) if (!flat.others.has(key)) return false;
  return allOf.every((member) => ask(inner, member)) && inUnion(question, outer);
};
