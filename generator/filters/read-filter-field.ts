import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import type { FilterDialect, FilterField } from "../model/filter.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { didYouMean } from "./did-you-mean.js";
import { fieldOperators, type OperatorChoice } from "./field-operators.js";
import type { FilterSource } from "./filter-source.js";
import { isComparable, scalarOf } from "./scalar.js";

interface Reading {
  readonly dialect: FilterDialect;
  readonly report: Report;
  /** Where `x-filter` stands. */
  readonly pointer: Pointer;
}

const invalid = ({ report, pointer }: Reading, message: string, member: readonly string[] = []): undefined => {
  report("filter-invalid", { message, at: { pointer: child(pointer, ...member) } });
  return undefined;
};

/** `equals` is the bare parameter wherever operators are listed, so no operator is called so here. */
const usable = (dialect: FilterDialect): ReadonlySet<string> =>
  new Set([...dialect.operators.keys()].filter((name) => name !== "equals"));

const readNames = (
  value: readonly SourceValue[],
  member: "operators" | "negatable",
  known: ReadonlySet<string>,
  { report, pointer }: Reading,
): readonly string[] => {
  value.forEach((name, index) => {
    if (typeof name === "string" && known.has(name)) {
      const first = value.indexOf(name);
      if (first === index) return;
      report("filter-invalid", {
        message: `the operator ${JSON.stringify(name)} stands twice`,
        at: { pointer: child(pointer, member, index) },
        notes: [{ message: "it stands here too", target: { pointer: child(pointer, member, first) } }],
      });
      return;
    }
    const owner = member === "operators" ? "the dialect" : "this filter";
    report("filter-operator-unknown", {
      message: `${owner} has no operator ${JSON.stringify(name)}`,
      at: { pointer: child(pointer, member, index) },
      ...didYouMean(typeof name === "string" ? suggest(name, [...known]) : undefined),
    });
  });
  return [...new Set(value)].filter((name): name is string => typeof name === "string" && known.has(name));
};

const readSet = (
  name: string,
  member: readonly string[],
  { dialect, report, pointer }: Reading,
): readonly string[] | undefined => {
  const set = dialect.sets.get(name);
  if (set !== undefined) return set.filter((operator) => usable(dialect).has(operator));
  report("filter-set-unknown", {
    message: `the dialect has no set ${JSON.stringify(name)}`,
    at: { pointer: child(pointer, ...member) },
    ...didYouMean(suggest(name, [...dialect.sets.keys()])),
  });
  return undefined;
};

const all = (dialect: FilterDialect, names: readonly string[]): ReadonlySet<string> =>
  new Set(dialect.negation === undefined ? [] : ["equals", ...names]);

const readNegatable = (
  value: SourceValue | undefined,
  names: readonly string[],
  reading: Reading,
): ReadonlySet<string> => {
  const { dialect } = reading;
  if (value === undefined) return all(dialect, names);
  if (value === false) return new Set();
  if (value !== true && !isSourceArray(value))
    invalid(reading, "`negatable` must be true, false or a list of operators", ["negatable"]);
  else if (dialect.negation === undefined)
    invalid(reading, "nothing can be negated: the dialect has no `negation`", ["negatable"]);
  else
    return value === true ? all(dialect, names) : new Set(readNames(value, "negatable", all(dialect, names), reading));
  return new Set();
};

const readChoice = (value: SourceObject, reading: Reading): OperatorChoice | undefined => {
  for (const name of value.keys())
    if (name !== "operators" && name !== "negatable" && !name.startsWith("x-"))
      invalid(reading, `\`x-filter\` has no member ${JSON.stringify(name)}`, [name]);
  const operators = value.get("operators");
  if (operators === undefined)
    return invalid(reading, "`x-filter` needs `operators`: a set name or a list of operators");
  if (typeof operators !== "string" && !isSourceArray(operators))
    return invalid(reading, "`operators` must be a set name or a list of operators", ["operators"]);
  const set = typeof operators === "string" ? operators : undefined;
  const names = isSourceArray(operators)
    ? readNames(operators, "operators", usable(reading.dialect), reading)
    : readSet(operators, ["operators"], reading);
  if (names === undefined) return undefined;
  return { ...(set !== undefined && { set }), names, negatable: readNegatable(value.get("negatable"), names, reading) };
};

const readShort = (set: string, reading: Reading): OperatorChoice | undefined => {
  const names = readSet(set, [], reading);
  return names === undefined ? undefined : { set, names, negatable: all(reading.dialect, names) };
};

/** Why the parameter can be no filter, whatever its `x-filter` says. */
const reasonsAgainst = ({ required, schema }: FilterSource): readonly string[] => [
  ...(required
    ? ["a filter parameter cannot be required; `x-query-rules` can say that one of several has to be set"]
    : []),
  ...(isComparable(schema)
    ? []
    : ["a filter compares single values or lists of them, and the schema of this parameter allows neither"]),
];

const readAny = (filter: SourceValue, reading: Reading): OperatorChoice | undefined => {
  if (typeof filter === "string") return readShort(filter, reading);
  if (isSourceObject(filter)) return readChoice(filter, reading);
  return invalid(reading, "must be the name of a set, an object with `operators`, or false");
};

/** The field of a parameter with `x-filter`; undefined where it opts out (`false`) or after a report. */
export const readFilterField = (
  parameter: FilterSource,
  dialect: FilterDialect,
  report: Report,
): FilterField | undefined => {
  const { filter, name, pointer, description, schema } = parameter;
  if (filter === undefined || filter === false) return undefined;
  const reading: Reading = { dialect, report, pointer: child(pointer, "x-filter") };
  const reasons = reasonsAgainst(parameter);
  for (const reason of reasons) invalid(reading, reason);
  const choice = readAny(filter, reading);
  if (choice === undefined || reasons.length > 0) return undefined;
  const scalar = scalarOf(schema);
  return {
    name,
    pointer,
    ...(description !== undefined && { description }),
    schema: scalar.schema,
    ...fieldOperators(dialect, choice, { field: name, pointer, list: scalar.list }),
    evidence: { dialects: ["x-filter"], reason: "declared" },
  };
};
