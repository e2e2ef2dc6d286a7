import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { branchPlaces, type FieldPlace, keyPlace, requiredPlaces } from "./field-places.js";
import { assertionKeys, complete, groupOf, inEachPart, type Owner } from "./owner.js";
import type { FieldGroup, RuleField } from "./rule.js";

/** Two groups that cannot be set together, with the keyword that says so. */
export interface Exclusion {
  readonly left: FieldGroup;
  readonly right: FieldGroup;
  readonly pointer: Pointer;
  readonly places: readonly FieldPlace[];
}

const single = (field: RuleField): FieldGroup => [field];

/** Fields that are not all set, with the places of their names. */
interface NotTogether {
  readonly group: FieldGroup;
  readonly places: readonly FieldPlace[];
}

const notTogether = (schema: SourceValue | undefined, pointer: Pointer, owner: Owner): NotTogether | undefined => {
  const group = groupOf(schema, owner);
  return group === undefined ? undefined : { group, places: requiredPlaces(schema, pointer) };
};

/** What the `not` at `pointer` forbids: `{ required: [a, b] }`, or each of `{ anyOf: [{ required: [a, b] }, …] }`. */
export const notTogetherIn = (value: SourceValue, pointer: Pointer, owner: Owner): readonly NotTogether[] => {
  // `required` holds for a value that is no object, so its negation refuses the value
  if (!owner.onlyObjects) return [];
  const one = notTogether(value, pointer, owner);
  if (one !== undefined) return [one];
  if (!isSourceObject(value) || assertionKeys(value).some((key) => key !== "anyOf")) return [];
  const branches = value.get("anyOf");
  return isSourceArray(branches) ? (complete(branches.map((branch, index) => notTogether(branch, child(pointer, "anyOf", index), owner))) ?? []) : [];
};

const underNot = (value: SourceValue, pointer: Pointer, owner: Owner): readonly Exclusion[] =>
  notTogetherIn(value, pointer, owner).flatMap(({ group: [left, right, ...more], places }) =>
    left === undefined || right === undefined || more.length > 0 ? [] : [{ left: single(left), right: single(right), pointer, places }],
  );

/** Fields that a dependent schema forbids: `not: { required: [b] }`, `not: { anyOf: […] }`, `properties: { b: false }`. */
const forbiddenFields = (schema: SourceObject, owner: Owner): readonly RuleField[] | undefined => {
  const [key, ...more] = assertionKeys(schema);
  if (more.length > 0) return undefined;
  const value = key === undefined ? undefined : schema.get(key);
  if (key === "properties" && isSourceObject(value))
    return complete([...value].map(([name, verdict]) => (verdict === false ? { name, nonNull: false } : undefined)));
  if (key !== "not") return undefined;
  const one = groupOf(value, owner);
  if (one !== undefined) return one.length === 1 ? one : undefined;
  const branches = isSourceObject(value) && value.size === 1 ? value.get("anyOf") : undefined;
  if (!isSourceArray(branches)) return undefined;
  return complete(branches.map((branch) => (groupOf(branch, owner)?.length === 1 ? groupOf(branch, owner)?.[0] : undefined)));
};

/** The places of `forbiddenFields`, whose forms only one of these can find a name in. */
const forbiddenPlaces = (schema: SourceValue, pointer: Pointer): readonly FieldPlace[] => {
  if (!isSourceObject(schema)) return [];
  const [members, negated] = [schema.get("properties"), schema.get("not")];
  const at = child(pointer, "not");
  return [
    ...(isSourceObject(members) ? [...members.keys()].map((name) => keyPlace(name, child(pointer, "properties"))) : []),
    ...requiredPlaces(negated, at),
    ...(isSourceObject(negated) ? branchPlaces(negated.get("anyOf"), child(at, "anyOf")) : []),
  ];
};

const excludedBy = (name: string, schema: SourceValue, keyword: Pointer, owner: Owner): readonly Exclusion[] => {
  const pointer = child(keyword, name);
  const others = (isSourceObject(schema) ? forbiddenFields(schema, owner) : undefined) ?? [];
  // a field that excludes itself is no matter between fields
  if (others.some((other) => other.name === name)) return [];
  const places = [keyPlace(name, keyword), ...forbiddenPlaces(schema, pointer)];
  return others.map((other) => ({ left: single({ name, nonNull: false }), right: single(other), pointer, places }));
};

const underDependentSchemas = (value: SourceValue, pointer: Pointer, owner: Owner): readonly Exclusion[] =>
  isSourceObject(value)
    ? [...value].flatMap(([name, schema]) => excludedBy(name, schema, pointer, owner))
    : [];

/** Every pair of fields that the owner excludes, in document order. */
export const exclusionsOf = (owner: Owner): readonly Exclusion[] => [
  ...inEachPart(owner, "not", (value, pointer) => underNot(value, pointer, owner)),
  ...inEachPart(owner, "dependentSchemas", (value, pointer) => underDependentSchemas(value, pointer, owner)),
];

const keyOf = (group: FieldGroup): string => JSON.stringify(group);

export interface Clique {
  readonly groups: readonly FieldGroup[];
  readonly exclusions: readonly Exclusion[];
}

const isSamePair = (one: Exclusion, left: FieldGroup, right: FieldGroup): boolean =>
  (keyOf(one.left) === keyOf(left) && keyOf(one.right) === keyOf(right)) ||
  (keyOf(one.left) === keyOf(right) && keyOf(one.right) === keyOf(left));

const excludes = (exclusions: readonly Exclusion[], left: FieldGroup, right: FieldGroup): boolean =>
  exclusions.some((one) => isSamePair(one, left, right));

const groupsIn = (exclusions: readonly Exclusion[]): readonly FieldGroup[] => [
  ...new Map(exclusions.flatMap(({ left, right }) => [left, right]).map((group) => [keyOf(group), group])).values(),
];

/** Groups that are connected by exclusions, with the exclusions between them. */
const components = (exclusions: readonly Exclusion[]): readonly Clique[] => {
  const groups = groupsIn(exclusions);
  const of = new Map(groups.map((group, index) => [keyOf(group), index]));
  for (const { left, right } of exclusions) {
    const [from, to] = [of.get(keyOf(left)), of.get(keyOf(right))];
    for (const [key, component] of of) if (component === to && from !== undefined) of.set(key, from);
  }
  return [...new Set(of.values())].map((component) => ({
    groups: groups.filter((group) => of.get(keyOf(group)) === component),
    exclusions: exclusions.filter(({ left }) => of.get(keyOf(left)) === component),
  }));
};

const isComplete = ({ groups, exclusions }: Clique): boolean =>
  groups.every((left, index) => groups.slice(index + 1).every((right) => excludes(exclusions, left, right)));

/** Where every group excludes every other: at most one of them. */
export const cliquesOf = (exclusions: readonly Exclusion[]): readonly Clique[] => components(exclusions).filter(isComplete);

/** A field with those it excludes, and the keywords that say so. */
export interface Star {
  readonly field: RuleField;
  readonly others: FieldGroup;
  readonly pointers: readonly Pointer[];
  readonly places: readonly FieldPlace[];
}

/** The exclusions of a component by their left field; a pair that stands twice, or both ways, is said of the first. */
const starsIn = ({ exclusions }: Clique): readonly Star[] => {
  const stars = new Map<string, Star>();
  for (const exclusion of exclusions) {
    const { left, right } = exclusions.find((one) => isSamePair(one, exclusion.left, exclusion.right)) ?? exclusion;
    const [field] = left;
    if (field === undefined) continue;
    const { others, pointers, places } = stars.get(keyOf(left)) ?? { others: [], pointers: [], places: [] };
    const isKnown = others.some((other) => keyOf(single(other)) === keyOf(right));
    stars.set(keyOf(left), {
      field,
      others: isKnown ? others : [...others, ...right],
      pointers: [...pointers, exclusion.pointer],
      places: [...places, ...exclusion.places],
    });
  }
  return [...stars.values()];
};

/** The rest: each field with those it excludes, nothing said twice. */
export const starsOf = (exclusions: readonly Exclusion[]): readonly Star[] =>
  components(exclusions)
    .filter((component) => !isComplete(component))
    .flatMap(starsIn);
