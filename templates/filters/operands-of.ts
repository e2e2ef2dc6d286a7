import { own } from "../check.js";
import { type FilterName, filterNames } from "./filter-names.js";
import { isPlain, type Members } from "./members.js";
import { refuse } from "./refuse.js";
import type { FilterTable } from "./table.js";

const checkKeys = (members: Members, known: ReadonlySet<string>, refuseKey: (key: string) => never): void => {
  for (const key of Object.keys(members)) if (members[key] !== undefined && !known.has(key)) refuseKey(key);
};

const keysOf = (names: readonly FilterName[], negated: boolean): ReadonlySet<string> =>
  new Set(names.filter((name) => name.negated === negated).map(({ operator }) => operator.name));

/** Where a value by itself excludes operators, it is none of them. */
const withoutExclusive = (names: readonly FilterName[]): readonly FilterName[] =>
  names.filter(({ field, operator }) => field.exclusive !== true || operator.name !== "equals");

/** The operators of one field: those to write as they are, and those to write negated. */
const operatorsOf = (
  field: string,
  value: unknown,
  names: readonly FilterName[],
): { plain: Members; negated: Members } => {
  if (!isPlain(value)) return { plain: { equals: value }, negated: {} };
  const plain = keysOf(withoutExclusive(names), false);
  const negatable = keysOf(names, true);
  const not = negatable.size > 0 ? own(value, "not") : undefined;
  const keys = negatable.size > 0 ? new Set([...plain, "not"]) : plain;
  checkKeys(value, keys, (key) =>
    refuse(`filter field ${field} ${key === "not" ? "cannot be negated" : `has no operator ${key}`}`),
  );
  if (not === undefined) return { plain: value, negated: {} };
  if (!isPlain(not)) return refuse(`filter field ${field}: not takes an object of operators`);
  checkKeys(not, negatable, (key) =>
    refuse(`filter field ${field} ${plain.has(key) ? `cannot be negated with ${key}` : `has no operator ${key}`}`),
  );
  return { plain: value, negated: not };
};

/** One parameter that a `where` asks for. */
export interface Operand {
  readonly name: FilterName;
  readonly value: unknown;
}

/**
 * What a `where` asks for, in the order of the description whatever the order of its members; those that are undefined are left
 * out. Throws a TypeError for an unknown field or operator, and for a negation that the API lacks.
 */
export const operandsOf = (table: FilterTable, where: object): readonly Operand[] => {
  const { fields } = filterNames(table);
  if (!isPlain(where)) return refuse("where must be an object of filter fields");
  checkKeys(where, new Set(fields.keys()), (key) => refuse(`unknown filter field ${key}`));
  return [...fields].flatMap(([field, names]) => {
    const value = own(where, field);
    if (value === undefined) return [];
    const { plain, negated } = operatorsOf(field, value, names);
    if (!isPlain(value) && !keysOf(names, false).has("equals")) refuse(`filter field ${field} takes operators only`);
    return names.flatMap((name) => {
      const operand = own(name.negated ? negated : plain, name.operator.name);
      return operand === undefined ? [] : [{ name, value: operand }];
    });
  });
};
