import { parseNumber } from "../filters/values.js";
import { createSink, type Report, type Result } from "../issue.js";

/** A header is text; where the description lists its values it is one of those. */
type HeaderText<Value> = [Exclude<Value, undefined>] extends [string] ? Exclude<Value, undefined> : string;

/** The headers of an answer, with the names that the description knows. */
export interface KnownHeaders<Known> extends Headers {
  get<Name extends keyof Known & string>(name: Name): HeaderText<Known[Name]> | null;
  get(name: string): string | null;
}

/** What text may be besides text. */
export type Scalars = readonly ("number" | "boolean")[];

/** How the value of a header is written: the style `simple` (OpenAPI 3.1 §4.8.12.2), or JSON. */
export interface HeaderTable {
  /** Of the value, or of each item. */
  readonly scalars?: Scalars;
  readonly form?: "json" | "list" | "object" | "exploded";
  /** Of the members of an object. */
  readonly members?: Readonly<Record<string, Scalars>>;
}

/** The text as a number or a boolean where it can be one; what is wrong with it is told by the validator. */
const scalarOf = (text: string, scalars: Scalars = []): unknown => {
  if (scalars.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return (scalars.includes("number") ? parseNumber(text) : undefined) ?? text;
};

const itemsOf = (text: string): readonly string[] => (text === "" ? [] : text.split(",").map((item) => item.trim()));

/** pairsOf(["a=1", "b=2"], true) is pairsOf(["a", "1", "b", "2"], false) */
const pairsOf = (items: readonly string[], isExploded: boolean): readonly (readonly [string, string])[] =>
  isExploded
    ? items.map((item) => [item.split("=", 1)[0] ?? "", item.includes("=") ? item.slice(item.indexOf("=") + 1) : ""])
    : items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ""] as const] : []));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // what is no JSON is text, which the validator takes or not
    return text;
  }
};

const valueOf = (text: string, { scalars, form, members = {} }: HeaderTable): unknown => {
  if (form === "json") return parsed(text);
  if (form === "list") return itemsOf(text).map((item) => scalarOf(item, scalars));
  if (form === undefined) return scalarOf(text, scalars);
  return Object.fromEntries(pairsOf(itemsOf(text), form === "exploded").map(([name, value]) => [name, scalarOf(value, Object.hasOwn(members, name) ? members[name] : scalars)]));
};

/** The headers that the description knows, as far as they are there, by the names that it gives them. */
export const readHeaders = <Value>(headers: Headers, tables: Readonly<Record<string, HeaderTable>>, report?: Report): Result<Value> => {
  const sink = createSink();
  const entries = Object.entries(tables).flatMap(([name, table]) => {
    const text = headers.get(name);
    return text === null ? [] : [[name, valueOf(text, table)] as const];
  });
  const value: unknown = Object.fromEntries(entries);
  report?.(value, [], sink);
  return sink.issues.length > 0 ? { issues: sink.issues } : { value: value as Value };
};
