import { type Code, code, type ImportedSymbol, join, symbol } from "../code/code.js";
import type { Fail } from "./keyword.js";

/** Functions of `templates/check.ts`, in the package as `runtime/check`. */
export const check = (name: string): ImportedSymbol => symbol("runtime/check", name);

/** The path to a member. */
export const atKey: ImportedSymbol = symbol("runtime/issue", "at");

const failIn =
  (module: string, name: string, details: readonly Code[]): Fail =>
  (sink, path) =>
    code`${symbol(module, name)}(${join([sink, path, ...details], ", ")})`;

/** fail("failMaxLength", literal(128)) ~> (sink, path) => `failMaxLength(sink, path, 128)` */
export const fail = (name: string, ...details: readonly Code[]): Fail => failIn("runtime/fail", name, details);

/** The same of `templates/union.ts`, whose functions take the branches of a union, to tell of the closest. */
export const failUnion = (name: string, ...details: readonly Code[]): Fail => failIn("runtime/union", name, details);
