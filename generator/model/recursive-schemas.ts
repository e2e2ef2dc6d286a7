import type { Schema } from "./schema.js";
import { subschemasOf } from "./subschemas.js";

interface Visit {
  readonly schema: Schema;
  readonly parts: readonly Schema[];
  next: number;
}

/**
 * The schemas that can be met again inside of their own value: those in a circle of the graph of schemas (Tarjan's
 * strongly connected components). Without recursion of its own, since chains of references can have any length.
 */
export const recursiveSchemas = (roots: Iterable<Schema>): ReadonlySet<Schema> => {
  const order = new Map<Schema, number>();
  const lowest = new Map<Schema, number>();
  const open: Schema[] = [];
  const isOpen = new Set<Schema>();
  const found = new Set<Schema>();

  const lower = (schema: Schema, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(schema) ?? Infinity)) lowest.set(schema, to);
  };

  const enter = (schema: Schema): Visit => {
    order.set(schema, order.size);
    lower(schema, order.size - 1);
    open.push(schema);
    isOpen.add(schema);
    return { schema, parts: subschemasOf(schema), next: 0 };
  };

  /** Closes the circle that began with the schema. */
  const close = ({ schema, parts }: Visit): void => {
    if (lowest.get(schema) !== order.get(schema)) return;
    const circle = open.splice(open.lastIndexOf(schema));
    for (const one of circle) isOpen.delete(one);
    if (circle.length > 1 || parts.includes(schema)) for (const one of circle) found.add(one);
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
        if (around !== undefined) lower(around.schema, lowest.get(visit.schema));
      } else if (!order.has(part)) way.push(enter(part));
      else if (isOpen.has(part)) lower(visit.schema, order.get(part));
    }
  }
  return found;
};
