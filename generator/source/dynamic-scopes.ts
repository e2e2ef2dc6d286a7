import type { Pointer } from "./pointer.js";

/** Names with the schemas that they stand for: the outermost resource that has one gave it (core §8.2.3.2). */
export interface DynamicScope {
  readonly key: string;
  readonly targets: ReadonlyMap<string, Pointer>;
}

/** What the `$dynamicRef`s of a document can lead to. */
export interface DynamicScopes {
  /** The name that a `$dynamicRef` at a pointer looks for; undefined where it is a reference like any other. */
  readonly nameAt: (pointer: Pointer) => string | undefined;
  /** The scope inside of a schema that was reached with another one around it. */
  readonly entered: (pointer: Pointer, outer: DynamicScope) => DynamicScope;
}

export const emptyScope: DynamicScope = { key: "", targets: new Map() };

/** Of a document without dynamic references. */
export const noDynamicScopes: DynamicScopes = { nameAt: () => undefined, entered: () => emptyScope };
