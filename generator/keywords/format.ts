import { code, symbol } from "../code/code.js";
import { literal } from "../code/literal.js";
import { suggest } from "../diagnostics/suggest.js";
import { type Format, formats, isFormatName } from "../formats/index.js";
import type { Assertion, ReadContext } from "./keyword.js";
import { readString } from "./read.js";
import { fail } from "./runtime.js";

/** A format that the registry knows and that asserts; any other is an annotation. */
export interface FormatAssertion {
  readonly name: string;
  readonly known?: Format;
}

const assertionOf = (name: string, { customFormat }: ReadContext): FormatAssertion => {
  const known = customFormat(name) ?? (isFormatName(name) ? formats[name] : undefined);
  return known === undefined ? { name } : { name, known };
};

/**
 * Formats assert (the format-assertion vocabulary of 2020-12): a format that speaks about numbers constrains numbers
 * only, one that speaks about strings strings only.
 */
export const format: Assertion<FormatAssertion> = {
  name: "format",
  form: "assertion",
  group: (data) => data.known?.appliesTo ?? "any",
  read: (value, context) => {
    const name = readString(value, context);
    if (name === undefined) return undefined;
    const assertion = assertionOf(name, context);
    if (assertion.known === undefined) {
      const near = suggest(name, Object.keys(formats));
      context.report("format-unknown", {
        message: `the format ${JSON.stringify(name)} is not known and is not checked`,
        at: { pointer: context.pointer },
        ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
      });
    }
    return assertion;
  },
  test: (data, value) =>
    data.known?.asserts === true
      ? code`${symbol(`runtime/${data.known.module}`, data.known.export)}(${value})`
      : code`true`,
  fail: (data) => fail("failFormat", literal(data.name), literal(data.known?.phrase ?? `a valid ${data.name}`)),
  holds: (data, value) =>
    data.known?.asserts !== true || typeof value !== data.known.appliesTo || data.known.check(value),
};
