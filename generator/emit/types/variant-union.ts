import { type Code, code, isText, join } from "../../code/code.js";
import { conjunctsOf } from "../../model/layers.js";
import type { Schema } from "../../model/schema.js";
import { groupSet } from "../../rules/fields.js";
import type { Alternative, FieldGroup } from "../../rules/rule.js";
import type { Variant, Variants } from "../../rules/variants.js";
import { alternativesType, type FieldSchema, sentenceType } from "./rule-types.js";
import type { TypeWriter } from "./type-expression.js";

/** Own fields first, then those of `allOf` and `$ref`. */
export const fieldsOf = (schema: Schema): FieldSchema => {
  const layers = conjunctsOf(schema);
  return (name) => layers.find(({ keywords }) => keywords.properties?.has(name) === true)?.keywords.properties?.get(name);
};

/** Keywords that make a type, or narrow one. */
const shapes = ["properties", "additionalProperties", "patternProperties", "items", "prefixItems", "allOf", "anyOf", "oneOf", "$ref", "enum", "const"] as const;

const hasShape = ({ always, keywords }: Schema): boolean => always === false || shapes.some((name) => keywords[name] !== undefined);

/** Does what is said of the field narrow the type that it has already? */
const narrows = (restriction: Schema, own: Schema | undefined): boolean => {
  const [types, before] = [restriction.keywords.type, own?.keywords.type];
  return own === undefined || hasShape(restriction) || (types !== undefined && before?.every((type) => types.includes(type)) !== true);
};

/** Do the branches say nothing that types of the fields do not say already? `minLength` and the like are no matter of types. */
export const areBare = ({ keyword }: Variants, schema: Schema): boolean =>
  (schema.keywords[keyword] ?? []).every(({ always, keywords }) => {
    const { properties, ...others } = keywords;
    const field = fieldsOf(schema);
    return always === undefined && !hasShape({ ...schema, keywords: others }) && [...(properties ?? [])].every(([name, one]) => !narrows(one, field(name)));
  });

/** Does the type of the branch say that the field is there? */
const isTold = (name: string, branch: Schema): boolean =>
  conjunctsOf(branch).some(({ keywords }) => keywords.required?.includes(name) === true && keywords.properties?.has(name) === true);

/** What is said of fields: the ones that must be there or left out as one object, each choice in parentheses. */
const fieldTypes = ({ apart }: Variant, there: FieldGroup, field: FieldSchema, types: TypeWriter): readonly Code[] => {
  const settled: Alternative = [...groupSet(there), ...apart.flatMap((list) => (list.length === 1 ? list.flat() : []))];
  return [
    ...(settled.length === 0 ? [] : [alternativesType([settled], field, types)]),
    ...apart.filter((list) => list.length > 1).map((list) => code`(${alternativesType(list, field, types)})`),
  ];
};

const isUnknown = (type: Code): boolean => isText(type, "unknown");

/** How many members the union of the variants has, its sentence among them. */
export const variantCount = ({ variants }: Variants): number =>
  variants.reduce((sum, { apart }) => sum + apart.reduce((product, list) => product * list.length, 1), 1);

/**
 * A member for each variant, and the sentence last. The member of the sentence has the fields of all variants, so that the
 * compiler misses nothing but the sentence, and the fields can be read of any.
 * ~> `(ByName & { id?: never }) | (ById & { name?: never }) | ({ "exactly one of name, id is required": never } & Partial<ByName> & Partial<ById>)`
 */
export const variantUnion = (one: Variants, schema: Schema, types: TypeWriter): Code => {
  const isBare = areBare(one, schema);
  const branches = schema.keywords[one.keyword] ?? [];
  const shown = (branch: Schema | undefined): readonly Code[] => (isBare || branch === undefined ? [] : [types.typeOf(branch)].filter((type) => !isUnknown(type)));
  const members = one.variants.map((variant) => {
    const branch = branches[variant.index];
    const field: FieldSchema = (name) => (branch === undefined ? undefined : fieldsOf(branch)(name)) ?? fieldsOf(schema)(name);
    const missing = variant.group.filter(({ name }) => isBare || branch === undefined || !isTold(name, branch));
    const parts = [...shown(branch), ...fieldTypes(variant, missing, isBare ? fieldsOf(schema) : field, types)];
    return code`(${join(parts.map((part) => code`(${part})`), " & ")})`;
  });
  const partial = branches.flatMap(shown).map((type) => code`Partial<${type}>`);
  return code`(${join([...members, code`(${join([sentenceType(one.rule), ...partial], " & ")})`], " | ")})`;
};

/**
 * What tells the variants apart, and the sentence last, for whoever has the union of their types already.
 * ~> `{ name: string; id?: never } | { id: number; name?: never } | { "exactly one of name, id is required": never }`
 */
export const apartUnion = (one: Variants, schema: Schema, types: TypeWriter): Code => {
  const branches = schema.keywords[one.keyword] ?? [];
  const owners = [schema, ...branches].map(fieldsOf);
  const members = one.variants.map((variant) => {
    const branch = branches[variant.index];
    const fields = [...(branch === undefined ? [] : [fieldsOf(branch)]), ...owners];
    const field: FieldSchema = (name) => fields.map((of) => of(name)).find((found) => found !== undefined);
    return join(fieldTypes(variant, variant.group, field, types), " & ");
  });
  return join([...members, sentenceType(one.rule)], " | ");
};
