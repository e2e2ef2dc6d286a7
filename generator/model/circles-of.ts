interface Visit<Node> {
  readonly node: Node;
  readonly parts: readonly Node[];
  next: number;
}

/**
 * The circles of a graph, each in the order in which it was walked (Tarjan's strongly
 * connected components). Without recursion of its own, since chains of references can have any length.
 */
export const circlesOf = <Node>(
  roots: Iterable<Node>,
  partsOf: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] => {
  const order = new Map<Node, number>();
  const lowest = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();
  const found: (readonly Node[])[] = [];

  const lower = (node: Node, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(node) ?? Infinity)) lowest.set(node, to);
  };

  const enter = (node: Node): Visit<Node> => {
    order.set(node, order.size);
    lower(node, order.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, parts: partsOf(node), next: 0 };
  };

  /** Closes the circle that began with the node. */
  const close = ({ node, parts }: Visit<Node>): void => {
    if (lowest.get(node) !== order.get(node)) return;
    const circle = open.splice(open.lastIndexOf(node));
    for (const one of circle) isOpen.delete(one);
    if (circle.length > 1 || parts.includes(node)) found.push(circle);
  };

  for (const root of roots) {
    if (order.has(root)) continue;
    const way = [enter(root)];
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const part = visit.parts[visit.next++];
      if (part === undefined) {
        close(visit);
        way.pop();
        const around = way.at(-1);
        if (around !== undefined) lower(around.node, lowest.get(visit.node));
      } else if (!order.has(part)) way.push(enter(part));
      else if (isOpen.has(part)) lower(visit.node, order.get(part));
    }
  }
  return found;
};
