import type { DocumentedShape, DocumentedType } from "../documented-api.js";

/** The tables of a documentation, each with what it is. */
export interface NamedTypes {
  /** The type of the body of requests. */
  readonly request: DocumentedType | undefined;
  /** Types by name. */
  readonly types: ReadonlyMap<string, DocumentedType>;
  /** The name that a table without heading got, since nothing else is left for it. */
  readonly byElimination: ReadonlySet<string>;
  /** Tables that repeat the type of the body, as base types do. */
  readonly repeated: readonly DocumentedType[];
  /** Tables of which it is not known what they are of. */
  readonly nameless: readonly DocumentedType[];
}

/** Names of types that a type is made of. */
export const referencesIn = ({ reference, items, values }: DocumentedShape): readonly string[] => [
  ...(reference === undefined ? [] : [reference]),
  ...(items === undefined ? [] : referencesIn(items)),
  ...(values === undefined ? [] : referencesIn(values)),
];

/** Names of types that the rows refer to. */
export const typeReferences = (types: readonly DocumentedType[]): readonly string[] => [
  ...new Set(types.flatMap(({ rows }) => rows.flatMap(({ type }) => referencesIn(type)))),
];

const rowsKey = ({ rows }: DocumentedType): string => JSON.stringify(rows.map(({ name, type, required }) => [name, type.words, required]));

/** Tells tables apart: the body, what repeats it, and types by their headings, or by elimination if one table and one name are left. */
export const nameTypes = (tables: readonly DocumentedType[]): NamedTypes => {
  const request = tables.find(({ kinds }) => kinds.includes("body"));
  const others = tables.filter((table) => table !== request);
  const repeated = others.filter((table) => request !== undefined && table.name === undefined && rowsKey(table) === rowsKey(request));
  const own = others.filter((table) => !repeated.includes(table));
  const headed = new Map(own.flatMap((table) => (table.name === undefined ? [] : [[table.name.value, table] as const])));
  const nameless = own.filter(({ name }) => name === undefined);
  const missing = typeReferences(tables).filter((name) => !headed.has(name));
  const [table] = nameless;
  const [name] = missing;
  if (nameless.length !== 1 || missing.length !== 1 || table === undefined || name === undefined)
    return { request, types: headed, byElimination: new Set(), repeated, nameless };
  return { request, types: new Map([...headed, [name, table]]), byElimination: new Set([name]), repeated, nameless: [] };
};
