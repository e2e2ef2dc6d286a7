import type { JsonValue } from "../../code/json-value.js";
import type { Scope } from "../scopes/scope.js";
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
 * Part of a sentence in the words of the recognisers (see normal-form.ts): lower case, one word for what means the same, `L0` for
 * fields in a row, `U` for a row with a name that is not in scope, `V0` for a value or an unknown name, one space between words
 * and marks.
 */
export interface Clause {
  readonly text: string;
  /** Is it all of the sentence, what stands in parentheses, or another part? */
  readonly extent: "sentence" | "parenthesis" | "part";
  readonly lists: readonly FieldList[];
  readonly values: readonly JsonValue[];
  /** The described field, which sentences without a subject are about. */
  readonly self: string | undefined;
  readonly scope: Scope;
}
