import type { DiagnosticCode } from "../diagnostics/catalog.js";

/** Why there is something that may not or cannot be read. */
export interface Unread {
  /** Left out where there might as well be nothing: an input is missing then, and a reference leads nowhere. */
  readonly code?: DiagnosticCode;
  /** A clause: "is a folder", "answers with the status 404". */
  readonly why: string;
  readonly hint?: string;
}

export const isUnread = (read: object | null | undefined): read is Unread => read !== null && read !== undefined && "why" in read;

const inMegabytes = (bytes: number): string => String(Number((bytes / 1_000_000).toPrecision(bytes < 100_000_000 ? 2 : 3)));

export const tooLarge = (bytes: number | undefined, maxSize: number): Unread => ({
  code: "file-too-large",
  why: `${bytes === undefined ? "has" : `has ${inMegabytes(bytes)} MB,`} more than the ${maxSize} MB that are read`,
  hint: "raise the limit with --max-size, or with `maxSize` in the configuration",
});
