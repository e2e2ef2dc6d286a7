import type { Issue } from "../../issue.js";
import type { Members } from "../parameters.js";
import type { Representation } from "./representation.js";

/** What became of a value, with what could not be done: there the value is as it was. */
export interface Converted {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** Between what stands on the wire and what a program sees of it. */
export interface Wire {
  /** `text` is the JSON that the value was read of: it has the digits that a number lost. */
  readonly decode: (value: unknown, shown: Representation, text?: string) => Converted;
  /** `checkable` is what a validator can look at. */
  readonly encode: (value: unknown, shown: Representation) => Converted & { readonly checkable: unknown };
  /** For a path, a header or a cookie. */
  readonly encodeParameter: (value: unknown, shown: Representation) => Converted & { readonly checkable: unknown };
  /** JSON, with dates of ServiceStack as that writes them. */
  readonly stringify: (value: unknown) => string;
}

/** What stands in a query for what a program gave. */
export interface WireQuery {
  readonly encode: (query: Members, shown: Representation) => EncodedQuery;
}

export interface EncodedQuery {
  /** Integers that no number carries are `bigint`. */
  readonly value: Members;
  /** The same with numbers, for validators. */
  readonly checkable: Members;
  readonly issues: readonly Issue[];
}
