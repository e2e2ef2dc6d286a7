interface Visit<Node> {
  readonly node: Node;
  readonly parts: readonly Node[];
  next: number;
}

/** Nodes that lead to one another, or one that does not lead to itself by way of others. */
interface Component<Node> {
  /** In the order in which they were walked. */
  readonly nodes: readonly Node[];
  /** Does each of them lead to itself? */
  readonly isCircle: boolean;
}

/**
 * The strongly connected components of a graph (Tarjan), each behind all that it leads to. Without recursion of its own, since
 * chains of references can have any length.
 */
export const componentsOf = <Node>(roots: Iterable<Node>, partsOf: (node: Node) => readonly Node[]): readonly Component<Node>[] => {
  const order = new Map<Node, number>();
  const lowest = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();
  const found: Component<Node>[] = [];

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

  /** Closes the component that began with the node. */
  const close = ({ node, parts }: Visit<Node>): void => {
    if (lowest.get(node) !== order.get(node)) return;
    const nodes = open.splice(open.lastIndexOf(node));
    for (const one of nodes) isOpen.delete(one);
    found.push({ nodes, isCircle: nodes.length > 1 || parts.includes(node) });
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

/** The circles of a graph. */
export const circlesOf = <Node>(roots: Iterable<Node>, partsOf: (node: Node) => readonly Node[]): readonly (readonly Node[])[] =>
  componentsOf(roots, partsOf).flatMap(({ nodes, isCircle }) => (isCircle ? [nodes] : []));
