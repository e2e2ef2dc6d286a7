import { type Code, code } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { Assertion, Emit, ReadContext } from "./keyword.js";
import { readString } from "./read.js";
import { check, fail } from "./runtime.js";
import { matchesPattern } from "../../templates/check.js";

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

const compile = (pattern: Pattern): RegExp => new RegExp(pattern.source, pattern.flags);

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

/** `(a|b)*`, `(ab)+`, `(ab){2,}`: what may take more stack than there is. A bracket in a class only costs a call. */
const repeatsGroup = ({ source }: Pattern): boolean => /\)(?:[*+]|\{\d+,\})/.test(source);

/** `pattern.test(value)`, with the regular expression in the module's scope, marked pure for bundlers. */
export const matchTest = (pattern: Pattern, value: Code, emit: Emit): Code => {
  const regExp = emit.hoist("pattern", code`/* @__PURE__ */ new RegExp(${literal(pattern.source)}, ${literal(pattern.flags)})`);
  return repeatsGroup(pattern) ? code`${check("matchesPattern")}(${regExp}, ${value})` : code`${regExp}.test(${value})`;
};

export const isMatch = (pattern: Pattern, text: string): boolean => matchesPattern(compile(pattern), text);

export const pattern: Assertion<Pattern> = {
  name: "pattern",
  form: "assertion",
  group: "string",
  read: (value, context) => {
    const source = readString(value, context);
    return source === undefined ? undefined : readPattern(source, context);
  },
  test: matchTest,
  fail: (data) => fail("failPattern", literal(data.source)),
  holds: (data, value) => isMatch(data, String(value)),
};
