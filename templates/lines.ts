/** Known to browsers and to every run time of servers; packages ask for no library that declares it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

/** Why a line has no text. */
export interface LineProblem {
  readonly problem: "encoding" | "lineTooLong";
}

/** A line without its end, or what is wrong with it. */
export type Line = string | LineProblem;

export interface LineReader {
  /** The lines that end in a chunk, in order. They have to be taken before the next chunk is read. */
  readonly read: (chunk: unknown) => Iterable<Line>;
  /** The last line, where nothing ends it. */
  readonly end: () => Iterable<Line>;
}

type Piece = string | Uint8Array;

const newline = 10;
const badEncoding: LineProblem = { problem: "encoding" };
const tooLong: LineProblem = { problem: "lineTooLong" };

/** UTF-8 takes at most this many bytes for one code unit of a string. */
const bytesPerUnit = 3;

/** An array cannot be joined where its pieces are of both kinds: a sequence of bytes never goes on in a string. */
const textOf = (pieces: readonly Piece[], decode: (bytes: Uint8Array) => string): string => {
  const texts: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    const piece = pieces[from] ?? "";
    if (typeof piece === "string") {
      texts.push(piece);
      from++;
      continue;
    }
    const run: Uint8Array[] = [];
    for (let next: Piece | undefined = piece; typeof next === "object"; next = pieces[++from]) run.push(next);
    texts.push(decode(joined(run)));
  }
  return texts.join("");
};

const joined = (run: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(run.reduce((length, bytes) => length + bytes.length, 0));
  let at = 0;
  for (const bytes of run) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
};

/**
 * Takes text apart at line feeds, however it was cut into chunks of bytes (UTF-8) or strings. A carriage return before the
 * line feed and a byte order mark at the start are taken away. Of a line that is longer than `maxLength` nothing is kept.
 */
export const createLineReader = (maxLength: number): LineReader => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const decode = (bytes: Uint8Array): string => decoder.decode(bytes);
  // more than this cannot be `maxLength` code units, a carriage return and a byte order mark
  const mostBytes = bytesPerUnit * (maxLength + 2);
  let isFirst = true;
  // the line that has not ended yet
  let pieces: Piece[] = [];
  let size = 0;
  let isBroken = false;

  const lineOf = (written: string | undefined): Line => {
    const wasFirst = isFirst;
    isFirst = false;
    if (written === undefined) return badEncoding;
    const start = wasFirst && written.charCodeAt(0) === 0xfeff ? 1 : 0;
    const end = written.endsWith("\r") ? written.length - 1 : written.length;
    if (end - start > maxLength) return tooLong;
    return start === 0 && end === written.length ? written : written.slice(start, end);
  };

  const tooLongLine = (): Line => {
    isFirst = false;
    return tooLong;
  };

  const decoded = (bytes: Uint8Array): string | undefined => {
    try {
      return decode(bytes);
    } catch {
      return undefined;
    }
  };

  const keep = (piece: Piece): void => {
    if (piece.length === 0) return;
    size += typeof piece === "string" ? piece.length * bytesPerUnit : piece.length;
    if (size > mostBytes) pieces = [];
    else pieces.push(piece);
  };

  const keptText = (): string | undefined => {
    if (isBroken) return undefined;
    try {
      return textOf(pieces, decode);
    } catch {
      return undefined;
    }
  };

  const finish = (): Line => {
    const line = size > mostBytes ? tooLongLine() : lineOf(keptText());
    pieces = [];
    size = 0;
    isBroken = false;
    return line;
  };

  const isWaiting = (): boolean => size > 0 || isBroken;

  function* linesOfText(text: string): Iterable<Line> {
    for (let from = 0; ; ) {
      const end = text.indexOf("\n", from);
      yield lineOf(end < 0 ? text.slice(from) : text.slice(from, end));
      if (end < 0) return;
      from = end + 1;
    }
  }

  function* linesOfBytes(bytes: Uint8Array): Iterable<Line> {
    for (let from = 0; ; ) {
      const end = bytes.indexOf(newline, from);
      const line = end < 0 ? bytes.subarray(from) : bytes.subarray(from, end);
      yield line.length > mostBytes ? tooLongLine() : lineOf(decoded(line));
      if (end < 0) return;
      from = end + 1;
    }
  }

  function* readText(chunk: string): Iterable<Line> {
    const last = chunk.lastIndexOf("\n");
    let from = 0;
    if (last >= 0 && isWaiting()) {
      from = chunk.indexOf("\n") + 1;
      keep(chunk.slice(0, from - 1));
      yield finish();
    }
    if (from <= last) yield* linesOfText(chunk.slice(from, last));
    keep(chunk.slice(last + 1));
  }

  function* readBytes(chunk: Uint8Array): Iterable<Line> {
    const last = chunk.lastIndexOf(newline);
    let from = 0;
    if (last >= 0 && isWaiting()) {
      from = chunk.indexOf(newline) + 1;
      keep(chunk.subarray(0, from - 1));
      yield finish();
    }
    if (from <= last) {
      // one call for many lines: it costs more than the decoding itself
      const block = chunk.subarray(from, last);
      const text = decoded(block);
      yield* text === undefined ? linesOfBytes(block) : linesOfText(text);
    }
    // a copy: whoever made the chunk may fill it anew
    keep(chunk.slice(last + 1));
  }

  return {
    read: (chunk) => {
      if (typeof chunk === "string") return readText(chunk);
      if (ArrayBuffer.isView(chunk)) return readBytes(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      isBroken = true;
      return [];
    },
    end: () => (isWaiting() ? [finish()] : []),
  };
};
