import type { Unread } from "./unread.js";

/** How the source stage reaches files. */
export interface SourceHost {
  /** The bytes of a file; undefined if it is missing. */
  readonly readFile: (path: string) => Uint8Array | Unread | undefined;
  /** The path of what a relative reference in a file names; undefined if it may not be read. */
  readonly resolve: (fromFile: string, reference: string) => string | undefined;
  /** The path at which the document that an absolute URI names is at hand. */
  readonly local?: (uri: string) => string | undefined;
  /** The bytes of what an absolute URI names, where that is known, or why it is not. */
  readonly remote?: (uri: string) => Uint8Array | Unread | undefined;
}
