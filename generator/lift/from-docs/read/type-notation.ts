import type { DocumentedShape } from "../documented-api.js";

/** A type with what the same notation says besides. */
export interface TypeNotation {
  readonly shape: DocumentedShape;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** What of it could not be read; empty if all of it was. */
  readonly rest: string;
}

const types = ["array", "boolean", "integer", "number", "object", "string"] as const;

type Type = (typeof types)[number];

/** Numbers of many digits are cut by nobody's limits; exponents are not written here. */
const number = String.raw`(-?\d{1,30}(?:\.\d{1,30})?)`;

const lengths = { string: ["minLength", "maxLength"], array: ["minItems", "maxItems"] } as const;

const unit = String.raw`(?: (characters|items))?`;

const forms = {
  range: new RegExp(String.raw`\[ ?${number} ?\.\. ?${number} ?\]${unit}`),
  most: new RegExp(String.raw`<= ?${number}${unit}`),
  least: new RegExp(String.raw`>= ?${number}${unit}`),
  below: new RegExp(String.raw`(?<![<=])< ?${number}(?!\d)`),
  above: new RegExp(String.raw`(?<![>=])> ?${number}(?!\d)`),
} as const satisfies Record<string, RegExp>;

const keywordsFor = (type: Type | undefined, measure: string | undefined): readonly [string, string] => {
  if (measure === "characters") return lengths.string;
  if (measure === "items") return lengths.array;
  return type === "array" ? lengths.array : ["minimum", "maximum"];
};

/** Takes what a form matches out of a text. */
const take = (text: string, form: RegExp): { readonly match: RegExpExecArray | undefined; readonly rest: string } => {
  const match = form.exec(text) ?? undefined;
  return match === undefined ? { match, rest: text } : { match, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` };
};

const readLimits = (text: string, type: Type | undefined): { readonly limits: ReadonlyMap<string, number | boolean>; readonly rest: string } => {
  const limits = new Map<string, number | boolean>();
  const range = take(text, forms.range);
  if (range.match !== undefined) {
    const [least, most] = keywordsFor(type, range.match[3]);
    limits.set(least, Number(range.match[1])).set(most, Number(range.match[2]));
  }
  const most = take(range.rest, forms.most);
  if (most.match !== undefined) limits.set(keywordsFor(type, most.match[2])[1], Number(most.match[1]));
  const least = take(most.rest, forms.least);
  if (least.match !== undefined) limits.set(keywordsFor(type, least.match[2])[0], Number(least.match[1]));
  const below = take(least.rest, forms.below);
  if (below.match !== undefined) limits.set("exclusiveMaximum", Number(below.match[1]));
  const above = take(below.rest, forms.above);
  if (above.match !== undefined) limits.set("exclusiveMinimum", Number(above.match[1]));
  return { limits, rest: above.rest };
};

/** "Array of integers" ~> "integer"; "strings" ~> "string" */
const singular = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : word);

const typeNamed = (word: string): Type | undefined => types.find((type) => type === singular(word.toLowerCase()) || type === word.toLowerCase());

const shapeOf = (words: string, names: readonly string[], formats: readonly string[], limits: DocumentedShape["limits"]): DocumentedShape => {
  const isAny = names.includes("any");
  const type = names.map(typeNamed).find((one) => one !== undefined);
  return { words, ...(type !== undefined && { type }), isAny, isKnown: isAny || type !== undefined, nullable: names.includes("null"), formats, limits };
};

/** Copies of pages have flags right behind what stood in another colour: `(int32)required`, `booleanrequired`. */
const flagForm = (word: string): RegExp => new RegExp(`(?:(?<![a-z])|(?<=string|integer|number|boolean|object|array|any|null))${word}(?![a-z])`);

const flags = { required: flagForm("required"), readOnly: flagForm("read-only"), writeOnly: flagForm("write-only") } as const;

const uniqueForm = /unique(?![a-z])/;

/** `(int32)`, `(ipv6,ipv4)`: letters, digits and marks, and no sentence */
const formatForm = /\(([A-Za-z][\w-]{0,40}(?:, ?[A-Za-z][\w-]{0,40}){0,4})\)/;

/** Of formats that are lists of types, only what stands in the outer brackets is read. */
const listForm = /^array of ([a-z]{1,20})/i;

/**
 * Reads the notations in which documentations print the type of a field.
 *
 * // ~> `integer, required` · `string,null` · `string or null(luhn)[ 10 .. 11 ] characters` · `Array of integers or null(int32)unique`
 */
export const readTypeNotation = (text: string): TypeNotation => {
  const words = text.replaceAll(/\s+/g, " ").trim().slice(0, 300);
  const isRequired = take(words, flags.required);
  const isReadOnly = take(isRequired.rest, flags.readOnly);
  const isWriteOnly = take(isReadOnly.rest, flags.writeOnly);
  const format = take(isWriteOnly.rest, formatForm);
  const formats = (format.match?.[1] ?? "").split(",").map((one) => one.trim()).filter((one) => one !== "");
  const isUnique = take(format.rest, uniqueForm);
  const list = take(isUnique.rest, listForm);
  const listed = list.match === undefined ? undefined : typeNamed(list.match[1] ?? "");
  const measured = readLimits(list.rest, list.match !== undefined ? "array" : typeNamed(/^[a-z]+/i.exec(list.rest.trim())?.[0] ?? ""));
  const names = measured.rest.split(/,|\bor\b|\s/).map((one) => one.trim()).filter((one) => one !== "");
  const known = (name: string): boolean => name === "any" || name === "null" || typeNamed(name) !== undefined;
  const limits = new Map(measured.limits);
  if (isUnique.match !== undefined) limits.set("uniqueItems", true);
  const items = listed === undefined ? undefined : shapeOf(listed, [listed], formats, new Map());
  const own = shapeOf(words, list.match === undefined ? names : ["array", ...names], items === undefined ? formats : [], limits);
  return {
    shape: items === undefined ? own : { ...own, items },
    required: isRequired.match !== undefined,
    readOnly: isReadOnly.match !== undefined,
    writeOnly: isWriteOnly.match !== undefined,
    rest: names.filter((name) => !known(name)).join(" "),
  };
};
