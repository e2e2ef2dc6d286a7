import type { Code, ImportedSymbol } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import type { Report } from "../diagnostics/collector.js";
import type { Format } from "../formats/format.js";
import type { Schema } from "../model/schema.js";
import type { Pointer } from "../source/pointer.js";
import type { SourceValue } from "../source/value.js";

/** The type of value that a keyword speaks about; it holds for every value of another type. */
export type Group = "string" | "number" | "array" | "object" | "any";

export interface ReadContext {
  /** Where the keyword's value stands. */
  readonly pointer: Pointer;
  readonly report: Report;
  /** The schema at a pointer below or elsewhere in the document. */
  readonly schema: (pointer: Pointer) => Schema;
  /** A format of the user's own. */
  readonly customFormat: (name: string) => Format | undefined;
  /** The schema that a `$ref` to a pointer means. */
  readonly referred: (pointer: Pointer) => Schema;
  /** The pointer that a `$ref` leads to, or undefined where nothing stands there (already reported). */
  readonly target: (reference: string) => Pointer | undefined;
  /** The same of what may be no reference at all. */
  readonly lookUp: (reference: string) => Pointer | undefined;
  /** Where a `$dynamicRef` that leads to `target` at first leads to at last. */
  readonly dynamicTarget: (target: Pointer) => Pointer;
}

/**
 * One function in the making: `is…` answers, `report…` tells all. Keywords are written once against this and come out
 * in either form.
 */
export interface Emit {
  readonly mode: "is" | "report";
  /**
   * A boolean expression: does `value` satisfy `schema`? Where other checks of the same value follow (`shared`), the
   * expression must not narrow its type.
   */
  readonly test: (schema: Schema, value: Code, shared?: boolean) => Code;
  /** True inside of such an expression. */
  readonly isShared: boolean;
  /** Statements that apply `schema` to `value`, which stands at `key` (code of a string or number) of the current value. */
  readonly apply: (schema: Schema, value: Code, key?: Code) => Code;
  /** Statement for one assertion: `failing` leads out of the function, or to `fail(sink, path)`. */
  readonly reject: (failing: Code, fail: Fail, key?: Code) => Code;
  /** The value of an own property of the object `value`. */
  readonly property: (value: Code, key: string) => Code;
  /** A local name that is not taken in the function. */
  readonly fresh: (hint: string) => Code;
  /** A constant at the top of the module. */
  readonly hoist: (hint: string, value: Code) => Code;
  /** True for a schema that every value satisfies. */
  readonly isTrivial: (schema: Schema) => boolean;
}

/** Code of the call that adds the issue: (sink, path) ~> `failMaxLength(sink, path, 128)` */
export type Fail = (sink: Code, path: Code) => Code;

/** A call of a function of the run-time module `fail`. */
export type FailCall = (name: ImportedSymbol, ...details: readonly Code[]) => Fail;

export interface Holds {
  readonly holds: (schema: Schema, value: JsonValue) => boolean;
}

interface KeywordBase<Data> {
  readonly name: string;
  readonly group: Group | ((data: Data) => Group);
  /** The keyword's value as data, or undefined after a report. */
  readonly read: (value: SourceValue, context: ReadContext) => Data | undefined;
  /** The subschemas that apply to the same value as the keyword does (2020-12 core §10.2). */
  readonly inPlace?: (data: Data) => readonly Schema[];
  /** The keyword interpreted: the oracle of the generated code. `value` is of the group's type. */
  readonly holds: (data: Data, value: JsonValue, interpret: Holds, schema: Schema) => boolean;
}

/** A keyword that one expression decides. */
export interface Assertion<Data> extends KeywordBase<Data> {
  readonly form: "assertion";
  readonly test: (data: Data, value: Code, emit: Emit, schema: Schema) => Code;
  readonly fail: (data: Data, value: Code) => Fail;
  /** Statements that say more than `fail` does. */
  readonly explain?: (data: Data, value: Code, emit: Emit, schema: Schema) => Code | undefined;
}

/** A keyword that walks into the value, so that its schema gets a function of its own. */
export interface Walk<Data> extends KeywordBase<Data> {
  readonly form: "walk";
  readonly walk: (data: Data, value: Code, emit: Emit, schema: Schema) => Code;
}

/** A keyword that works through its neighbours, like `then`. */
export interface Companion<Data> extends Omit<KeywordBase<Data>, "holds"> {
  readonly form: "companion";
}

export type Keyword<Data> = Assertion<Data> | Walk<Data> | Companion<Data>;
