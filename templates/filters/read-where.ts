import { add, createSink, type Result, type Sink } from "../issue.js";
import { type FilterName, filterNames } from "./filter-names.js";
import { readList } from "./list-text.js";
import type { FilterTable, FilterValue } from "./table.js";
import { addUnknownName } from "./unknown-name.js";
import { faultOf, parseScalar, type Scalar, takesList, valueOf } from "./values.js";

type Operand = Scalar | readonly Scalar[];

/** One value of a parameter; undefined after an issue. */
type ReadValue = (name: FilterName, value: unknown, sink: Sink) => Scalar | undefined;

const checked = (name: FilterName, kind: FilterValue, value: unknown, sink: Sink): Scalar | undefined => {
  const fault = faultOf(kind, value);
  // what has no fault is of the parsed type
  if (fault === undefined) return value as Scalar;
  add(sink, fault.code, [name.wireName], fault.message);
  return undefined;
};

const readText: ReadValue = (name, text, sink) => {
  const kind = valueOf(name);
  return checked(name, kind, parseScalar(kind, String(text)), sink);
};

const readJson: ReadValue = (name, value, sink) => checked(name, valueOf(name), value, sink);

const readItems = (name: FilterName, values: readonly unknown[], read: ReadValue, sink: Sink): Operand | undefined => {
  const items: Scalar[] = [];
  for (const value of values) {
    const item = read(name, value, sink);
    // one issue a parameter is enough
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
};

/** Undefined for text that is no JSON, which no value is. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const readJsonOperand = (name: FilterName, text: string, sink: Sink): Operand | undefined => {
  const value = parsed(text);
  if (!takesList(name)) return readJson(name, value, sink);
  if (Array.isArray(value)) return readItems(name, value, readJson, sink);
  add(sink, "type", [name.wireName], "must be an array in JSON");
  return undefined;
};

const readOperand = (name: FilterName, texts: readonly string[], sink: Sink): Operand | undefined => {
  const { style = "comma" } = name.operator;
  if (texts.length > 1 && !(takesList(name) && style === "repeat")) {
    add(sink, "duplicateParameter", [name.wireName], "must be given once");
    return undefined;
  }
  if (style === "json") return readJsonOperand(name, texts[0] ?? "", sink);
  return takesList(name) ? readItems(name, readList(style, texts), readText, sink) : readText(name, texts[0] ?? "", sink);
};

/** Own members whatever the key, `__proto__` included, which an assignment would take for the prototype. */
const toObject = (members: Iterable<readonly [string, unknown]>): Record<string, unknown> =>
  Object.fromEntries(members);

const toOperators = (
  names: readonly FilterName[],
  operands: ReadonlyMap<FilterName, Operand>,
): Record<string, unknown> =>
  toObject(names.filter((name) => operands.has(name)).map((name) => [name.operator.name, operands.get(name)]));

const isBare = ({ operator, negated }: FilterName): boolean => operator.name === "equals" && !negated;

const toFilter = (names: readonly FilterName[], operands: ReadonlyMap<FilterName, Operand>, sink: Sink): unknown => {
  const used = names.filter((name) => operands.has(name));
  const [first, second] = used;
  if (first !== undefined && isBare(first)) {
    if (second === undefined) return operands.get(first);
    if (first.field.exclusive === true)
      add(sink, "duplicateParameter", [first.wireName], `cannot stand beside ${second.wireName}`);
  }
  const filter = toOperators(
    names.filter((name) => !name.negated),
    operands,
  );
  const negated = names.filter((name) => name.negated);
  if (negated.some((name) => operands.has(name))) filter["not"] = toOperators(negated, operands);
  return filter;
};

/**
 * The filters in a query string. A field that is only compared for equality comes as the bare value. Parameters of the
 * operation that are no filters are left alone. The path of an issue is the name of the parameter.
 */
export const readWhere = <Where>(table: FilterTable, parameters: URLSearchParams): Result<Where> => {
  const { fields, byWireName, isOther } = filterNames(table);
  const sink = createSink();
  const operands = new Map<FilterName, Operand>();
  for (const wireName of new Set(parameters.keys())) {
    const name = byWireName.get(wireName);
    if (name === undefined) {
      if (!isOther(wireName)) addUnknownName(table, wireName, [wireName], sink);
      continue;
    }
    const operand = readOperand(name, parameters.getAll(wireName), sink);
    if (operand !== undefined) operands.set(name, operand);
  }
  const used = [...fields].filter(([, names]) => names.some((name) => operands.has(name)));
  const where = used.map(([field, names]) => [field, toFilter(names, operands, sink)] as const);
  if (sink.issues.length > 0) return { issues: sink.issues };
  // every member was read with the field's own table, which is what the generated type says too
  return { value: toObject(where) as Where };
};
