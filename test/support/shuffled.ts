import { isSourceArray, isSourceObject, type SourceValue } from "../../generator/source/value.js";

/** Where a key comes to stand: any number of it, the same for the same key. */
export type Order = (key: string) => number;

/** Another order for each seed. */
export const orderOf = (seed: number): Order => {
  const start = seed >>> 0;
  return (key) => {
    let sum = start;
    for (const letter of key) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0;
  };
};

const byOrder = <Item>(items: readonly Item[], order: Order, keyOf: (item: Item) => string): readonly Item[] =>
  items
    .map((item) => ({ item, at: order(keyOf(item)) }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);

/** The same description with the members of its objects in another order. */
export const shuffled = (value: SourceValue, order: Order): SourceValue => {
  if (isSourceArray(value)) return value.map((item) => shuffled(item, order));
  if (!isSourceObject(value)) return value;
  return new Map(byOrder([...value], order, ([key]) => key).map(([key, member]) => [key, shuffled(member, order)] as const));
};

/** Keys of lists whose order says nothing. */
const unordered: ReadonlySet<string> = new Set(["parameters", "required"]);

const parameterKey = (item: SourceValue): string => {
  if (!isSourceObject(item)) return String(item);
  return ["$ref", "in", "name"].map((key) => String(item.get(key))).join(" ");
};

const withLists = (value: SourceValue, order: Order): SourceValue => {
  if (isSourceArray(value)) return value.map((item) => withLists(item, order));
  if (!isSourceObject(value)) return value;
  const member = (key: string, one: SourceValue): SourceValue => {
    const inside = withLists(one, order);
    return unordered.has(key) && isSourceArray(inside) ? byOrder(inside, order, parameterKey) : inside;
  };
  return new Map([...value].map(([key, one]) => [key, member(key, one)] as const));
};

const refersToItems = (value: SourceValue): boolean => {
  if (isSourceArray(value)) return value.some(refersToItems);
  if (!isSourceObject(value)) return typeof value === "string" && /^[^\s]*#.*\/parameters\/\d/.test(value);
  return [...value.values()].some(refersToItems);
};

/** Members and lists of parameters in another order; the lists stay where references count in them. */
export const reordered = (value: SourceValue, seed: number): SourceValue => {
  const order = orderOf(seed);
  return refersToItems(value) ? shuffled(value, order) : withLists(shuffled(value, order), order);
};

/** JSON, with the members in their order, which plain objects do not keep. */
export const jsonOf = (value: SourceValue): string => {
  if (isSourceArray(value)) return `[${value.map(jsonOf).join(",")}]`;
  if (isSourceObject(value)) return `{${[...value].map(([key, member]) => `${JSON.stringify(key)}:${jsonOf(member)}`).join(",\n")}}`;
  return JSON.stringify(value);
};

