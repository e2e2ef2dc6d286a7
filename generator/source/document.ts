import type { Note, Target } from "../diagnostics/diagnostic.js";
import type { Locate } from "../diagnostics/render.js";
import type { DynamicScopes } from "./dynamic-scopes.js";
import type { Pointer } from "./pointer.js";
import type { ReadText } from "./read-text.js";
import type { SourceObject } from "./value.js";

export interface SourceFile {
  /** As shown to the user: with forward slashes, relative to the working directory where possible. */
  readonly path: string;
  readonly text: string;
}

/** A part of one file, as it is written there. */
export interface FilePart extends Target {
  /** The path of a `SourceFile`. */
  readonly file: string;
}

/** A description as one document, whatever number of files it was read from. */
export interface SpecDocument {
  /** The entry as it stands in its file, with what was done to it; undefined where it could not be read. */
  readonly entry: ReadText | undefined;
  /** Every `$ref` in it is local (`#/…`). Undefined where the entry could not be read as an OpenAPI document at all. */
  readonly root: SourceObject | undefined;
  /** The same before `nullable` became a union in it, for whoever hands the description on. */
  readonly written: SourceObject | undefined;
  /** Every file that was read, the entry first. */
  readonly files: readonly SourceFile[];
  readonly dynamic: DynamicScopes;
  /** The keywords that mean nothing in a schema, since its dialect does not have them. */
  readonly ignoredAt: (pointer: Pointer) => ReadonlySet<string>;
  /** The place in the original files; that of the nearest parent for what does not exist. */
  readonly locate: Locate;
  /** The same as a pointer into the file. */
  readonly writtenAt: (target: Target) => FilePart | undefined;
  /** How a part got to where it is, where an overlay put it there. */
  readonly notes: (pointer: Pointer) => readonly Note[];
}
