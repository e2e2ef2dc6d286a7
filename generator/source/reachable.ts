/** What is reached from `start`, each once: itself, then what `next` says of it, the first of that with all behind it before the second. */
export const reachable = <Node extends {} | null>(start: Node, next: (node: Node) => readonly Node[]): readonly Node[] => {
  const found = new Set<Node>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    // the first of them is the next to be looked at
    for (const one of [...next(node)].reverse()) open.push(one);
  }
  return [...found];
};
