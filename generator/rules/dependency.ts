import { child, type Pointer } from "../source/pointer.js";
import { isSourceObject } from "../source/value.js";
import { type FieldPlace, keyPlace, listPlaces, requiredPlaces } from "./field-places.js";
import { groupOf, inEachPart, namesIn, type Owner } from "./owner.js";
import type { FieldGroup, RuleField } from "./rule.js";

/** When `field` is present, `needs` are set; with the member of the keyword that says so. */
export interface Dependency {
  readonly field: string;
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
          return needs.length === 0 ? [] : [{ field, needs, pointer: at, places }];
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
          return needs === undefined ? [] : [{ field, needs, pointer: at, places }];
        })
      : [],
  );

/** Every dependency of one field on others, in document order. */
export const dependenciesOf = (owner: Owner): readonly Dependency[] => [...fromRequired(owner), ...fromSchemas(owner)];

const isPlain = (dependency: Dependency): boolean => dependency.needs.every((field) => !field.nonNull);

const member = (dependency: Dependency): string => [dependency.field, ...dependency.needs.map(({ name }) => name)].sort().join("\n");

/** Dependencies that close: each field of the group needs exactly all others. */
export const closedGroupsOf = (dependencies: readonly Dependency[]): readonly (readonly Dependency[])[] => {
  const byGroup = new Map<string, readonly Dependency[]>();
  for (const dependency of dependencies.filter(isPlain))
    byGroup.set(member(dependency), [...(byGroup.get(member(dependency)) ?? []), dependency]);
  return [...byGroup.values()].filter((group) => {
    const size = (group[0]?.needs.length ?? 0) + 1;
    return new Set(group.map(({ field }) => field)).size === size;
  });
};
