import { readName } from "./filters/filter-name.js";
import { spellOut, withoutFilter } from "./filters/spell-out.js";
import type { Contract } from "./model/contract.js";
import type { FilterDialect, FilterField } from "./model/filter.js";
import { followed, type Node } from "./model/node.js";
import { child, type Pointer } from "./source/pointer.js";
import { valueAt } from "./source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./source/value.js";

interface Expansion {
  readonly document: SourceObject;
  /** The fields that `x-filter` declares, by the pointer of their parameter. */
  readonly fields: ReadonlyMap<Pointer, { readonly field: FilterField; readonly dialect: FilterDialect }>;
}

const declaresFilter = (source: SourceValue | undefined): source is SourceObject =>
  isSourceObject(source) && source.has("x-filter");

const expansionOf = ({ operations }: Contract, document: SourceObject): Expansion => {
  const fields = operations.flatMap(({ filters }) =>
    (filters?.fields ?? []).flatMap((field) =>
      filters?.dialect !== undefined && declaresFilter(valueAt(document, field.pointer))
        ? [[field.pointer, { field, dialect: filters.dialect }] as const]
        : [],
    ),
  );
  return { document, fields: new Map(fields) };
};

/** A reference counts as its target, which is where the model places the parameter. */
const targetOf = (entry: SourceValue, pointer: Pointer, { document }: Expansion): Node =>
  followed({ value: entry, pointer }, { root: document, report: () => undefined }) ?? { value: entry, pointer };

/** A plain parameter that reads like an operator of a field keeps out of it, now that the field is spelled like it. */
const keepPlain = (
  entry: SourceValue,
  source: SourceValue | undefined,
  names: ReadonlySet<string>,
  dialect: FilterDialect,
): SourceValue => {
  if (!isSourceObject(source) || source.get("in") !== "query" || source.has("x-filter")) return entry;
  const name = source.get("name");
  if (typeof name !== "string") return entry;
  return readName(dialect, name, names) === undefined ? entry : new Map([...source, ["x-filter", false]]);
};

const expandList = (list: readonly SourceValue[], pointer: Pointer, expansion: Expansion): readonly SourceValue[] => {
  const entries = list.map((entry, index) => {
    const at = child(pointer, index);
    const target = targetOf(entry, at, expansion);
    return { entry, at, source: target.value, found: expansion.fields.get(target.pointer) };
  });
  const dialect = entries.find(({ found }) => found !== undefined)?.found?.dialect;
  const names = new Set(entries.flatMap(({ found }) => found?.field.name ?? []));
  return entries.flatMap(({ entry, at, source, found }) => {
    const own = expandValue(entry, at, expansion);
    if (dialect === undefined) return [own];
    if (found === undefined || !isSourceObject(source)) return [keepPlain(own, source, names, dialect)];
    return [own, ...spellOut(source, found.field, dialect)];
  });
};

const expandValue = (value: SourceValue, pointer: Pointer, expansion: Expansion): SourceValue => {
  if (isSourceArray(value)) return expandList(value, pointer, expansion);
  if (!isSourceObject(value)) return value;
  const found = expansion.fields.get(pointer);
  if (found !== undefined) return withoutFilter(value, found.field);
  return new Map([...value].map(([key, member]) => [key, expandValue(member, child(pointer, key), expansion)]));
};

/**
 * The bundled document with every filter parameter spelled out, for tools that know no extensions. `x-filter-dialect`
 * stays at the root: other tools pass over it, and ours reads the same filters again. `document` is what the contract was read from,
 * in its own words; parameters stand at the same pointers in both.
 */
export const expandDocument = (contract: Contract, document: SourceObject = contract.document): SourceObject => {
  const expansion = expansionOf(contract, document);
  return new Map([...document].map(([key, member]) => [key, expandValue(member, child("", key), expansion)]));
};
