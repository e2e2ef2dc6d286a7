import type { ListStyle } from "../django/filter-parameter.js";
import type { OrganizationuserTable } from "./organizationuser-table.js";
import type { FileLinks } from "./read-body.js";

/** What a list does beyond its last page; not documented, so a client has to cope with each. */
export type PageStyle = "empty" | "not-found" | "repeat-last" | "ignored";

/** How the server behaves where the documentation leaves it open. */
export interface PigelloBehaviour {
  /** Items of `in`: `comma` (inferred, the default), or one parameter per item. */
  readonly lists: ListStyle;
  /** Bulk write: 207 with the errors of single items, instead of 400 and nothing written. */
  readonly partial: boolean;
  readonly pages: PageStyle;
  /** Larger pages are cut to this size. */
  readonly maxPageSize: number;
  /** Fields of the write body whose values no two rows share. */
  readonly unique: readonly string[];
  /** Keeps the JSON of rows once it was made, so that benchmarks measure clients and not SQLite. Costs a kilobyte per row. */
  readonly keepTexts: boolean;
}

/** What the handlers of the server share. */
export interface PigelloState {
  readonly behaviour: PigelloBehaviour;
  readonly table: OrganizationuserTable;
  readonly files: FileLinks;
  readonly transaction: <Result>(work: () => Result) => Result;
  /** The number of the next row, which makes its id and its time. */
  /** JSON of rows by their number, as long as no row changes. */
  readonly texts: Map<number, string>;
  readonly nextNumber: () => number;
}
