import type { Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import type { SourceValue } from "../value.js";
import type { JsonPath } from "./json-path.js";

/** What an action does with its targets. */
export type Work =
  | { readonly kind: "remove" }
  | { readonly kind: "update"; readonly value: SourceValue }
  /** Overlay 1.1: what another place of the description holds. */
  | { readonly kind: "copy"; readonly source: JsonPath };

/** An Action Object (Overlay 1.1 §4.4.3). */
export interface Action {
  readonly pointer: Pointer;
  readonly target: JsonPath;
  readonly work: Work;
}

/** An Overlay Object (Overlay 1.1 §4.4.1), read and checked. */
export interface Overlay {
  readonly file: ReadText;
  readonly version: "1.0" | "1.1";
  readonly extends?: string;
  readonly actions: readonly Action[];
}
