import type { TypeWriter } from "../types/type-expression.js";

/** Types of what a program gives, with the rules that bind it, and of what it gets, which are plain. */
export interface ClientTypes {
  readonly sent: TypeWriter;
  readonly read: TypeWriter;
}
