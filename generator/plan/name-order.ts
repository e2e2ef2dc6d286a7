const byKey = (left: { readonly key: string }, right: { readonly key: string }): number => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0);

/** What a name is handed out by: never the place in the document, so that names stay where something is moved or added. */
export const inNameOrder = <Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): readonly Item[] =>
  items
    .map((item) => ({ item, key: keysOf(item).join("\u0000") }))
    .sort(byKey)
    .map(({ item }) => item);

/** Each item made in the order of names, all of them in their own order. */
export const madeInNameOrder = <Item, Made>(items: readonly Item[], keysOf: (item: Item) => readonly string[], make: (item: Item) => Made): readonly Made[] => {
  const made = new Map(inNameOrder(items, keysOf).map((item) => [item, make(item)]));
  return items.flatMap((item) => {
    const one = made.get(item);
    return one === undefined ? [] : [one];
  });
};
