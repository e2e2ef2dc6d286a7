import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { assertionKeys, complete, groupOf, type Owner } from "./owner.js";
import type { FieldGroup, RuleField } from "./rule.js";

interface Branch {
  readonly group: FieldGroup | undefined;
  readonly forbidden: FieldGroup;
}

export interface ExclusiveGroups {
  readonly groups: readonly FieldGroup[];
  /** A last branch forbids all of them: none need be set. */
  readonly orNone: boolean;
}

const fieldsForbidden = (value: SourceValue | undefined, owner: Owner): FieldGroup | undefined => {
  const one = groupOf(value, owner);
  if (one !== undefined) return one.length === 1 ? one : undefined;
  if (!isSourceObject(value) || assertionKeys(value).some((key) => key !== "anyOf")) return undefined;
  const branches = value.get("anyOf");
  const groups = isSourceArray(branches) ? complete(branches.map((branch) => groupOf(branch, owner))) : undefined;
  return groups?.every((group) => group.length === 1) === true ? groups.flat() : undefined;
};

const without = (source: SourceObject, key: string): SourceObject => new Map([...source].filter(([name]) => name !== key));

/** `{ required: [a], not: { required: [b] } }`, or only the `not` */
const branchOf = (value: SourceValue, owner: Owner): Branch | undefined => {
  if (!isSourceObject(value) || !value.has("not")) return undefined;
  const forbidden = fieldsForbidden(value.get("not"), owner);
  if (forbidden === undefined) return undefined;
  const rest = without(value, "not");
  if (assertionKeys(rest).length === 0) return { group: undefined, forbidden };
  const group = groupOf(rest, owner);
  return group === undefined ? undefined : { group, forbidden };
};

const isSame = (left: RuleField, right: RuleField): boolean => left.name === right.name && left.nonNull === right.nonNull;

/** The same fields, set in the same sense. */
const sameFields = (left: FieldGroup, right: FieldGroup): boolean =>
  left.length === right.length && left.every((field) => right.some((other) => isSame(field, other)));

/** Plain groups first, then one branch that forbids all of them: `oneOf: [{ required: [a] }, { required: [b] }, { not: … }]`. */
const orNone = (branches: readonly SourceValue[], owner: Owner): ExclusiveGroups | undefined => {
  const last = branches.at(-1);
  const groups = complete(branches.slice(0, -1).map((branch) => groupOf(branch, owner)));
  const none = last === undefined ? undefined : branchOf(last, owner);
  if (groups === undefined || groups.length < 2 || none === undefined || none.group !== undefined) return undefined;
  return sameFields(groups.flat(), none.forbidden) && groups.every((group) => group.length === 1)
    ? { groups, orNone: true }
    : undefined;
};

/** Branches of single fields of which each forbids the fields of all others. */
export const exclusiveGroupsOf = (value: SourceValue | undefined, owner: Owner): ExclusiveGroups | undefined => {
  if (!isSourceArray(value) || value.length < 2) return undefined;
  const branches = complete(value.map((branch) => branchOf(branch, owner)));
  if (branches === undefined) return orNone(value, owner);
  const groups = branches.flatMap(({ group }) => (group === undefined ? [] : [group]));
  const all = groups.flat();
  const exclusive = branches.every(({ group, forbidden }) =>
    sameFields(
      forbidden,
      all.filter((field) => group?.some((own) => isSame(own, field)) !== true),
    ),
  );
  if (!exclusive || groups.length < branches.length - 1 || groups.some((group) => group.length !== 1)) return undefined;
  return { groups, orNone: groups.length < branches.length };
};
