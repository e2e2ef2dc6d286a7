import { type Code, code, type ImportedSymbol, join, symbol } from "../code/code.js";
import type { Fail } from "./keyword.js";

/** Functions of `templates/check.ts`, in the package as `runtime/check`. */
export const check = (name: string): ImportedSymbol => symbol("runtime/check", name);

/** fail("failMaxLength", literal(128)) ~> (sink, path) => `failMaxLength(sink, path, 128)` */
export const fail =
  (name: string, ...details: readonly Code[]): Fail =>
  (sink, path) =>
    code`${symbol("runtime/fail", name)}(${join([sink, path, ...details], ", ")})`;
