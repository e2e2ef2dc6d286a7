import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import type { FilterDialect, ValueKind } from "../model/filter.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import { dialects } from "./index.js";
import { didYouMean } from "./did-you-mean.js";
import { parseNegationTemplate, parseOperatorTemplate } from "./template.js";

const members = ["operator", "negation", "list", "operators", "sets"];

const valueKinds: readonly ValueKind[] = ["value", "list", "text", "boolean", "integer", "number"];

const isValueKind = (value: SourceValue): value is ValueKind => valueKinds.some((kind) => kind === value);

/** Reports at one member of `x-filter-dialect`. */
type Complain = (member: readonly string[], message: string, hint?: { readonly hint?: string }) => undefined;

const complainWith =
  (report: Report, pointer: Pointer): Complain =>
  (member, message, hint = {}) => {
    report("filter-dialect-invalid", { message, at: { pointer: child(pointer, ...member) }, ...hint });
    return undefined;
  };

const readNamed = (name: string, complain: Complain): FilterDialect | undefined => {
  const found = Object.entries(dialects).find(([known]) => known === name)?.[1];
  const known = Object.keys(dialects);
  return (
    found ??
    complain(
      [],
      `there is no built-in filter dialect ${JSON.stringify(name)}; there are ${known.join(", ")}`,
      didYouMean(suggest(name, known)),
    )
  );
};

const readOperatorTemplate = (value: SourceValue | undefined, complain: Complain): string | undefined =>
  typeof value === "string" && parseOperatorTemplate(value) !== undefined
    ? value
    : complain(
        value === undefined ? [] : ["operator"],
        "`operator` must be a text with `{field}` and `{operator}`, each once",
      );

const readNegation = (value: SourceValue | undefined, complain: Complain): string | undefined =>
  value === undefined || (typeof value === "string" && parseNegationTemplate(value) !== undefined)
    ? value
    : complain(["negation"], "`negation` must be a text with `{parameter}` once and more than that");

const readList = (value: SourceValue | undefined, complain: Complain): FilterDialect["list"] | undefined =>
  value === undefined || value === "comma" || value === "repeat"
    ? (value ?? "comma")
    : complain(["list"], "`list` must be comma or repeat");

/** `where` uses these two words itself. */
const reserved = (name: string, negation: SourceValue | undefined): string | undefined => {
  if (name === "equals") return "an operator cannot be named equals: that is the field without operator";
  if (name === "not" && negation !== undefined) return "an operator cannot be named not in a dialect with a negation";
  return undefined;
};

const readOperators = (dialect: SourceObject, complain: Complain): FilterDialect["operators"] | undefined => {
  const value = dialect.get("operators");
  if (!isSourceObject(value) || value.size === 0)
    return complain(
      value === undefined ? [] : ["operators"],
      "`operators` must be an object that gives each operator its kind of value",
    );
  const operators = new Map<string, ValueKind>();
  for (const [name, kind] of value) {
    const taken = reserved(name, dialect.get("negation"));
    if (name === "") complain(["operators", name], "an operator needs a name");
    else if (name.includes("{field}")) complain(["operators", name], "an operator cannot be named after the hole of its own template");
    else if (taken !== undefined) complain(["operators", name], taken);
    else if (!isValueKind(kind))
      complain(["operators", name], `the kind of value must be one of ${valueKinds.join(", ")}`);
    else operators.set(name, kind);
  }
  return operators.size === value.size ? operators : undefined;
};

const readSet = (
  value: SourceValue,
  operators: FilterDialect["operators"],
  at: Pointer,
  report: Report,
): readonly string[] => {
  if (!isSourceArray(value)) {
    report("filter-dialect-invalid", { message: "a set must be a list of operators", at: { pointer: at } });
    return [];
  }
  value.forEach((name, index) => {
    if (typeof name === "string" && operators.has(name)) return;
    const near = typeof name === "string" ? suggest(name, [...operators.keys()]) : undefined;
    report("filter-operator-unknown", {
      message: `the dialect has no operator ${JSON.stringify(name)}`,
      at: { pointer: child(at, index) },
      ...didYouMean(near),
    });
  });
  return [...new Set(value.filter((name) => typeof name === "string" && operators.has(name)))].map(String);
};

const readSets = (
  dialect: SourceObject,
  operators: FilterDialect["operators"],
  at: Pointer,
  report: Report,
): FilterDialect["sets"] => {
  const value = dialect.get("sets") ?? new Map<string, SourceValue>();
  if (isSourceObject(value))
    return new Map([...value].map(([name, set]) => [name, readSet(set, operators, child(at, "sets", name), report)]));
  report("filter-dialect-invalid", {
    message: "`sets` must be an object of lists of operators",
    at: { pointer: child(at, "sets") },
  });
  return new Map();
};

const checkMembers = (dialect: SourceObject, complain: Complain): void => {
  for (const name of dialect.keys())
    if (!members.includes(name) && !name.startsWith("x-"))
      complain([name], `a dialect has no member ${JSON.stringify(name)}`, didYouMean(suggest(name, members)));
};

/** The dialect that `x-filter-dialect` names or describes; undefined where there is none, or none that can be used. */
export const readDialect = (
  value: SourceValue | undefined,
  report: Report,
  pointer: Pointer,
): FilterDialect | undefined => {
  const complain = complainWith(report, pointer);
  if (value === undefined) return undefined;
  if (typeof value === "string") return readNamed(value, complain);
  if (!isSourceObject(value)) return complain([], "must be the name of a dialect or an object that describes one");
  checkMembers(value, complain);
  const operator = readOperatorTemplate(value.get("operator"), complain);
  const negation = readNegation(value.get("negation"), complain);
  const list = readList(value.get("list"), complain);
  const operators = readOperators(value, complain);
  if (operator === undefined || list === undefined || operators === undefined) return undefined;
  return {
    operator,
    ...(negation !== undefined && { negation }),
    list,
    operators,
    sets: readSets(value, operators, pointer, report),
  };
};
