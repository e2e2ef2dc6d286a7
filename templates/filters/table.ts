import type { IssueCode } from "../issue.js";

/** The values of one field: how they are read from text, which are allowed, and how an issue calls them. */
export interface FilterValue {
  readonly parse: "string" | "integer" | "number" | "boolean";
  /** Is a value of the parsed type allowed? */
  readonly is: (value: unknown) => boolean;
  /** What is said after "must be": `a valid date-time`. */
  readonly expected: string;
  /** The code of the issue when `is` says no; `format` when absent. */
  readonly code?: IssueCode;
}

/** `value` the field's own type, `list` several of them, `text` any string, the others that type whatever the field. */
export type FilterValueKind = "value" | "list" | "text" | "boolean" | "integer" | "number";

export interface FilterOperatorTable {
  readonly name: string;
  readonly kind: FilterValueKind;
}

export interface FilterFieldTable {
  /** The wire name of the bare parameter. */
  readonly name: string;
  readonly value: FilterValue;
  /** The field is compared with lists: its bare parameter and its `value` operators take several values. */
  readonly list?: true;
  /** False where the field takes operators only. */
  readonly bare?: false;
  readonly operators: readonly FilterOperatorTable[];
  /** All of it, nothing, or the named operators (`equals` is the bare parameter). */
  readonly negatable: boolean | readonly string[];
}

/** How wire names are made: before, field, between, operator, after; or operator and field in the other order. */
export interface FilterDialectTable {
  readonly operator: {
    readonly before: string;
    readonly between: string;
    readonly after: string;
    readonly operatorFirst: boolean;
  };
  readonly negation?: { readonly before: string; readonly after: string };
  /** How a list stands in the query: in one parameter, or as one parameter a value. */
  readonly list: "comma" | "repeat";
}

/** The query parameters of one operation. */
export interface FilterTable {
  readonly dialect?: FilterDialectTable;
  readonly fields: readonly FilterFieldTable[];
  /** Names of the parameters that are no filters. */
  readonly others: readonly string[];
}
