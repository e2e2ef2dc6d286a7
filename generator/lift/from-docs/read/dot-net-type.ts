import type { DocumentedShape } from "../documented-api.js";

const noLimits: DocumentedShape["limits"] = new Map();

interface Primitive {
  readonly type: "boolean" | "integer" | "number" | "string";
  readonly formats?: readonly string[];
}

/** Types of .NET that stand for one value of JSON. What a date looks like depends on the serializer, so dates have no format here. */
const primitives: Readonly<Record<string, Primitive>> = {
  bool: { type: "boolean" },
  boolean: { type: "boolean" },
  byte: { type: "integer" },
  char: { type: "string" },
  date: { type: "string" },
  dateonly: { type: "string", formats: ["date"] },
  datetime: { type: "string" },
  datetimeoffset: { type: "string" },
  decimal: { type: "number" },
  double: { type: "number", formats: ["double"] },
  float: { type: "number", formats: ["float"] },
  guid: { type: "string", formats: ["uuid"] },
  int: { type: "integer", formats: ["int32"] },
  int16: { type: "integer" },
  int32: { type: "integer", formats: ["int32"] },
  int64: { type: "integer", formats: ["int64"] },
  long: { type: "integer", formats: ["int64"] },
  short: { type: "integer" },
  string: { type: "string" },
  timespan: { type: "string" },
  uint: { type: "integer" },
  ulong: { type: "integer" },
  uri: { type: "string" },
};

const lists: ReadonlySet<string> = new Set(["list", "ilist", "ienumerable", "icollection", "collection", "hashset", "iset", "ireadonlylist", "ireadonlycollection", "array"]);
const maps: ReadonlySet<string> = new Set(["dictionary", "idictionary", "ireadonlydictionary"]);

const shape = (words: string, rest: Partial<DocumentedShape>): DocumentedShape => ({
  words,
  isAny: false,
  isKnown: true,
  nullable: false,
  formats: [],
  limits: noLimits,
  ...rest,
});

/** "string, List<int>" ~> ["string", "List<int>"]: commas between brackets separate nothing */
const typeArguments = (text: string): readonly string[] => {
  const found: string[] = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "<") depth += 1;
    if (letter === ">") depth -= 1;
    if (letter === "," && depth === 0) found.push("");
    else found.push(`${found.pop() ?? ""}${letter}`);
  }
  return found.map((one) => one.trim());
};

const generic = (words: string, outer: string, inner: readonly string[], depth: number): DocumentedShape => {
  const [first = "", second = ""] = inner;
  const name = outer.toLowerCase();
  if (lists.has(name) && inner.length === 1) return shape(words, { type: "array", items: read(first, depth + 1) });
  if (maps.has(name) && inner.length === 2) return shape(words, { type: "object", values: read(second, depth + 1) });
  if (name === "nullable" && inner.length === 1) return { ...read(first, depth + 1), words, nullable: true };
  return shape(words, { isKnown: false });
};

const mostDepth = 8;

const read = (given: string, depth: number): DocumentedShape => {
  const words = given.trim();
  if (depth > mostDepth || words === "") return shape(words, { isKnown: false });
  if (words.endsWith("?")) return { ...read(words.slice(0, -1), depth + 1), words, nullable: true };
  if (words.endsWith("[]")) return shape(words, { type: "array", items: read(words.slice(0, -2), depth + 1) });
  const outer = /^(?:[A-Za-z_]\w{0,80}\.){0,8}([A-Za-z_]\w{0,80})<(.{1,200})>$/.exec(words);
  if (outer !== null) return generic(words, outer[1] ?? "", typeArguments(outer[2] ?? ""), depth);
  const key = words.toLowerCase();
  const primitive = Object.hasOwn(primitives, key) ? primitives[key] : undefined;
  if (primitive !== undefined) return shape(words, primitive);
  if (key === "object") return shape(words, { isAny: true });
  return /^[A-Za-z_]\w{0,80}$/.test(words) ? shape(words, { reference: words }) : shape(words, { isKnown: false });
};

/** Reads the name of a .NET type: `int?`, `List<Account>`, `Dictionary<string, string>`. Other names refer to types of the API. */
export const readDotNetType = (text: string): DocumentedShape => read(text.slice(0, 300), 0);
