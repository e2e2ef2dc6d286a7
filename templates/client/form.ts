import type { Issue } from "../issue.js";
import type { RawBody } from "./operation-table.js";
import { type ByteStream, blobOf, collected } from "./upload-data.js";

/** The bytes of a file, or its text. A stream is read into memory first; a file on disk is best opened with `fs.openAsBlob`. */
export type FileData = Blob | Uint8Array | ArrayBuffer | string | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** A file with what a form tells of it. */
export interface FilePart {
  readonly data: FileData;
  /** That of a `File`, or the name of the field, unless told otherwise. */
  readonly filename?: string | undefined;
  /** That of a `Blob`, or what the description says, unless told otherwise. */
  readonly contentType?: string | undefined;
  /** Further headers of the part, in a multipart body. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What a field of a form takes for a file. */
export type FormFile = FileData | FilePart;

/** How one field of a form is written (OpenAPI 3.1 §4.8.15). */
export interface FieldTable {
  /** The field is a file, or a list of files. */
  readonly file?: true;
  /** The media type of its parts; several, or a pattern such as `image/*`, where the file decides. */
  readonly contentType?: string;
  /** In a form that is URL-encoded: how lists and objects are written, as in a query. */
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: true;
}

export type FieldTables = Readonly<Record<string, FieldTable>>;

/** A body with the media type that tells how to read it. */
export interface WrittenForm {
  readonly body: RawBody;
  readonly contentType: string;
}

export const fieldOf = (fields: FieldTables, name: string): FieldTable => (Object.hasOwn(fields, name) ? (fields[name] ?? {}) : {});

/** A form that the caller has made, which is sent as it is. */
export const isReady = (value: unknown): value is RawBody =>
  typeof value !== "object" || value === null || value instanceof FormData || value instanceof URLSearchParams || value instanceof Blob || value instanceof Uint8Array || value instanceof ArrayBuffer;

const isPart = (value: object): value is FilePart => "data" in value && !("getReader" in value) && !(Symbol.asyncIterator in value);

/** partOf(blob) ~> { data: blob } */
export const partOf = (value: FormFile): FilePart => (typeof value === "object" && !(value instanceof Blob) && isPart(value) ? value : { data: value as FileData });

const read = async (value: unknown, signal: AbortSignal): Promise<unknown> => {
  if (Array.isArray(value)) return Promise.all(value.map((item: unknown) => read(item, signal)));
  if (value === undefined || value === null) return value;
  const part = partOf(value as FormFile);
  return { ...part, ...named(part), data: blobOf(part.data) ?? (await collected(part.data as ByteStream, signal)) };
};

/** A File has a name, which is lost where it becomes a part of another Blob. */
const named = ({ data, filename }: FilePart): Pick<FilePart, "filename"> => {
  const name = filename ?? (data instanceof Blob && "name" in data && typeof data.name === "string" ? data.name : undefined);
  return name === undefined ? {} : { filename: name };
};

/** The value with every file in memory, so that the request can be made again. */
export const readFiles = async (value: unknown, fields: FieldTables, signal: AbortSignal): Promise<unknown> => {
  if (isReady(value)) return value;
  const entries = await Promise.all(
    Object.entries(value as object).map(async ([name, member]: [string, unknown]) => [name, fieldOf(fields, name).file === true ? await read(member, signal) : member] as const),
  );
  return Object.fromEntries(entries);
};

/** A validator sees a text where a file stands: that is what the description calls it. */
const asText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asText);
  return value === undefined || value === null ? value : "";
};

export const withoutFiles = (value: unknown, fields: FieldTables): unknown =>
  Object.fromEntries(Object.entries(value as object).map(([name, member]: [string, unknown]) => [name, fieldOf(fields, name).file === true ? asText(member) : member]));

/** What was found of the text that stands for a file says nothing of the file. */
export const isAboutForm = ({ path: [first, ...rest], code }: Issue, fields: FieldTables): boolean =>
  typeof first !== "string" || fieldOf(fields, first).file !== true || (rest.length === 0 && (code === "required" || code === "minItems" || code === "maxItems"));
