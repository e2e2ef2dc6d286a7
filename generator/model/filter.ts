import type { Schema } from "./schema.js";
import type { Pointer } from "../source/pointer.js";

/**
 * What a filter operator takes: `value` the field's own type, `list` several of them, `text` any string,
 * the others a type of their own whatever the field's.
 */
export type ValueKind = "value" | "list" | "text" | "boolean" | "integer" | "number";

/** How an API spells its filter parameters (`x-filter-dialect`). Wire names are made and read by nothing else. */
export interface FilterDialect {
  /** Template with `{field}` and `{operator}`. */
  readonly operator: string;
  /** Template with `{parameter}`; absent where nothing can be negated. */
  readonly negation?: string;
  /** How a list stands in the query: `a,b` in one parameter, or the parameter repeated. */
  readonly list: "comma" | "repeat";
  readonly operators: ReadonlyMap<string, ValueKind>;
  readonly sets: ReadonlyMap<string, readonly string[]>;
}

/** The filters of one list operation. */
export interface FilterSet {
  readonly dialect: FilterDialect;
  readonly fields: readonly FilterField[];
}

export interface FilterField {
  /** Wire name of the bare parameter. */
  readonly name: string;
  readonly pointer: Pointer;
  readonly description?: string;
  readonly schema: Schema;
  /** The name of the set, where the field takes exactly the operators of one. */
  readonly set?: string;
  readonly operators: readonly FilterOperator[];
  /** Can the bare filter be negated? */
  readonly negatable: boolean;
}

export interface FilterOperator {
  readonly name: string;
  readonly kind: ValueKind;
  readonly negatable: boolean;
}

/** One parameter of the expanded query: field, operator (absent: equals) and negation, with its wire name. */
export interface FilterParameter {
  readonly wireName: string;
  readonly field: FilterField;
  readonly operator?: FilterOperator;
  readonly negated: boolean;
}
