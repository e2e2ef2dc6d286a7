import type { IssueCode } from "../issue.js";
import type { ListStyle } from "./list-text.js";

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

/** One operator with the parameters that ask for it. In their names, `{field}` stands for the name of the field. */
export interface FilterOperatorTable {
  /** `equals` is the field without operator. */
  readonly name: string;
  readonly kind: FilterValueKind;
  /** Its own values, where they are not the field's. */
  readonly value?: FilterValue;
  readonly wire?: string;
  /** The parameter that asks for the opposite. */
  readonly not?: string;
  /** How a list stands in the query, or that the value is written as JSON. */
  readonly style?: ListStyle | "json";
  /** Characters with a meaning in addresses stay as they are. */
  readonly allowReserved?: true;
}

export interface FilterFieldTable {
  /** What `where` calls it. */
  readonly name: string;
  readonly value: FilterValue;
  readonly operators: readonly FilterOperatorTable[];
  /** Where the operators are members of one parameter: the names that lead to them in a flat query. */
  readonly object?: readonly string[];
  /** The value by itself excludes operators. */
  readonly exclusive?: true;
}

/** The query parameters of one operation. */
export interface FilterTable {
  readonly fields: readonly FilterFieldTable[];
  /** Names of the parameters that are no filters; `metadata[` of one whose members have names that begin so. */
  readonly others: readonly string[];
}
