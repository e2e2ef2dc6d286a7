/** One part of a form. */
export interface FormPart {
  readonly name: string;
  /** Undefined for a plain field. */
  readonly filename: string | undefined;
  /** Undefined where the part does not say. */
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
}

/** The parts in their order, or what is wrong with the body. */
export type ParsedMultipart = { readonly parts: readonly FormPart[]; readonly error?: never } | { readonly error: string; readonly parts?: never };

/** The boundary of a Content-Type header; RFC 2046 allows 1 to 70 characters. */
const boundaryOf = (contentType: string): string | undefined => {
  const parameters = /^multipart\/form-data\s*;(.*)$/is.exec(contentType)?.[1] ?? "";
  const found = /(?:^|;)\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(parameters);
  return found?.[1] ?? found?.[2];
};

/** A quoted parameter; browsers write quotes and line breaks in it as `%22`, `%0D` and `%0A`, and nothing else so. */
const quoted = (disposition: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}="([^"]*)"`, "i")
    .exec(disposition)?.[1]
    ?.replaceAll("%22", '"')
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n");

const headersOf = (block: string): ReadonlyMap<string, string> =>
  new Map(
    block.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );

const lineEnd = Buffer.from("\r\n");
const blankLine = Buffer.from("\r\n\r\n");

/** What stands between one delimiter and the next. */
const partOf = (content: Buffer): FormPart | string => {
  const end = content.indexOf(blankLine);
  if (end < 0) return "a part has no blank line after its headers";
  const headers = headersOf(content.subarray(lineEnd.length, end).toString("utf8"));
  const disposition = headers.get("content-disposition") ?? "";
  const name = quoted(disposition, "name");
  if (!/^form-data\s*;/i.test(disposition) || name === undefined) return "a part has no form-data name";
  const bytes = content.subarray(end + blankLine.length);
  return { name, filename: quoted(disposition, "filename"), contentType: headers.get("content-type"), bytes };
};

/** The bytes between the delimiters, from `--boundary` to `--boundary--`, or undefined where the last one is missing. */
const contentsOf = (body: Buffer, boundary: string): readonly Buffer[] | undefined => {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // the first delimiter may stand at the very beginning
  const all = Buffer.concat([lineEnd, body]);
  const contents: Buffer[] = [];
  let start = all.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    if (all.subarray(from, from + 2).toString("latin1") === "--") return contents;
    start = all.indexOf(delimiter, from);
    if (start >= 0) contents.push(all.subarray(from, start));
  }
  return undefined;
};

/** Parses a body of `multipart/form-data` (RFC 7578). Strict, so that a form that some server would refuse is refused here. */
export const parseMultipart = (contentType: string, body: Buffer): ParsedMultipart => {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return { error: "Content-Type is not multipart/form-data with a boundary" };
  const contents = contentsOf(body, boundary);
  if (contents === undefined) return { error: "the closing delimiter is missing" };
  const parts = contents.map(partOf);
  const wrong = parts.find((part) => typeof part === "string");
  return wrong === undefined ? { parts: parts.filter((part) => typeof part !== "string") } : { error: wrong };
};
