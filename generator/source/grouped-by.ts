/** Items by what `keyOf` says of them, in the order of their coming; those of which it says nothing are left out. */
export const groupedBy = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key | undefined): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
};
