import type { Access } from "../config/access.js";
import type { Shard } from "../config/shard.js";

/** How results and diagnostics are printed. */
export const formats = ["text", "json", "sarif", "github", "gitlab", "markdown"] as const;

export type OutputFormat = (typeof formats)[number];

/** A report that also goes to a file. */
export interface ReportFile {
  readonly format: Exclude<OutputFormat, "text">;
  readonly file: string;
}

/** Findings that are shown of one description unless told otherwise. */
export const defaultMost = 50;

/** What the command line gave; every command takes what concerns it. */
export interface CommandOptions {
  readonly cwd: string;
  readonly inputs: readonly string[];
  readonly out?: string;
  readonly name?: string;
  readonly config?: string;
  /** The APIs of the configuration that are wanted; all if left out. */
  readonly apis?: readonly string[];
  /** The revision of git since which changes are told. */
  readonly since?: string;
  /** Reports that go to files, beside what is printed. */
  readonly reports?: readonly ReportFile[];
  /** The folder that annotations and reports name files from, where that is not the working directory. */
  readonly repository?: string;
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
  /** Say how long which stage took. */
  readonly verbose: boolean;
  /** How many packages are made at a time; as many as are worth it if left out. */
  readonly jobs?: number;
  /** The part of the packages that is wanted. */
  readonly shard?: Shard;
  /** Where a trace of the run goes. */
  readonly profile?: string;
  /** How sure findings of `lift` have to be. */
  readonly min?: string;
  /** The inputs are documentation, of which a description is made. */
  readonly fromDocs: boolean;
  /** Only say what there is to do. */
  readonly check: boolean;
  /** Edit the description itself. */
  readonly write: boolean;
  /** Ask a person, finding by finding. */
  readonly interactive: boolean;
  readonly cache: boolean;
  /** Where the cache is; in `node_modules` if left out. */
  readonly cacheDir?: string;
  /** Changes that make `diff` fail. */
  readonly failOn?: string;
  /** Raise the version of the package, and tell why in its changelog. */
  readonly apply?: boolean;
}

/** A person at a terminal. */
export interface Terminal {
  /** The next key, as Node's `readline` names it; undefined where there will be none. */
  readonly key: () => Promise<Key | undefined>;
  readonly close: () => void;
}

export interface Key {
  /** "a", "return", "right" */
  readonly name: string;
  readonly isControl: boolean;
}

/** Where a command writes; the process's own streams, or a test's. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Are colours wanted? */
  readonly color: boolean;
  /** And in what goes to standard output? */
  readonly outColor: boolean;
  /** How wide the terminal is to which errors go; left out where they go elsewhere, or are kept in a log. */
  readonly columns?: () => number;
  /** Undefined where nobody sits at a terminal. */
  readonly openTerminal: (() => Terminal) | undefined;
}

/** Exit codes: fine, findings (errors in the description, drift), wrong use, a bug of the tool. */
export type ExitCode = 0 | 1 | 2 | 70;

export type Command = (options: CommandOptions, streams: Streams) => Promise<ExitCode>;
