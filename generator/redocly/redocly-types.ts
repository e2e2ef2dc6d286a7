/** What rules see of Redocly CLI 2, as far as they use it; its own types are not needed to use the plugin. */

export interface RedoclySource {
  /** An absolute path or a URL. */
  readonly absoluteRef: string;
  readonly body: string;
}

/** A part of a file by its pointer, or a stretch of it by lines and columns, which count from 1. */
export type RedoclyLocation =
  | { readonly source: RedoclySource; readonly pointer: string; readonly reportOnKey?: boolean }
  | { readonly source: RedoclySource; readonly pointer: undefined; readonly start: RedoclyPoint; readonly end: RedoclyPoint };

interface RedoclyPoint {
  readonly line: number;
  readonly col: number;
}

export interface RedoclyProblem {
  readonly message: string;
  readonly location?: RedoclyLocation;
  readonly suggest?: string[];
}

export interface RedoclyContext {
  readonly location: { readonly source: RedoclySource; readonly pointer: string };
  readonly report: (problem: RedoclyProblem) => void;
}

export type RedoclyRule = () => {
  readonly Root: {
    readonly enter: (root: unknown, context: RedoclyContext) => void;
    readonly leave: (root: unknown, context: RedoclyContext) => void;
  };
  readonly ref: {
    readonly leave: (reference: unknown, context: unknown, resolved: { readonly location?: { readonly source: RedoclySource } | undefined }) => void;
  };
};

export type RedoclySeverity = "error" | "warn" | "off";

export interface RedoclyPlugin {
  readonly id: "openapi-sieve";
  readonly rules: { readonly oas3: Readonly<Record<string, RedoclyRule>> };
  readonly configs: Readonly<Record<"recommended" | "all", { readonly rules: Readonly<Record<string, RedoclySeverity>> }>>;
}
