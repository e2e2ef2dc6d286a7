import { code } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Assertion, ReadContext } from "./keyword.js";
import { readString } from "./read.js";
import { fail } from "./runtime.js";

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

export const compile = (pattern: Pattern): RegExp => new RegExp(pattern.source, pattern.flags);

const compiles = (pattern: Pattern): string | undefined => {
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    // "Invalid regular expression: /(/u: Unterminated group": the expression itself is shown in its file
    return (error instanceof Error ? error.message : String(error)).replace(/^.*: /s, "").toLowerCase();
  }
};

/**
 * The dialect of JSON Schema patterns is ECMA-262 with the `u` flag (2020-12 core §6.4). Patterns in the wild that
 * only compile without it (`[\w-.]`, `\-`) are taken without, and said so.
 */
export const readPattern = (source: string, context: ReadContext, part: "key" | "value" = "value"): Pattern | undefined => {
  const unicode = { source, flags: "u" };
  const reason = compiles(unicode);
  if (reason === undefined) return unicode;
  const legacy = { source, flags: "" };
  if (compiles(legacy) === undefined) {
    context.report("pattern-not-unicode", {
      message: `the pattern is valid only without the "u" flag: ${reason}`,
      at: { pointer: context.pointer, part },
    });
    return legacy;
  }
  context.report("pattern-invalid", { message: `not a regular expression: ${reason}`, at: { pointer: context.pointer, part } });
  return undefined;
};

/** regExp({ source: "^a", flags: "u" }) ~> a code of new RegExp("^a", "u"), marked pure for bundlers */
export const regExp = (pattern: Pattern) =>
  code`/* @__PURE__ */ new RegExp(${literal(pattern.source)}, ${literal(pattern.flags)})`;

export const pattern: Assertion<Pattern> = {
  name: "pattern",
  form: "assertion",
  group: "string",
  read: (value, context) => {
    const source = readString(value, context);
    return source === undefined ? undefined : readPattern(source, context);
  },
  test: (data, value, emit) => code`${emit.hoist("pattern", regExp(data))}.test(${value})`,
  fail: (data) => fail("failPattern", literal(data.source)),
  holds: (data, value) => compile(data).test(String(value)),
};
