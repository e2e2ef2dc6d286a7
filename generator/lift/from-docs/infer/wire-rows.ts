import { isSourceObject, type SourceObject, type SourceValue } from "../../../source/value.js";
import type { DocumentedRow, Said } from "../documented-api.js";
import { withoutLists } from "./sample-at.js";

/** "UserName" ~> "userName" */
const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A row with the name that its value has on the wire. */
export interface WireRow {
  readonly row: DocumentedRow;
  /** Undefined where the row has no name, and no sample gives one. */
  readonly wireName: string | undefined;
  readonly isByPosition: boolean;
}

/** The object of a sample, or of the first item of one. */
export const sampleObject = (sample: Said<SourceValue> | undefined): SourceObject | undefined => {
  const value = sample === undefined ? undefined : withoutLists(sample.value);
  return isSourceObject(value) ? value : undefined;
};

const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** Whether the sample has the rows of the table in their order, as far as they have names. */
const isParallel = (rows: readonly DocumentedRow[], keys: readonly string[]): boolean =>
  rows.length === keys.length && rows.every(({ name }, index) => name === undefined || sameName(name, keys[index] ?? ""));

/** Names as the sample writes them; without one, with a small first letter. A row without a name has that of its place. */
export const wireRows = (rows: readonly DocumentedRow[], sample: Said<SourceValue> | undefined): readonly WireRow[] => {
  const keys = [...(sampleObject(sample)?.keys() ?? [])];
  const known = new Map(keys.map((key) => [key.toLowerCase(), key]));
  const parallel = rows.some(({ name }) => name !== undefined) && isParallel(rows, keys);
  return rows.map((row, index) =>
    row.name === undefined
      ? { row, wireName: parallel ? keys[index] : undefined, isByPosition: parallel }
      : { row, wireName: known.get(row.name.toLowerCase()) ?? uncapitalised(row.name), isByPosition: false },
  );
};
