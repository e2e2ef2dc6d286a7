/** `equals` first, then as the dialect lists them, so that equal fields look equal; what it does not list stands last, by name. */
export const inOrder = <Item>(items: readonly Item[], nameOf: (item: Item) => string, order: readonly string[]): readonly Item[] => {
  const rank = (item: Item): number => {
    const index = nameOf(item) === "equals" ? -1 : order.indexOf(nameOf(item));
    return index === -1 && nameOf(item) !== "equals" ? order.length : index;
  };
  return [...items].sort((left, right) => rank(left) - rank(right) || (nameOf(left) < nameOf(right) ? -1 : 1));
};
