import { canonical, isObject } from "./check.js";

/** [index of the item that had the key first, index of the item that repeats it] */
export type Repeat = readonly [first: number, second: number];

/** What an item must not share with another; undefined where it has not all of the fields. */
export const keyOf = (item: unknown, fields: readonly string[]): string | undefined => {
  if (!isObject(item)) return undefined;
  const values = fields.map((field) => (Object.hasOwn(item, field) ? item[field] : undefined));
  // an item without the whole key, or with one that is no JSON, is never equal to another
  return values.some((value) => value === undefined || value === null) ? undefined : canonical(values);
};

/** Every item whose key an earlier item has, in one pass over the items. */
export const repeats = (items: readonly unknown[], fields: readonly string[]): readonly Repeat[] => {
  const first = new Map<string, number>();
  const found: Repeat[] = [];
  items.forEach((item, index) => {
    const key = keyOf(item, fields);
    if (key === undefined) return;
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else found.push([before, index]);
  });
  return found;
};
