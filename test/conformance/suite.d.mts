import type { compileSchema } from "../../generator/compile/compile-schema.js";

export interface Suite {
  readonly tests: string;
  readonly remotes: string;
}

export interface CaseResult {
  readonly name: string;
  /** What is wrong; undefined where the case passes. */
  readonly fault: string | undefined;
}

export declare const findSuite: () => Suite | undefined;
export declare const runSuite: (compile: typeof compileSchema, suite: Suite) => readonly CaseResult[];
export declare const unexpected: (
  results: readonly CaseResult[],
  listed: readonly { readonly reason: string; readonly cases: readonly string[] }[],
) => readonly string[];
