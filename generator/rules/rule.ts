import type { Code } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import type { Emit, Fail } from "../keywords/keyword.js";
import type { Pointer } from "../source/pointer.js";
import type { FieldPlace } from "./field-places.js";
import type { Owner, Recognised } from "./owner.js";

/** A field as a rule sees it: `nonNull` says that null does not count as set. */
export interface RuleField {
  readonly name: string;
  readonly nonNull: boolean;
}

/** Fields that count together: the group is set when all of them are. */
export type FieldGroup = readonly RuleField[];

export interface RuleBase {
  readonly kind: string;
  /** The keyword or extension it was read from. */
  readonly pointer: Pointer;
  /** Where that spells the names of the fields, in document order; absent where it spells none. */
  readonly places?: readonly FieldPlace[];
}

/** What one alternative of an input type says of a field. */
export type FieldState =
  /** The key is required; null is allowed where the field allows it. */
  | "present"
  /** The key is required and not null. */
  | "set"
  /** The key must be left out. */
  | "absent"
  /** The key must be left out or null. */
  | "unset";

/** The key is required and has exactly this value, or any but these. */
export type FieldValue = { readonly type: JsonValue } | { readonly except: readonly JsonValue[] };

export type Alternative = readonly { readonly name: string; readonly state: FieldState | FieldValue }[];

/** All that is known of one kind of rule, on one screen. */
export interface RuleKind<Rule extends RuleBase> {
  readonly kind: Rule["kind"];
  /** The rules of this kind that stand in a schema. */
  readonly recognise: (owner: Owner) => readonly Recognised<Rule>[];
  /** The rule for people; it is also the compile error of input types. */
  readonly sentence: (rule: Rule) => string;
  /** Every field it speaks about, each once. */
  readonly fields: (rule: Rule) => readonly string[];
  /** One object type per way to obey, made as they are asked for, since there may be very many; undefined where types cannot say it. */
  readonly alternatives: (rule: Rule) => Iterable<Alternative> | undefined;
  /** The same as several unions that hold together, few where there are many alternatives; left out where one union is as small. */
  readonly clauses?: (rule: Rule) => readonly (readonly Alternative[])[] | undefined;
  /** Boolean expression over the object (or array) `value`. */
  readonly test: (rule: Rule, value: Code, emit: Emit) => Code;
  readonly fail: (rule: Rule, value: Code) => Fail;
  /** Statements where `test` and `fail` are not enough. */
  readonly walk?: (rule: Rule, value: Code, emit: Emit) => Code;
  /** The rule interpreted: the oracle of its tests. */
  readonly holds: (rule: Rule, value: JsonValue) => boolean;
}

/** The rule that a kind is of. */
export type RuleOf<Kind> = Kind extends RuleKind<infer Rule> ? Rule : never;
