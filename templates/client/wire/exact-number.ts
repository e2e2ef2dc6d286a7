/** A number that no JavaScript number carries exactly, by its text. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Tells that there is one somewhere in a value. */
  toJSON(): string {
    return sign + this.text;
  }
}

const sign = "\u0000exact";

type Replace = (text: string) => unknown;

const mapped = (value: unknown, replace: (value: unknown) => unknown): unknown => {
  if (typeof value !== "object" || value === null) return replace(value);
  if (value instanceof ExactNumber) return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, replace));
  // a Date or a value of Temporal is none of its members
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapped(member, replace)]));
};

/** The value with numbers as near as they can be: for validators. */
export const rounded = (value: unknown): unknown => mapped(value, (one) => (one instanceof ExactNumber ? Number(one.text) : one));

/** The value with their digits: for parameters. */
export const spelled = (value: unknown): unknown => mapped(value, (one) => (one instanceof ExactNumber ? one.text : one));

/** No text of the value has it, so that nothing else is taken for a mark. */
const freeMark = (text: string): string => {
  for (;;) {
    // by chance, since a text could hold everything that is tried in turn
    const mark = `#${Math.random().toString(36).slice(2)}#`;
    if (!text.includes(mark)) return mark;
  }
};

const numbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/** JSON in which each number is what `take` makes of its text; `JSON.parse` would round it. Throws a SyntaxError as that does. */
export const parseExact = (text: string, take: Replace): unknown => {
  // what is no JSON is told as such, before anything is replaced
  JSON.parse(text);
  const mark = freeMark(text);
  const marked = text.replace(numbers, (found) => (found.startsWith('"') ? found : `"${mark}${found}"`));
  return JSON.parse(marked, (_, value: unknown) => (typeof value === "string" && value.startsWith(mark) ? take(value.slice(mark.length)) : value));
};

/** `JSON.stringify` that writes exact numbers as what they are. */
export const stringifyExact = (value: unknown): string => {
  const plain = JSON.stringify(value) ?? "";
  if (!plain.includes(JSON.stringify(sign).slice(1, -1))) return plain;
  const mark = freeMark(plain);
  const exact: string[] = [];
  const marked = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key: string, one: unknown): unknown {
    // what is given here is what `toJSON` made of it
    const own = this[key];
    return own instanceof ExactNumber ? `${mark}${exact.push(own.text) - 1}${mark}` : one;
  });
  return marked.replace(new RegExp(`"${mark}(\\d+)${mark}"`, "g"), (_, index: string) => exact[Number(index)] ?? "0");
};
