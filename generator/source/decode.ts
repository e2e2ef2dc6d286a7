export type Decoded =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly problem: string; readonly text?: undefined };

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "UTF-32";

/** Byte order marks other than that of UTF-8; the longer ones first, since they begin with the shorter. */
const marks: readonly (readonly [encoding: Encoding, bytes: readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0x00, 0x00]],
  ["UTF-32", [0x00, 0x00, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** As YAML 1.2.2 §5.2 has it: without a mark, the first character, which is ASCII, tells by the zeros beside it. */
const encodingOf = (bytes: Uint8Array): Encoding => {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  const [a, b, c, d] = bytes;
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return a !== 0 && b === 0 && c !== 0 && d === 0 ? "utf-16le" : "utf-8";
};

const decodeUtf16 = (bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded => {
  try {
    // removes the byte order mark too
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? { problem: "the file is binary: as UTF-16 it holds zeros" } : { text };
  } catch {
    return { problem: "the file begins like UTF-16, but is not valid UTF-16" };
  }
};

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    // removes the byte order mark too
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Whether the bytes are UTF-8 so far; a character that is cut in half at the end is no fault. */
const isUtf8SoFar = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const offsetOfInvalid = (bytes: Uint8Array): number => {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8SoFar(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  // the character that is not completed begins up to three bytes earlier
  while (valid > 0 && decodeUtf8(bytes.subarray(0, valid)) === undefined) valid -= 1;
  return valid;
};

/** The text of a file, or a sentence that says why it is none. */
export const decode = (bytes: Uint8Array): Decoded => {
  const encoding = encodingOf(bytes);
  if (encoding === "UTF-32") return { problem: "the file is UTF-32, not UTF-8" };
  if (encoding !== "utf-8") return decodeUtf16(bytes, encoding);
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { problem: `the file is binary: byte ${zero} is zero` };
  const text = decodeUtf8(bytes);
  return text === undefined ? { problem: `byte ${offsetOfInvalid(bytes)} is not valid UTF-8` } : { text };
};
