import { isSourceArray, isSourceObject, type SourceValue } from "../../source/value.js";

/** How objects on one line are written. */
export interface FlowStyle {
  /** Keys and texts in double quotes, as JSON has them; without, where YAML allows it. */
  readonly isQuoted: boolean;
  /** White space behind commas and colons. */
  readonly isSpaced: boolean;
}

/** A text that is one without quotes, whatever stands around it. */
const isPlain = (text: string): boolean => /^[A-Za-z_$][\w$.-]*(?: [\w$.-]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);

/** Characters that JSON takes as they are, and some reader of YAML does not. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

const word = (text: string, { isQuoted }: FlowStyle): string => (!isQuoted && isPlain(text) ? text : quoted(text));

export const flowMember = (key: string, value: SourceValue, style: FlowStyle): string => `${word(key, style)}:${style.isSpaced ? " " : ""}${flowText(value, style)}`;

/**
 * A value on one line.
 *
 * // ~> `{ allOf: [{ required: [a, b] }] }` or `{"allOf":[{"required":["a","b"]}]}`
 */
export const flowText = (value: SourceValue, style: FlowStyle): string => {
  const comma = style.isSpaced ? ", " : ",";
  const space = style.isSpaced && !style.isQuoted ? " " : "";
  if (isSourceArray(value)) return `[${value.map((item) => flowText(item, style)).join(comma)}]`;
  if (isSourceObject(value)) return value.size === 0 ? "{}" : `{${space}${[...value].map(([key, member]) => flowMember(key, member, style)).join(comma)}${space}}`;
  return typeof value === "string" ? word(value, style) : JSON.stringify(value);
};
