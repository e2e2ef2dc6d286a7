import { createHash } from "node:crypto";
import { type Answer, bytesAnswer, emptyAnswer, textAnswer } from "../http/answer.js";
import { parseMultipart, type FormPart } from "../http/multipart.js";
import { type HandledRequest, type Origin, type OriginOptions, startOrigin } from "../http/origin.js";
import type { StoredPicture } from "./stored-user.js";
import type { FileLinks, UploadForm } from "./read-body.js";

/** A file that arrived whole and as announced. */
export interface Upload {
  readonly key: string;
  /** Fields and file, in the order in which they were sent. */
  readonly order: readonly string[];
  readonly filename: string;
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
  /** Base64. */
  readonly md5: string;
}

/** The storage of files: a second origin, which knows no credentials of the API. */
export interface Uploads extends Origin, FileLinks {
  /** What was accepted, in order. */
  readonly received: readonly Upload[];
}

interface Storage {
  readonly forms: Map<string, UploadForm & { readonly md5: string }>;
  readonly received: Upload[];
}

/** S3 tells errors so; whose storage the API uses is not documented. */
const refusal = (status: number, code: string, message: string): Answer =>
  textAnswer(status, `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`, "application/xml");

const isCredential = (header: string): boolean => header.startsWith("x-pigello-") || header === "authorization" || header === "cookie";

const md5Of = (bytes: Buffer): string => createHash("md5").update(bytes).digest("base64");

const downloadUrl = (origin: string, key: string): string => `${origin}/files/${encodeURIComponent(key)}?signature=download`;

/** The fields of the form, with values that are hard to send: quotes, line breaks, what is not ASCII. */
const formOf = (origin: string, picture: StoredPicture): UploadForm => ({
  url: `${origin}/upload`,
  fields: {
    key: picture.key,
    "Content-Disposition": `attachment; filename="${picture.name.replaceAll('"', '\\"')}"`,
    "x-amz-meta-note": 'Åsa & "Ödberg"; 100%\r\nnext line 😀',
    policy: Buffer.from(JSON.stringify({ key: picture.key, md5: picture.md5 })).toString("base64"),
    "x-amz-signature": createHash("sha256").update(picture.key + picture.md5).digest("hex"),
  },
});

/** Why the fields are not those of the form that was given out for their key. */
const wrongField = (fields: readonly FormPart[], expected: Readonly<Record<string, string>>): string | undefined => {
  const sent = new Map(fields.map(({ name, bytes }) => [name, bytes.toString("utf8")]));
  if (sent.size < fields.length) return "a field is sent twice";
  const missing = Object.entries(expected).find(([name, value]) => sent.get(name) !== value);
  if (missing !== undefined) return `the field ${missing[0]} is missing or changed`;
  return [...sent.keys()].find((name) => !Object.hasOwn(expected, name));
};

const upload = ({ forms, received }: Storage, { headers, body }: HandledRequest): Answer => {
  const { parts, error } = parseMultipart(headers["content-type"] ?? "", body);
  if (parts === undefined) return refusal(400, "MalformedPOSTRequest", error);
  const [file, fields] = [parts.at(-1), parts.slice(0, -1)];
  if (file === undefined || file.name !== "file" || file.filename === undefined || fields.some(({ name }) => name === "file"))
    return refusal(400, "InvalidArgument", "the file has to be the last part, and the only one of its name");
  const form = forms.get(fields.find(({ name }) => name === "key")?.bytes.toString("utf8") ?? "");
  const wrong = form === undefined ? "the key is unknown" : wrongField(fields, form.fields);
  if (form === undefined || wrong !== undefined) return refusal(403, "AccessDenied", `Invalid according to Policy: ${wrong}`);
  const md5 = md5Of(file.bytes);
  if (md5 !== form.md5) return refusal(400, "BadDigest", "the MD5 is not the announced one");
  const { filename, contentType, bytes } = file;
  received.push({ key: form.fields["key"] ?? "", order: parts.map(({ name }) => name), filename, contentType, bytes, md5 });
  return emptyAnswer(204, { ETag: `"${Buffer.from(md5, "base64").toString("hex")}"` });
};

const download = ({ received }: Storage, { path, query }: HandledRequest): Answer => {
  const key = decodeURIComponent(path.slice("/files/".length));
  const found = received.findLast((one) => one.key === key);
  if (query !== "signature=download") return refusal(403, "AccessDenied", "the link is not signed");
  if (found === undefined) return refusal(404, "NoSuchKey", "nothing was uploaded here");
  return bytesAnswer(200, found.bytes, { "Content-Type": found.contentType ?? "application/octet-stream" });
};

const route = (storage: Storage, request: HandledRequest): Answer => {
  const credential = Object.keys(request.headers).find(isCredential);
  if (credential !== undefined) return refusal(403, "AccessDenied", `the header ${credential} has no place here`);
  if (request.method === "GET" && request.path.startsWith("/files/")) return download(storage, request);
  if (request.method !== "POST" || request.path !== "/upload") return refusal(404, "NoSuchKey", "there is nothing here");
  // S3 takes no upload whose length it does not know beforehand
  if (request.headers["content-length"] === undefined) return refusal(411, "MissingContentLength", "the length has to be announced");
  return upload(storage, request);
};

/** Starts the storage on a port of its own. */
export const startUploads = async (options: Pick<OriginOptions, "cors" | "keepAlive" | "otherUrl">): Promise<Uploads> => {
  const storage: Storage = { forms: new Map(), received: [] };
  const origin = await startOrigin({
    ...options,
    // files are kept as uploads already
    log: "heads",
    errorBody: (status) => `<Error><Code>Fault${status}</Code></Error>`,
    handle: (request) => route(storage, request),
  });
  return {
    ...origin,
    received: storage.received,
    downloadUrl: (key) => downloadUrl(origin.url, key),
    uploadForm: (picture) => {
      const form = formOf(origin.url, picture);
      storage.forms.set(picture.key, { ...form, md5: picture.md5 });
      return form;
    },
  };
};
