import type { JsonValue } from "../code/json-value.js";
import type { Emitter } from "./define-emitter.js";

/**
 * An emitter as a target knows it. `fingerprint` changes with the source that it was made of, the modules which that imports, and its
 * options; packages that depend on it are made again then.
 */
export type EmitterSource = ModuleSource | InlineSource;

/** A module that exports an emitter: plain data. */
export interface ModuleSource {
  readonly kind: "module";
  /** As messages call it. */
  readonly shown: string;
  /** Absolute path. */
  readonly file: string;
  /** `default` if left out. */
  readonly export?: string;
  readonly options?: JsonValue;
  readonly fingerprint: string;
  /** Absolute paths of what it was read from: when one of them changes, the configuration has to be read again. */
  readonly files: readonly string[];
}

/** A value of a configuration file or of a program. */
export interface InlineSource {
  readonly kind: "inline";
  readonly shown: string;
  readonly fingerprint: string;
  readonly files: readonly string[];
  /** Gives it; only in the thread that has it. */
  readonly open?: () => Emitter;
}

/** The source without what cannot be handed to another thread. */
export const portable = (source: EmitterSource): EmitterSource => {
  if (source.kind === "module") return source;
  const { open: _, ...data } = source;
  return data;
};

/** An emitter that is ready to be run, or why it could not be loaded. */
export type LoadedEmitter =
  | { readonly shown: string; readonly emitter: Emitter; readonly options: JsonValue }
  | { readonly shown: string; readonly problem: string };
