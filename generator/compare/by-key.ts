/** Items by their key, in their order; those without one are left out. */
export const byKey = <Item>(items: Iterable<Item>, keyOf: (item: Item) => string | undefined): ReadonlyMap<string, readonly Item[]> => {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [item]);
    else same.push(item);
  }
  return found;
};
