/**
 * Lists as text, in a way that every list of strings survives, and items without the delimiter stay as they are.
 *
 * `comma`, `form`, `space`, `pipe`: items are joined by the delimiter. An item's own delimiter is percent-encoded, and its `%` is written
 * `%25` where that encoding, `25` or `00` follows. (The query string escapes once more. A server that merely splits at the
 * delimiter sees `%2C` in the item: with such a server no item can hold one in any case.) `[""]` is `%00`, the empty list is the
 * empty text.
 *
 * `repeat`: one parameter an item. The empty list is one empty parameter, so `[""]` is `%00`, and the only item of a
 * list gets `25` after its `%` where it would be read as that.
 */
export type ListStyle = "comma" | "form" | "space" | "pipe" | "repeat";

type Joined = Exclude<ListStyle, "repeat">;

interface Delimiter {
  readonly text: string;
  /** As it stands in an address (OpenAPI 3.1 §4.8.12.4). */
  readonly raw: string;
  readonly encoded: string;
  readonly special: RegExp;
  readonly escaped: RegExp;
}

/** What stands between the items of a list in one parameter. */
export const delimiters: Readonly<Record<Joined, Delimiter>> = {
  comma: { text: ",", raw: "%2C", encoded: "%2C", special: /,|%(?=2c|25|00)/gi, escaped: /%(2c|25)/gi },
  form: { text: ",", raw: ",", encoded: "%2C", special: /,|%(?=2c|25|00)/gi, escaped: /%(2c|25)/gi },
  space: { text: " ", raw: "%20", encoded: "%20", special: / |%(?=20|25|00)/g, escaped: /%(20|25)/g },
  pipe: { text: "|", raw: "%7C", encoded: "%7C", special: /\||%(?=7c|25|00)/gi, escaped: /%(7c|25)/gi },
};

const emptyItem = "%00";

const writeItem = (item: string, { text, encoded, special }: Delimiter): string =>
  item.replace(special, (found) => (found === text ? encoded : "%25"));

const readItem = (item: string, { text, escaped }: Delimiter): string =>
  item.replace(escaped, (_, code: string) => (code === "25" ? "%" : text));

const writeJoined = (items: readonly string[], delimiter: Delimiter): string =>
  items.length === 1 && items[0] === "" ? emptyItem : items.map((item) => writeItem(item, delimiter)).join(delimiter.text);

const readJoined = (text: string, delimiter: Delimiter): readonly string[] => {
  if (text === "") return [];
  return text === emptyItem ? [""] : text.split(delimiter.text).map((item) => readItem(item, delimiter));
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
  style === "repeat" ? writeRepeat(items) : [writeJoined(items, delimiters[style])];

/** Undoes `writeList`; a joined list stands in one parameter. */
export const readList = (style: ListStyle, texts: readonly string[]): readonly string[] =>
  style === "repeat" ? readRepeat(texts) : texts.flatMap((text) => readJoined(text, delimiters[style]));
