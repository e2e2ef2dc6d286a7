import { readName } from "./filters/filter-name.js";
import { spellOut, withoutFilter } from "./filters/spell-out.js";
import type { Contract } from "./model/contract.js";
import type { FilterDialect, FilterField } from "./model/filter.js";
import { child, type Pointer, tokens } from "./source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "./source/value.js";

interface Expansion {
  readonly document: SourceObject;
  /** The fields that `x-filter` declares, by the pointer of their parameter. */
  readonly fields: ReadonlyMap<Pointer, { readonly field: FilterField; readonly dialect: FilterDialect }>;
}

const memberOf = (value: SourceValue | undefined, token: string): SourceValue | undefined => {
  if (isSourceObject(value)) return value.get(token);
  return isSourceArray(value) ? value[Number(token)] : undefined;
};

const valueAt = (document: SourceObject, pointer: Pointer): SourceValue | undefined =>
  tokens(pointer).reduce<SourceValue | undefined>(memberOf, document);

const declaresFilter = (source: SourceValue | undefined): source is SourceObject =>
  isSourceObject(source) && source.has("x-filter");

const expansionOf = ({ document, operations }: Contract): Expansion => {
  const fields = operations.flatMap(({ filters }) =>
    (filters?.fields ?? []).flatMap((field) =>
      filters !== undefined && declaresFilter(valueAt(document, field.pointer))
        ? [[field.pointer, { field, dialect: filters.dialect }] as const]
        : [],
    ),
  );
  return { document, fields: new Map(fields) };
};

/** Where an entry of a list of parameters really stands: a reference counts as its target. */
const targetOf = (entry: SourceValue, pointer: Pointer): Pointer => {
  const reference = memberOf(entry, "$ref");
  return typeof reference === "string" && reference.startsWith("#/") ? decodeURIComponent(reference.slice(1)) : pointer;
};

/** A plain parameter that reads like an operator of a field keeps out of it, now that the field is spelled like it. */
const keepPlain = (
  entry: SourceValue,
  source: SourceValue | undefined,
  names: ReadonlySet<string>,
  dialect: FilterDialect,
): SourceValue => {
  const name = memberOf(source, "name");
  if (!isSourceObject(source) || source.get("in") !== "query" || source.has("x-filter") || typeof name !== "string")
    return entry;
  return readName(dialect, name, names) === undefined ? entry : new Map([...source, ["x-filter", false]]);
};

const expandList = (list: readonly SourceValue[], pointer: Pointer, expansion: Expansion): readonly SourceValue[] => {
  const entries = list.map((entry, index) => {
    const target = targetOf(entry, child(pointer, index));
    return {
      entry,
      at: child(pointer, index),
      source: valueAt(expansion.document, target),
      found: expansion.fields.get(target),
    };
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
 * The bundled document with every filter parameter spelled out, for tools that know no extensions. `x-filter-dialect` stays
 * at the root: other tools pass over it, and ours reads the same filters again.
 */
export const expandDocument = (contract: Contract): SourceObject => {
  const expansion = expansionOf(contract);
  return new Map([...contract.document].map(([key, member]) => [key, expandValue(member, child("", key), expansion)]));
};
