import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject } from "../source/value.js";
import { type FieldPlace, keyPlace, listPlaces, requiredPlaces } from "./field-places.js";
import { negationFirst } from "./negation-first.js";
import { groupOf, inEachPart, namesIn, type Owner } from "./owner.js";
import type { FieldGroup, RuleField } from "./rule.js";

/** When `field` is set, `needs` are; with the keyword, or its member, that says so. */
export interface Dependency {
  readonly field: RuleField;
  readonly needs: FieldGroup;
  readonly pointer: Pointer;
  readonly places: readonly FieldPlace[];
}

const plain = (name: string): RuleField => ({ name, nonNull: false });

const fromRequired = (owner: Owner): readonly Dependency[] =>
  inEachPart(owner, "dependentRequired", (value, pointer) =>
    isSourceObject(value)
      ? [...value].flatMap(([field, names]) => {
          const needs = namesIn(names)?.filter((name) => name !== field).map(plain) ?? [];
          const at = child(pointer, field);
          const places = [keyPlace(field, pointer), ...listPlaces(names, at)];
          return needs.length === 0 ? [] : [{ field: plain(field), needs, pointer: at, places }];
        })
      : [],
  );

const fromSchemas = (owner: Owner): readonly Dependency[] =>
  inEachPart(owner, "dependentSchemas", (value, pointer) =>
    isSourceObject(value)
      ? [...value].flatMap(([field, schema]) => {
          const needs = groupOf(schema, owner);
          const at = child(pointer, field);
          const places = [keyPlace(field, pointer), ...requiredPlaces(schema, at)];
          return needs === undefined ? [] : [{ field: plain(field), needs, pointer: at, places }];
        })
      : [],
  );

/** `anyOf: [{ not: { required: [a] } }, { required: [b] }]`, which says it in OpenAPI 3.0, and where null is not set. */
const fromChoices = (owner: Owner): readonly Dependency[] =>
  inEachPart(owner, "anyOf", (value, pointer) => {
    const [unless, then, ...more] = isSourceArray(value) && value.length === 2 ? negationFirst(value) : [];
    if (unless === undefined || then === undefined || more.length > 0) return [];
    const [field, ...others] = groupOf(unless.schema.get("not"), owner) ?? [];
    const needs = groupOf(then.schema, owner);
    if (field === undefined || others.length > 0 || needs === undefined || needs.some(({ name }) => name === field.name)) return [];
    const at = (branch: number): Pointer => child(pointer, branch);
    const places = [...requiredPlaces(unless.schema.get("not"), child(at(unless.index), "not")), ...requiredPlaces(then.schema, at(then.index))];
    return [{ field, needs, pointer, places }];
  });

/** Every dependency of one field on others, in document order. */
export const dependenciesOf = (owner: Owner): readonly Dependency[] => [...fromRequired(owner), ...fromSchemas(owner), ...fromChoices(owner)];

/** The fields, each in the sense in which it is set. */
const member = ({ field, needs }: Dependency): string =>
  [field, ...needs]
    .map(({ name, nonNull }) => `${String(nonNull)} ${name}`)
    .sort()
    .join("\n");

/** Dependencies that close: each field of the group needs exactly all others. */
export const closedGroupsOf = (dependencies: readonly Dependency[]): readonly (readonly Dependency[])[] => {
  const byGroup = new Map<string, readonly Dependency[]>();
  for (const dependency of dependencies)
    byGroup.set(member(dependency), [...(byGroup.get(member(dependency)) ?? []), dependency]);
  return [...byGroup.values()].filter((group) => {
    const size = (group[0]?.needs.length ?? 0) + 1;
    return new Set(group.map(({ field }) => field.name)).size === size;
  });
};
