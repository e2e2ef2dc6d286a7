/** A text that stands in the JSON with escaped slashes, as ServiceStack writes dates. */
export interface EscapedText {
  readonly escapedText: string;
}

const isEscaped = (value: object): value is EscapedText => "escapedText" in value;

/**
 * Writes JSON as ServiceStack.Text does by default: what is null is left out, and dates have escaped slashes,
 * `"\/Date(1609459200000+0000)\/"`. A text that merely looks like a date is a text.
 */
export const writeServiceStackJson = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(writeServiceStackJson).join(",")}]`;
  if (isEscaped(value)) return JSON.stringify(value.escapedText).replaceAll("/", "\\/");
  const members = Object.entries(value as Readonly<Record<string, unknown>>).filter(([, member]) => member !== null && member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${writeServiceStackJson(member)}`).join(",")}}`;
};
