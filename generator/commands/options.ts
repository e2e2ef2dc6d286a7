import type { Access } from "../config/access.js";

/** How results and diagnostics are printed. */
export const formats = ["text", "json", "sarif", "github"] as const;

export type OutputFormat = (typeof formats)[number];

/** Findings that are shown of one description unless told otherwise. */
export const defaultMost = 50;

/** What the command line gave; every command takes what concerns it. */
export interface CommandOptions {
  readonly cwd: string;
  readonly inputs: readonly string[];
  readonly out?: string;
  readonly name?: string;
  readonly config?: string;
  /** Overlays that are applied to the input, in this order. */
  readonly overlays: readonly string[];
  /** Patterns of the operations that are wanted; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly strict: boolean;
  readonly format: OutputFormat;
  /** How many diagnostics of a description are shown as text, or as annotations. */
  readonly most: number;
  /** What may be read, as far as the command line says. */
  readonly access: Partial<Access>;
  readonly quiet: boolean;
  /** How sure findings of `lift` have to be. */
  readonly min?: string;
  /** Only say what there is to do. */
  readonly check: boolean;
  readonly cache: boolean;
}

/** Where a command writes; the process's own streams, or a test's. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Are colours wanted? */
  readonly color: boolean;
}

/** Exit codes: fine, findings (errors in the description, drift), wrong use. */
export type ExitCode = 0 | 1 | 2;

export type Command = (options: CommandOptions, streams: Streams) => Promise<ExitCode>;
