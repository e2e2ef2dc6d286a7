import type { Pointer } from "../source/pointer.js";
import type { Confidence } from "./confidence.js";
import type { Scope } from "./scopes/scope.js";
import type { Statement } from "./statement.js";

/** The sentence that a statement was read from. */
export interface Evidence {
  /** As it stands in the description, white space made single spaces. */
  readonly sentence: string;
  /** The text in which it stands. */
  readonly pointer: Pointer;
  /** Where in that text, in UTF-16 units. */
  readonly start: number;
  readonly recogniser: string;
  readonly confidence: Confidence;
}

/** A statement about a scope, with every sentence that says it. */
export interface Finding {
  readonly scope: Scope;
  readonly statement: Statement;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** What the sentence leaves open. */
  readonly note?: string;
}
