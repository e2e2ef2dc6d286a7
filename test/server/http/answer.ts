/** What a server sends: bytes at once, or lines one by one. */
export type AnswerBody =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "lines"; readonly lines: Iterable<string> };

/** An answer before it is written to a socket: plain data, so that faults can bend it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AnswerBody;
}

type Headers = Readonly<Record<string, string>>;

/** An answer of the given bytes. */
export const bytesAnswer = (status: number, bytes: Uint8Array, headers: Headers = {}): Answer => ({
  status,
  headers,
  body: { kind: "bytes", bytes },
});

/** An answer of a text, in UTF-8. */
export const textAnswer = (status: number, text: string, contentType: string, headers: Headers = {}): Answer =>
  bytesAnswer(status, Buffer.from(text), { "Content-Type": contentType, ...headers });

/** An answer of a value as JSON. */
export const jsonAnswer = (status: number, value: unknown, headers: Headers = {}): Answer =>
  textAnswer(status, JSON.stringify(value), "application/json", headers);

/** An answer without a body. */
export const emptyAnswer = (status: number, headers: Headers = {}): Answer => bytesAnswer(status, new Uint8Array(), headers);

/** An answer of lines, which are made while they are sent. `lines` come without line feeds. */
export const linesAnswer = (lines: Iterable<string>, contentType: string): Answer => ({
  status: 200,
  headers: { "Content-Type": contentType },
  body: { kind: "lines", lines },
});

/** The whole body at once; for lines this makes all of them. */
export const bytesOf = (body: AnswerBody): Uint8Array =>
  body.kind === "bytes" ? body.bytes : Buffer.from([...body.lines].map((line) => `${line}\n`).join(""));
