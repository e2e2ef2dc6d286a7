import { type FieldTable, type FieldTables, fieldOf, type FilePart, partOf, type WrittenForm } from "./form.js";

/** As browsers write names (HTML, "multipart form data"). */
const quoted = (text: string): string => `"${text.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22")}"`;

/** A header of a part can hold no line break. */
const headerLine = ([name, value]: readonly [string, string]): string => {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[\r\n\0]/.test(value)) throw new TypeError(`the header ${JSON.stringify(name)} of a part has a name or a value that no part takes`);
  return `${name}: ${value}\r\n`;
};

/** The media type of a file: its own where the description leaves it open, else the first that it names. */
const fileType = ({ contentType = "" }: FieldTable, { data, contentType: told }: FilePart): string => {
  const own = data instanceof Blob && data.type !== "" ? data.type : undefined;
  const first = contentType.split(",").map((one) => one.trim()).find((one) => one !== "" && !one.includes("*"));
  return told ?? own ?? first ?? "application/octet-stream";
};

interface Part {
  readonly head: readonly (readonly [string, string])[];
  readonly disposition: string;
  readonly content: Blob | string;
}

const filePart = (name: string, table: FieldTable, part: FilePart): Part => ({
  disposition: `; filename=${quoted(part.filename ?? name)}`,
  head: [["Content-Type", fileType(table, part)], ...Object.entries(part.headers ?? {})],
  content: part.data as Blob,
});

/** Objects are JSON; single values have no type of their own, unless the description names one (OpenAPI 3.1 §4.8.15.1). */
const plainPart = (value: unknown, { contentType }: FieldTable): Part => {
  const isObject = typeof value === "object";
  const type = contentType ?? (isObject ? "application/json" : undefined);
  const isJson = isObject || (type !== undefined && /\bjson\s*(?:;|$)/i.test(type));
  return { disposition: "", head: type === undefined ? [] : [["Content-Type", type]], content: isJson ? JSON.stringify(value) : String(value) };
};

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** A part for each value; of a list, for each of its items. */
const partsOf = (name: string, value: unknown, table: FieldTable): readonly Part[] => {
  if (Array.isArray(value)) return value.filter(isSet).map((item: unknown) => (table.file === true ? filePart(name, table, partOf(item as FilePart)) : plainPart(item, table)));
  if (!isSet(value)) return [];
  return [table.file === true ? filePart(name, table, partOf(value as FilePart)) : plainPart(value, table)];
};

const boundaryOf = (): string => `form-${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/**
 * The fields as `multipart/form-data` (RFC 7578). Not by FormData, in which no part but a file can have a media type. Line breaks
 * in values stay as they are.
 */
export const writeMultipart = (value: object, fields: FieldTables, mediaType: string): WrittenForm => {
  const boundary = boundaryOf();
  const isForm = /^multipart\/form-data\b/i.test(mediaType);
  const parts = Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    partsOf(name, member, fieldOf(fields, name)).flatMap(({ disposition, head, content }) => {
      const kind = isForm ? "form-data" : "attachment";
      return [`--${boundary}\r\nContent-Disposition: ${kind}; name=${quoted(name)}${disposition}\r\n${head.map(headerLine).join("")}\r\n`, content, "\r\n"];
    }),
  );
  return { body: new Blob([...parts, `--${boundary}--\r\n`]), contentType: `${mediaType.replace(/;.*$/, "").trim()}; boundary=${boundary}` };
};
