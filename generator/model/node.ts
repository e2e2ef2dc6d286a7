import type { Report } from "../diagnostics/collector.js";
import { child, type Pointer, tokens } from "../source/pointer.js";
import { resolveReference } from "../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";

/** A value with its place. */
export interface Node {
  readonly value: SourceValue | undefined;
  readonly pointer: Pointer;
}

/** What readers of the document share. */
export interface Reader {
  readonly root: SourceObject;
  readonly report: Report;
}

export const member = (node: Node, key: string): Node => ({
  value: isSourceObject(node.value) ? node.value.get(key) : undefined,
  pointer: child(node.pointer, key),
});

const wrongShape = (node: Node, expected: string, report: Report): void => {
  if (node.value === undefined) return;
  const name = tokens(node.pointer).at(-1) ?? "the document";
  report("structure-invalid", { message: `${JSON.stringify(name)} must be ${expected}`, at: { pointer: node.pointer } });
};

export const textOf = (node: Node): string | undefined => (typeof node.value === "string" ? node.value : undefined);

export const isTrue = (node: Node): boolean => node.value === true;

/** The entries of a map, in document order. Every name is one of its own, one that begins with `x-` too. */
export const entriesOf = (node: Node, { report }: Reader): readonly (readonly [string, Node])[] => {
  if (!isSourceObject(node.value)) {
    wrongShape(node, "an object", report);
    return [];
  }
  return [...node.value].map(([key, value]) => [key, { value, pointer: child(node.pointer, key) }]);
};

/** The patterned fields of an object that may carry extensions (OpenAPI 3.1 §4.9), in document order. */
export const patternedFieldsOf = (node: Node, reader: Reader): readonly (readonly [string, Node])[] =>
  entriesOf(node, reader).filter(([key]) => !key.startsWith("x-"));

export const itemsOf = (node: Node, { report }: Reader): readonly Node[] => {
  if (!isSourceArray(node.value)) {
    wrongShape(node, "a list", report);
    return [];
  }
  return node.value.map((value, index) => ({ value, pointer: child(node.pointer, index) }));
};

export const textsOf = (node: Node, reader: Reader): readonly string[] =>
  itemsOf(node, reader).flatMap((item) => textOf(item) ?? []);

/** How many references may stand behind one another; longer chains were reported as cycles. */
const chain = 64;

/** What the node is or refers to (Reference Object, OpenAPI 3.1 §4.8.23). */
export const followed = (node: Node, reader: Reader, left = chain): Node | undefined => {
  const reference = isSourceObject(node.value) ? node.value.get("$ref") : undefined;
  if (typeof reference !== "string") return node;
  // a chain that never ends was reported as a circle
  if (left === 0) return undefined;
  const target = resolveReference(reader.root, reference);
  if (target === undefined) {
    reader.report("ref-unresolved", {
      message: `${JSON.stringify(reference)} leads nowhere`,
      at: { pointer: child(node.pointer, "$ref") },
    });
    return undefined;
  }
  return followed(target, reader, left - 1);
};
