import type { Issue } from "../issue.js";
import { createMd5 } from "./md5.js";
import type { UploadForm } from "./upload-form.js";

/** How far an upload has come. */
export interface UploadProgress {
  /** Bytes of the file. */
  readonly done: number;
  /** Length of the file. */
  readonly total: number;
  /** Always 0: a storage takes a file as a whole, or not at all. */
  readonly rejected: number;
  /** Bytes of the request, the form included. */
  readonly bytes: number;
}

/** The file inside the form. */
export interface Multipart {
  readonly contentType: string;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly tail: Uint8Array<ArrayBuffer>;
}

/** As browsers write names (HTML, "multipart form data"). */
const quoted = (text: string): string => `"${text.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22")}"`;

/**
 * The form around a file. Not by FormData, which changes line breaks in values, though these are signed, and whose length no
 * platform tells.
 */
export const multipartOf = ({ fields, name }: UploadForm, type: string): Multipart => {
  const random = crypto.getRandomValues(new Uint8Array(16));
  const boundary = `form-${Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const parts = fields.map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(key)}\r\n\r\n${value}\r\n`);
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename=${quoted(name)}\r\nContent-Type: ${type}\r\n\r\n`;
  const encoder = new TextEncoder();
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    head: encoder.encode([...parts, file].join("")),
    tail: encoder.encode(`\r\n--${boundary}--\r\n`),
  };
};

/** The data is not what was announced. */
export class Mismatch extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.message);
    this.issue = issue;
  }
}

const refuse = (place: string, message: string): never => {
  throw new Mismatch({ code: "const", path: [place], message });
};

/** What is known of the data beforehand. */
export interface Announced {
  readonly size: number;
  /** In base64; not looked at where it is left out. */
  readonly md5?: string | undefined;
}

/** The chunks as they are. Throws a Mismatch before the last one is given where they are not what was announced. */
export async function* checked(chunks: AsyncIterable<Uint8Array>, { size, md5 }: Announced): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = md5 === undefined ? undefined : createMd5();
  let held: Uint8Array | undefined;
  let done = 0;
  for await (const chunk of chunks) {
    hash?.update(chunk);
    done += chunk.length;
    if (done > size) refuse("size", "is less than the length of the data");
    if (held !== undefined) yield held;
    // its owner may use the buffer again for the next one
    held = chunk.slice();
  }
  if (done < size) refuse("size", "is more than the length of the data");
  if (hash !== undefined && hash.digest() !== md5) refuse("md5_hash", "is not the MD5 of the data");
  if (held !== undefined) yield held;
}

/** The request's body piece by piece. Tells `onProgress` of each piece that was taken. */
export async function* formChunks(
  { head, tail }: Multipart,
  chunks: AsyncIterable<Uint8Array>,
  total: number,
  onProgress: (progress: UploadProgress) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let done = 0;
  yield head;
  for await (const chunk of chunks) {
    yield chunk;
    done += chunk.length;
    onProgress({ done, total, rejected: 0, bytes: head.length + done });
  }
  yield tail;
}
