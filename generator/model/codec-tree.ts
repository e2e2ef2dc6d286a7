import type { Leaf } from "../../templates/client/wire/representation.js";
import type { Schema } from "./schema.js";

/** Where such values stand in the values of a schema. `to` is a schema with a tree of its own. */
export type CodecTree =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "reference"; readonly to: Schema }
  | { readonly kind: "items"; readonly items: CodecTree }
  | { readonly kind: "members"; readonly members: ReadonlyMap<string, CodecTree>; readonly rest?: CodecTree };

/** `plain`: any text or number may stand there. `nothing`: neither a text nor a number does. */
type Tree = CodecTree | { readonly kind: "plain" } | { readonly kind: "nothing" };

const plain: Tree = { kind: "plain" };
const nothing: Tree = { kind: "nothing" };

/** The formats whose values a program may see otherwise, by the type that they have on the wire. */
const leaves: Readonly<Record<string, readonly (readonly [format: string, leaf: Leaf])[]>> = {
  string: [
    ["date-time", "date-time"],
    ["date", "date"],
    ["ms-date", "ms-date"],
    ["duration", "duration"],
    ["iso-duration", "duration"],
  ],
  integer: [["int64", "int64"]],
  number: [
    ["int64", "int64"],
    ["decimal", "decimal"],
  ],
};

/** The names of these formats. */
export const leafFormats: ReadonlySet<string> = new Set(Object.values(leaves).flatMap((formats) => formats.map(([format]) => format)));

/** The leaf that the values of a schema are; listed values stay what they are. */
const ownLeaf = ({ keywords: { type = [], format, enum: values, const: constant } }: Schema): Leaf | undefined => {
  if (format === undefined || values !== undefined || constant !== undefined) return undefined;
  const known = type.flatMap((name) => leaves[name] ?? []);
  return known.find(([name]) => name === format.name)?.[1];
};

const isComposite = ({ kind }: Tree): boolean => kind === "items" || kind === "members";

type TreeOf = (schema: Schema) => Tree;

const own = (schema: Schema, treeOf: TreeOf): Tree => {
  const { type = [], properties, items, additionalProperties, enum: values, const: constant } = schema.keywords;
  if (properties !== undefined || (additionalProperties !== undefined && additionalProperties.always === undefined)) {
    const members = new Map([...(properties ?? [])].map(([name, member]) => [name, treeOf(member) as CodecTree]));
    const rest = additionalProperties === undefined || additionalProperties.always !== undefined ? undefined : (treeOf(additionalProperties) as CodecTree);
    return rest === undefined ? { kind: "members", members } : { kind: "members", members, rest };
  }
  if (items !== undefined && schema.keywords.prefixItems === undefined) return { kind: "items", items: treeOf(items) as CodecTree };
  const leaf = ownLeaf(schema);
  if (leaf !== undefined) return { kind: "leaf", leaf };
  const types = values !== undefined || constant !== undefined ? ["string"] : type;
  return types.some((name) => name === "string" || name === "number" || name === "integer") ? plain : nothing;
};

const memberOf = (tree: Tree, name: string): Tree | undefined => (tree.kind === "members" ? (tree.members.get(name) ?? tree.rest) : undefined);

type Combine = (left: Tree, right: Tree) => Tree;

const combineMembers = (left: Tree & { readonly kind: "members" }, right: Tree & { readonly kind: "members" }, combine: Combine): Tree => {
  const names = new Set([...left.members.keys(), ...right.members.keys()]);
  const both = (one: Tree | undefined, other: Tree | undefined): CodecTree => (one === undefined || other === undefined ? (one ?? other) : combine(one, other)) as CodecTree;
  const members = new Map([...names].map((name) => [name, both(memberOf(left, name), memberOf(right, name))]));
  const rest = left.rest === undefined && right.rest === undefined ? undefined : both(left.rest, right.rest);
  return rest === undefined ? { kind: "members", members } : { kind: "members", members, rest };
};

const combineAlike = (left: Tree, right: Tree, combine: Combine): Tree | undefined => {
  if (left.kind === "leaf" && right.kind === "leaf" && left.leaf === right.leaf) return left;
  if (left.kind === "items" && right.kind === "items") return { kind: "items", items: combine(left.items, right.items) as CodecTree };
  return left.kind === "members" && right.kind === "members" ? combineMembers(left, right, combine) : undefined;
};

/** Both hold: what one of them says counts. */
const and: Combine = (left, right) => {
  if (left.kind === "nothing" || left.kind === "plain") return right.kind === "nothing" ? left : right;
  if (right.kind === "nothing" || right.kind === "plain") return left;
  return combineAlike(left, right, and) ?? plain;
};

/** One of them holds: a text that may be a moment, or any other text, stays text. */
const or: Combine = (left, right) => {
  if (left.kind === "nothing") return right;
  if (right.kind === "nothing") return left;
  // a text is never taken for an object, or the other way round
  if (left.kind === "plain" && isComposite(right)) return right;
  if (right.kind === "plain" && isComposite(left)) return left;
  return combineAlike(left, right, or) ?? plain;
};

/** The tree behind a reference, where it has to be combined with others. */
const expanded = (tree: Tree, treeOf: TreeOf): Tree => (tree.kind === "reference" ? expanded(treeOf(tree.to), treeOf) : tree);

const combined = (trees: readonly Tree[], combine: Combine, treeOf: TreeOf): Tree => {
  const telling = trees.filter(({ kind }) => kind !== "nothing");
  const [only = nothing] = telling;
  return telling.length < 2 ? only : telling.map((tree) => expanded(tree, treeOf)).reduce(combine);
};

const bodyOf = (schema: Schema, treeOf: TreeOf): Tree => {
  if (schema.always !== undefined) return schema.always ? plain : nothing;
  if (Object.keys(schema.keywords).length === 0) return plain;
  const { $ref, allOf = [], anyOf, oneOf } = schema.keywords;
  const reference: readonly Tree[] = $ref === undefined ? [] : [{ kind: "reference", to: $ref.schema() }];
  const unions = [anyOf, oneOf].flatMap((branches) => (branches === undefined ? [] : [combined(branches.map(treeOf), or, treeOf)]));
  return combined([own(schema, treeOf), ...reference, ...allOf.map(treeOf), ...unions], and, treeOf);
};

interface Wanted {
  readonly leaf: (leaf: Leaf) => boolean;
  readonly schema: (schema: Schema) => boolean;
}

const pruned = (tree: Tree, wanted: Wanted): CodecTree | undefined => {
  if (tree.kind === "plain" || tree.kind === "nothing") return undefined;
  if (tree.kind === "leaf") return wanted.leaf(tree.leaf) ? tree : undefined;
  if (tree.kind === "reference") return wanted.schema(tree.to) ? tree : undefined;
  if (tree.kind === "items") {
    const items = pruned(tree.items, wanted);
    return items === undefined ? undefined : { kind: "items", items };
  }
  const members = new Map([...tree.members].flatMap(([name, member]) => {
    const kept = pruned(member, wanted);
    return kept === undefined ? [] : [[name, kept] as const];
  }));
  const rest = tree.rest === undefined ? undefined : pruned(tree.rest, wanted);
  if (members.size === 0 && rest === undefined) return undefined;
  return rest === undefined ? { kind: "members", members } : { kind: "members", members, rest };
};

/** What matters of a tree to whoever looks for leaves in it. */
interface Reach {
  readonly leaves: ReadonlySet<Leaf>;
  readonly references: ReadonlySet<Schema>;
}

const reachOf = (tree: Tree): Reach => {
  const leaves = new Set<Leaf>();
  const references = new Set<Schema>();
  const visit = (inner: Tree): void => {
    if (inner.kind === "leaf") leaves.add(inner.leaf);
    else if (inner.kind === "reference") references.add(inner.to);
    else if (inner.kind === "items") visit(inner.items);
    else if (inner.kind === "members") {
      for (const member of inner.members.values()) visit(member);
      if (inner.rest !== undefined) visit(inner.rest);
    }
  };
  visit(tree);
  return { leaves, references };
};

const memoized = <Made>(make: (schema: Schema) => Made): ((schema: Schema) => Made) => {
  const made = new WeakMap<Schema, { readonly value: Made }>();
  return (schema) => {
    const known = made.get(schema) ?? { value: make(schema) };
    made.set(schema, known);
    return known.value;
  };
};

/** Does a schema, or one that it leads to, have a wanted leaf? */
const createHas = (reachOfSchema: (schema: Schema) => Reach, isWanted: (leaf: Leaf) => boolean): ((schema: Schema) => boolean) => {
  const known = new WeakMap<Schema, boolean>();
  return (schema) => {
    const answer = known.get(schema);
    if (answer !== undefined) return answer;
    // everything that is reached; one leaf anywhere is enough
    const reached = new Set<Schema>([schema]);
    for (const one of reached) {
      // all that it reaches was looked at when that was found
      if (known.get(one) === false) continue;
      const { leaves, references } = reachOfSchema(one);
      if (known.get(one) === true || [...leaves].some(isWanted)) {
        known.set(schema, true);
        return true;
      }
      references.forEach((next) => reached.add(next));
    }
    reached.forEach((one) => known.set(one, false));
    return false;
  };
};

/**
 * Where values of formats that a program may see otherwise stand in the values of a schema; undefined where nowhere. References are
 * kept, so that a schema may refer to itself; where schemas are combined, what is behind a reference is taken in. Each question
 * (`isWanted`) is asked of the same trees.
 */
export const createCodecTrees = (): ((isWanted: (leaf: Leaf) => boolean) => (schema: Schema) => CodecTree | undefined) => {
  const trees = new WeakMap<Schema, Tree>();
  const treeOf = (schema: Schema): Tree => {
    const known = trees.get(schema);
    if (known !== undefined) return known;
    // whoever is met again while it is read includes itself, which no value can do
    trees.set(schema, plain);
    const tree = bodyOf(schema, treeOf);
    trees.set(schema, tree);
    return tree;
  };
  const reach = memoized((schema) => reachOf(treeOf(schema)));
  return (isWanted) => {
    const wanted: Wanted = { leaf: isWanted, schema: createHas(reach, isWanted) };
    return memoized((schema) => pruned(treeOf(schema), wanted));
  };
};
