import { isSourceArray, isSourceObject, type SourceValue } from "./value.js";

/** The value as JSON, its members in their order; on one line without `indent`. */
export const jsonOf = (value: SourceValue, indent = "", before = ""): string => {
  const isShort = indent === "";
  const inner = before + indent;
  const list = (open: string, items: readonly string[], close: string): string => {
    if (items.length === 0) return open + close;
    return isShort ? `${open}${items.join(",")}${close}` : `${open}\n${items.map((item) => inner + item).join(",\n")}\n${before}${close}`;
  };
  if (isSourceArray(value)) return list("[", value.map((item) => jsonOf(item, indent, inner)), "]");
  if (!isSourceObject(value)) return JSON.stringify(value);
  return list("{", [...value].map(([key, member]) => `${JSON.stringify(key)}:${isShort ? "" : " "}${jsonOf(member, indent, inner)}`), "}");
};
