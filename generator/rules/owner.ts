import { equals } from "../../templates/check.js";
import type { Pointer } from "../source/pointer.js";
import { child } from "../source/pointer.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import type { FieldGroup, RuleBase, RuleField } from "./rule.js";

/** A place where rules may stand: a schema, or a member of its `allOf` that says nothing else. */
export interface Part {
  readonly source: SourceObject;
  readonly pointer: Pointer;
}

/** The object whose rules are read, with what is known of its fields. */
export interface Owner {
  readonly parts: readonly Part[];
  /** The schema allows nothing but objects, so a branch that repeats `type: object` says nothing new. */
  readonly onlyObjects: boolean;
  /** The schema describes objects, whatever it takes beside them. */
  readonly describesObjects: boolean;
  /** The types of a field; undefined where the schema does not say. */
  readonly typesOf: (field: string) => readonly string[] | undefined;
  /** Does the field's own schema have this keyword, with this value? */
  readonly says: (field: string, keyword: string, value: SourceValue) => boolean;
  /** The fields of a closed object (`additionalProperties: false`), undefined for an open one. */
  readonly closedFields: readonly string[] | undefined;
  /** The branch of a union as an object; undefined where it may be something else. */
  readonly formOf: (branch: SourceValue) => Form | undefined;
}

/** What is known of the objects that a branch of a union describes, by itself or through what it takes over. */
export interface Form {
  readonly required: readonly string[];
  /** The types of a field; undefined where the branch does not say. */
  readonly typesOf: (field: string) => readonly string[] | undefined;
  /** The values that a field may have (`const`, `enum`), undefined where any. */
  readonly valuesOf: (field: string) => readonly SourceValue[] | undefined;
  /** The fields, where there can be no others. */
  readonly closedFields: readonly string[] | undefined;
  /** Nothing is said but which fields there are and what they are, so that an object with all of them, each right, is one. */
  readonly isPlain: boolean;
  /** Written where it stands, and not taken over from elsewhere. */
  readonly isInline: boolean;
}

/** A rule and the keywords that say nothing beyond it. */
export interface Recognised<Rule extends RuleBase> {
  readonly rule: Rule;
  readonly consumed: readonly Pointer[];
}

const annotations: ReadonlySet<string> = new Set(["title", "description", "default", "example", "examples", "deprecated", "externalDocs", "xml", "$comment"]);

const isAnnotation = (key: string): boolean => annotations.has(key) || key.startsWith("x-");

/** The keys that assert something. */
export const assertionKeys = (source: SourceObject): readonly string[] => [...source.keys()].filter((key) => !isAnnotation(key));

/** Are they equal as JSON values? */
export const areEqual = (left: SourceValue, right: SourceValue): boolean => equals(toPlain(left), toPlain(right));

const onlyKeys = (source: SourceObject, ...allowed: readonly string[]): boolean =>
  assertionKeys(source).every((key) => allowed.includes(key));

export const namesIn = (value: SourceValue | undefined): readonly string[] | undefined =>
  isSourceArray(value) && value.length > 0 && value.every((item): item is string => typeof item === "string")
    ? value
    : undefined;

export const typesIn = (value: SourceValue | undefined): readonly string[] | undefined =>
  typeof value === "string" ? [value] : namesIn(value);

const saysNotNull = (schema: SourceObject): boolean => {
  const negated = schema.get("not");
  if (!isSourceObject(negated) || negated.size !== 1 || !onlyKeys(schema, "not")) return false;
  return negated.get("type") === "null" || (negated.has("const") && negated.get("const") === null);
};

const covers = (types: readonly string[], wanted: string): boolean =>
  types.includes(wanted) || (wanted === "integer" && types.includes("number"));

/** Does the schema, beside the field's own types, say exactly that the value is not null? */
const excludesOnlyNull = (schema: SourceObject, own: readonly string[] | undefined): boolean => {
  const types = typesIn(schema.get("type"));
  if (types === undefined || own === undefined || types.includes("null") || !onlyKeys(schema, "type")) return false;
  return own.every((type) => type === "null" || covers(types, type));
};

/** The field with the sense in which the branch wants it set; undefined where the branch says more than that. */
const fieldOf = (name: string, restriction: SourceValue | undefined, owner: Owner): RuleField | undefined => {
  const own = owner.typesOf(name);
  const nullable = own === undefined || own.includes("null");
  if (restriction === undefined || restriction === true) return { name, nonNull: false };
  if (!isSourceObject(restriction)) return undefined;
  // what the field's own schema says already is nothing new
  const beyond: SourceObject = new Map([...restriction].filter(([key, value]) => !owner.says(name, key, value)));
  if (assertionKeys(beyond).length === 0) return { name, nonNull: false };
  return saysNotNull(beyond) || excludesOnlyNull(beyond, own) ? { name, nonNull: nullable } : undefined;
};

/** Does the branch say of a field that it does not require what the field's own schema says already, and no more? */
const isRepeated = (name: string, restriction: SourceValue | undefined, owner: Owner): boolean => fieldOf(name, restriction, owner)?.nonNull === false;

/**
 * A branch that only says that fields are set: `{ required: [a, b] }`, each field optionally with a type that
 * excludes null. Undefined for every other schema.
 */
export const groupOf = (branch: SourceValue | undefined, owner: Owner): FieldGroup | undefined => {
  if (!isSourceObject(branch) || !onlyKeys(branch, "required", "properties", "type")) return undefined;
  if (branch.has("type") && !(branch.get("type") === "object" && owner.onlyObjects)) return undefined;
  const required = namesIn(branch.get("required"));
  const names = required && [...new Set(required)];
  const restrictions = branch.get("properties") ?? new Map<string, SourceValue>();
  if (names === undefined || !isSourceObject(restrictions)) return undefined;
  if ([...restrictions].some(([name, restriction]) => !names.includes(name) && !isRepeated(name, restriction, owner))) return undefined;
  return complete(names.map((name) => fieldOf(name, restrictions.get(name), owner)));
};

export const groupsOf = (value: SourceValue | undefined, owner: Owner): readonly FieldGroup[] | undefined =>
  isSourceArray(value) && value.length > 0 ? complete(value.map((branch) => groupOf(branch, owner))) : undefined;

/** The list, if every member was understood. */
export const complete = <Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined =>
  items.every((item): item is Item => item !== undefined) ? items : undefined;

/** Reads a keyword in every part of the owner. */
export const inEachPart = <Found>(
  owner: Owner,
  keyword: string,
  read: (value: SourceValue, pointer: Pointer) => readonly Found[],
): readonly Found[] =>
  owner.parts.flatMap((part) => {
    const value = part.source.get(keyword);
    return value === undefined ? [] : read(value, child(part.pointer, keyword));
  });
