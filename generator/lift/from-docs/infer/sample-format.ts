/** Formats by the form of a text; the first that fits. */
const forms: readonly (readonly [format: string, form: RegExp])[] = [
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/],
  ["date", /^\d{4}-\d\d-\d\d$/],
  ["uuid", /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ["email", /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/],
  ["ms-date", /^\/Date\(-?\d{1,17}(?:[+-]\d{4})?\)\/$/],
  ["iso-duration", /^-?P(?=\d|T\d)(?:\d{1,9}[YMWD]){0,4}(?:T(?:\d{1,9}(?:\.\d{1,9})?[HMS]){1,3})?$/],
  ["url", /^https?:\/\/[^\s]{1,500}$/],
];

/** The format that a sample text has. */
export const sampleFormat = (text: string): string | undefined => forms.find(([, form]) => form.test(text))?.[0];

/**
 * The least length of a text by its sample: samples that are made of a schema repeat "string" up to it. A sample of one
 * "string" says nothing.
 *
 * // ~> sampleLength("stringst") is 8
 */
export const sampleLength = (text: string): number | undefined =>
  text.length > 6 && text.length <= 1_000 && "string".repeat(Math.ceil(text.length / 6)).startsWith(text) ? text.length : undefined;
