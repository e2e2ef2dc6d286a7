import type { Schema } from "./schema.js";
import type { Pointer } from "../source/pointer.js";

/**
 * What a filter operator takes: `value` one value of the field, `list` several of them, `text` any string,
 * the others a type of their own whatever the field's.
 */
export type ValueKind = "value" | "list" | "text" | "boolean" | "integer" | "number";

/** How `x-filter` spells filter parameters (`x-filter-dialect`, or a built-in dialect). */
export interface FilterDialect {
  /** Template with `{field}` and `{operator}`. */
  readonly operator: string;
  /** Template with `{parameter}`; absent where nothing can be negated. */
  readonly negation?: string;
  /** How a list stands in the query: `a,b` in one parameter, or the parameter repeated. */
  readonly list: "comma" | "repeat";
  readonly operators: ReadonlyMap<string, ValueKind>;
  /** How names spell an operator that is not called so there: `gte` as `>=`. */
  readonly words?: ReadonlyMap<string, string>;
  readonly sets: ReadonlyMap<string, readonly string[]>;
}

/** The filters of one list operation. */
export interface FilterSet {
  /** The dialect of the fields that `x-filter` declares; absent where all are read from plain parameters. */
  readonly dialect?: FilterDialect;
  readonly fields: readonly FilterField[];
}

export interface FilterField {
  /** What `where` calls it. */
  readonly name: string;
  /** Its bare parameter, or the first that it has. */
  readonly pointer: Pointer;
  readonly description?: string;
  /** The values it is compared with, one by one. */
  readonly schema: Schema;
  /** The name of the set, where the field takes exactly the operators of one that the dialect names. */
  readonly set?: string;
  /** `equals`, the field without operator, is one of them where the API has it. */
  readonly operators: readonly FilterOperator[];
  /** The one parameter that holds all operators as members (`deepObject`). */
  readonly object?: FilterObject;
  readonly evidence: FilterEvidence;
}

export interface FilterObject {
  /** Names from the parameter to the operators: `["created"]`, `["filter", "name"]`. */
  readonly path: readonly string[];
  /** The value by itself excludes operators: `created=5`, or `created[gte]=5`. */
  readonly exclusive: boolean;
}

export interface FilterOperator {
  readonly name: string;
  readonly kind: ValueKind;
  /** The schema of one value, where `value` and `list` are not about values of the field. */
  readonly schema?: Schema;
  readonly style: OperandStyle;
  /** Characters with a meaning in addresses stay as they are. */
  readonly allowReserved: boolean;
  /** The parameters that ask for it and for its opposite; there is at least one. */
  readonly plain?: FilterWire;
  readonly negated?: FilterWire;
}

/**
 * How an operand stands in the query. `json` is written as JSON whatever it is; the others say how a list is: joined in one
 * parameter (`comma` by `x-filter`, the others as the parameter's style says), or as one parameter an item.
 */
export type OperandStyle = "comma" | "form" | "space" | "pipe" | "repeat" | "json";

/** One name in the query string. */
export interface FilterWire {
  readonly name: string;
  /** The name with `{field}` in the place of the field's. */
  readonly template: string;
  readonly pointer: Pointer;
}

/** Why parameters were taken for the filters of one field. */
export interface FilterEvidence {
  /** `x-filter`, or the dialects in which they are spelled. */
  readonly dialects: readonly string[];
  readonly reason: string;
}

/** A parameter whose value is a whole filter in a grammar of its own, which is left to whoever calls. */
export interface FilterExpression {
  readonly parameter: string;
  readonly pointer: Pointer;
  /** "an OData expression" */
  readonly grammar: string;
}

/** One parameter of the expanded query: field, operator and negation, with its wire name. */
export interface FilterParameter {
  readonly wireName: string;
  readonly pointer: Pointer;
  readonly field: FilterField;
  readonly operator: FilterOperator;
  readonly negated: boolean;
}
