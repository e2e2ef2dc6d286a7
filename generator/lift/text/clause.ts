import type { JsonValue } from "../../code/json-value.js";
import type { Group } from "../statement.js";
import type { NameQuality } from "./names.js";

/** Fields in a row, as a sentence lists them. */
export interface FieldList {
  /** One per field, except where "and" binds closer than "or": "city and state, or zip". */
  readonly groups: readonly Group[];
  /** What joins them; "and" for a single field. */
  readonly joined: "and" | "or" | "both";
  /** That of the least sure of its names. */
  readonly quality: NameQuality;
}

/**
 * Part of a sentence in the words of the recognisers: lower case, contractions written out, `L0` for fields in a row, `V0` for a
 * value or a name that is not in scope, one space between any two words and marks.
 */
export interface Clause {
  readonly text: string;
  /** Is it all of the sentence, what stands in parentheses, or another part? */
  readonly extent: "sentence" | "parenthesis" | "part";
  readonly lists: readonly FieldList[];
  readonly values: readonly JsonValue[];
  /** The described field, which sentences without a subject are about. */
  readonly self: string | undefined;
}
