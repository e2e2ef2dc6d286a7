/**
 * Lists as text, in a way that every list of strings survives, and items without commas stay as they are.
 *
 * `comma`: items are joined by commas. An item's own comma is written `%2C`, and its `%` is written `%25` where `2C`,
 * `25` or `00` follows. (The query string escapes once more. A server that merely splits at commas sees `%2C` in the
 * item: with such a server no item can hold a comma in any case.) `[""]` is `%00`, the empty list is the empty text.
 *
 * `repeat`: one parameter an item. The empty list is one empty parameter, so `[""]` is `%00`, and the only item of a
 * list gets `25` after its `%` where it would be read as that.
 */
export type ListStyle = "comma" | "repeat";

const emptyItem = "%00";

const special = /,|%(?=2c|25|00)/gi;
const escaped = /%(2c|25)/gi;

const writeItem = (item: string): string => item.replace(special, (found) => (found === "," ? "%2C" : "%25"));

const readItem = (text: string): string => text.replace(escaped, (_, code: string) => (code === "25" ? "%" : ","));

const writeComma = (items: readonly string[]): string =>
  items.length === 1 && items[0] === "" ? emptyItem : items.map(writeItem).join(",");

const readComma = (text: string): readonly string[] => {
  if (text === "") return [];
  return text === emptyItem ? [""] : text.split(",").map(readItem);
};

const emptyLike = /^%((?:25)*00)$/;
const escapedEmptyLike = /^%25((?:25)*00)$/;

const writeRepeat = (items: readonly string[]): readonly string[] => {
  const [only = "", ...others] = items;
  if (items.length === 0) return [""];
  if (others.length > 0) return items;
  return [only === "" ? emptyItem : only.replace(emptyLike, "%25$1")];
};

const readRepeat = (texts: readonly string[]): readonly string[] => {
  const [only = "", ...others] = texts;
  if (others.length > 0) return texts;
  if (only === "") return [];
  return [only === emptyItem ? "" : only.replace(escapedEmptyLike, "%$1")];
};

/** The values of the parameters that hold the list. */
export const writeList = (style: ListStyle, items: readonly string[]): readonly string[] =>
  style === "comma" ? [writeComma(items)] : writeRepeat(items);

/** Undoes `writeList`; a `comma` list stands in one parameter. */
export const readList = (style: ListStyle, texts: readonly string[]): readonly string[] =>
  style === "comma" ? texts.flatMap(readComma) : readRepeat(texts);
