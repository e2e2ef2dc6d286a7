import type { JsonValue } from "../../generator/code/json-value.js";
import type { Result, ValidateOptions } from "../../templates/issue.js";
import type { Verdict } from "./ajv-verdict.js";

/** All forms of a validator, and others that decide about the same values. */
export interface Panel {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown, options?: ValidateOptions) => Result<unknown>;
  /** Our interpreter, which knows what we know. */
  readonly interpreter: Verdict;
  /** Validators of others, by name, which know the standard. */
  readonly others: Readonly<Record<string, Verdict>>;
}

/** What was said of one value. */
export interface Judgement {
  readonly valid: boolean;
  /** The codes of its issues. */
  readonly codes: readonly string[];
  /** Who said something else, or what is wrong with the answer; nothing where all is well. */
  readonly faults: readonly string[];
}

/** Rules that are written with extensions, of which others know nothing. */
const extensions: ReadonlySet<string> = new Set(["ascending", "uniqueBy"]);

/** A verdict as a word: who throws has none. */
const said = (verdict: Verdict, value: JsonValue): string => {
  try {
    return verdict(value) ? "accepted" : "refused";
  } catch (error) {
    return `no verdict (${String(error).split("\n")[0]})`;
  }
};

/** Asks everybody about a value. */
export const judge = (value: JsonValue, { is, validate, interpreter, others }: Panel): Judgement => {
  const valid = is(value);
  const all = validate(value).issues;
  const first = validate(value, { abortEarly: true }).issues;
  const codes = (all ?? []).map(({ code }) => code);
  const own = [
    ...(valid === (all === undefined) && valid === (first === undefined) ? [] : ["the modes disagree"]),
    ...(all?.length === 0 ? ["refused without an issue"] : []),
    ...(first === undefined || JSON.stringify(first) === JSON.stringify(all?.slice(0, 1)) ? [] : ["the first issue is another one"]),
  ];
  const ours = valid ? "accepted" : "refused";
  const inStandard = codes.every((code) => extensions.has(code)) ? "accepted" : "refused";
  const verdicts = [
    ["the interpreter", interpreter, ours] as const,
    ...Object.entries(others).map(([name, verdict]) => [name, verdict, inStandard] as const),
  ];
  const unlike = verdicts.flatMap(([name, verdict, expected]) => {
    const answer = said(verdict, value);
    return answer === expected ? [] : [`${ours}, and ${answer} by ${name}`];
  });
  return { valid, codes, faults: [...own, ...unlike] };
};
