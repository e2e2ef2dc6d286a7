import { add, createSink, type Result, type Sink } from "../issue.js";
import { type FilterName, filterNames } from "./filter-names.js";
import { readList } from "./list-text.js";
import type { FilterTable, FilterValue } from "./table.js";
import { addUnknownName } from "./unknown-name.js";
import { faultOf, parseScalar, type Scalar, takesList, valueOf } from "./values.js";

type Operand = Scalar | readonly Scalar[];

const readScalar = (value: FilterValue, text: string, wireName: string, sink: Sink): Scalar | undefined => {
  const scalar = parseScalar(value, text);
  const fault = faultOf(value, scalar);
  if (fault === undefined) return scalar;
  add(sink, fault.code, [wireName], fault.message);
  return undefined;
};

const readOperand = (
  name: FilterName,
  texts: readonly string[],
  table: FilterTable,
  sink: Sink,
): Operand | undefined => {
  const style = takesList(name) ? table.dialect?.list : undefined;
  if (style !== "repeat" && texts.length > 1) {
    add(sink, "duplicateParameter", [name.wireName], "must be given once");
    return undefined;
  }
  const value = valueOf(name);
  if (style === undefined) return readScalar(value, texts[0] ?? "", name.wireName, sink);
  const items: Scalar[] = [];
  for (const text of readList(style, texts)) {
    const item = readScalar(value, text, name.wireName, sink);
    // one issue a parameter is enough
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
};

/** Own members whatever the key, `__proto__` included, which an assignment would take for the prototype. */
const toObject = (members: Iterable<readonly [string, unknown]>): Record<string, unknown> =>
  Object.fromEntries(members);

const toOperators = (
  names: readonly FilterName[],
  operands: ReadonlyMap<FilterName, Operand>,
): Record<string, unknown> =>
  toObject(names.filter((name) => operands.has(name)).map((name) => [name.key, operands.get(name)]));

const toFilter = (names: readonly FilterName[], operands: ReadonlyMap<FilterName, Operand>): unknown => {
  const [first, second] = names.filter((name) => operands.has(name));
  if (first?.operator === undefined && first?.negated === false && second === undefined) return operands.get(first);
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
  const { fields, byWireName, others } = filterNames(table);
  const sink = createSink();
  const operands = new Map<FilterName, Operand>();
  for (const wireName of new Set(parameters.keys())) {
    const name = byWireName.get(wireName);
    if (name === undefined) {
      if (!others.has(wireName)) addUnknownName(table, wireName, [wireName], sink);
      continue;
    }
    const operand = readOperand(name, parameters.getAll(wireName), table, sink);
    if (operand !== undefined) operands.set(name, operand);
  }
  if (sink.issues.length > 0) return { issues: sink.issues };
  const used = [...fields].filter(([, names]) => names.some((name) => operands.has(name)));
  // every member was read with the field's own table, which is what the generated type says too
  return { value: toObject(used.map(([field, names]) => [field, toFilter(names, operands)])) as Where };
};
