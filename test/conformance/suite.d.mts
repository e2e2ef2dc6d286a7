import type { CompiledSchema } from "../../generator/compile/compile-schema.js";
import type { CompileOptions } from "../../generator/compile/read-value.js";

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
export type Compile = (schema: unknown, options: CompileOptions) => CompiledSchema | Promise<CompiledSchema>;

export declare const runSuite: (compile: Compile, suite: Suite) => Promise<readonly CaseResult[]>;
export declare const unexpected: (
  results: readonly CaseResult[],
  listed: readonly { readonly reason: string; readonly cases: readonly string[] }[],
) => readonly string[];
