export type Decoded =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly problem: string; readonly text?: undefined };

/** Byte order marks other than that of UTF-8; the longer ones first, since they begin with the shorter. */
const marks: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["UTF-32", [0xff, 0xfe, 0x00, 0x00]],
  ["UTF-32", [0x00, 0x00, 0xfe, 0xff]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
];

/** The unmarked form: every other byte of the first characters, which are ASCII in YAML and JSON, is zero. */
const isUnmarkedUtf16 = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 &&
  ((bytes[0] === 0 && bytes[2] === 0 && bytes[1] !== 0) || (bytes[1] === 0 && bytes[3] === 0 && bytes[0] !== 0));

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
  const mark = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return { problem: `the file is ${mark[0]}, not UTF-8` };
  if (isUnmarkedUtf16(bytes)) return { problem: "the file is UTF-16, not UTF-8" };
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { problem: `the file is binary: byte ${zero} is zero` };
  const text = decodeUtf8(bytes);
  return text === undefined ? { problem: `byte ${offsetOfInvalid(bytes)} is not valid UTF-8` } : { text };
};
