/** The MD5 of bytes that come in pieces (RFC 1321): a checksum that some storages ask for, and nothing to trust in. */
export interface Md5 {
  readonly update: (bytes: Uint8Array) => void;
  /** In base64. Ends it: nothing can be added any more. */
  readonly digest: () => string;
}

/** The whole part of 2^32 times the sine of 1 to 64, which engines need not compute exactly. */
const sines = [
  0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be,
  0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
  0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
  0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
  0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
  0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
] as const;

/** Reused for every block, so that none allocates. */
interface Work {
  readonly state: Int32Array;
  /** The block as words. */
  readonly x: Int32Array;
  readonly t: Int32Array;
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * Adds the block in `x` to the state: four rounds of sixteen steps, four to a turn of the loop. Indexes never leave the arrays,
 * so the assertions hold.
 */
const addBlock = ({ state, x, t }: Work): void => {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < 16; i += 4) {
    a = (turned(((d ^ (b & (c ^ d))) + a + x[i]! + t[i]!) | 0, 7) + b) | 0;
    d = (turned(((c ^ (a & (b ^ c))) + d + x[i + 1]! + t[i + 1]!) | 0, 12) + a) | 0;
    c = (turned(((b ^ (d & (a ^ b))) + c + x[i + 2]! + t[i + 2]!) | 0, 17) + d) | 0;
    b = (turned(((a ^ (c & (d ^ a))) + b + x[i + 3]! + t[i + 3]!) | 0, 22) + c) | 0;
  }
  for (let i = 16; i < 32; i += 4) {
    a = (turned(((c ^ (d & (b ^ c))) + a + x[(5 * i + 1) & 15]! + t[i]!) | 0, 5) + b) | 0;
    d = (turned(((b ^ (c & (a ^ b))) + d + x[(5 * i + 6) & 15]! + t[i + 1]!) | 0, 9) + a) | 0;
    c = (turned(((a ^ (b & (d ^ a))) + c + x[(5 * i + 11) & 15]! + t[i + 2]!) | 0, 14) + d) | 0;
    b = (turned(((d ^ (a & (c ^ d))) + b + x[(5 * i) & 15]! + t[i + 3]!) | 0, 20) + c) | 0;
  }
  for (let i = 32; i < 48; i += 4) {
    a = (turned(((b ^ c ^ d) + a + x[(3 * i + 5) & 15]! + t[i]!) | 0, 4) + b) | 0;
    d = (turned(((a ^ b ^ c) + d + x[(3 * i + 8) & 15]! + t[i + 1]!) | 0, 11) + a) | 0;
    c = (turned(((d ^ a ^ b) + c + x[(3 * i + 11) & 15]! + t[i + 2]!) | 0, 16) + d) | 0;
    b = (turned(((c ^ d ^ a) + b + x[(3 * i + 14) & 15]! + t[i + 3]!) | 0, 23) + c) | 0;
  }
  for (let i = 48; i < 64; i += 4) {
    a = (turned(((c ^ (b | ~d)) + a + x[(7 * i) & 15]! + t[i]!) | 0, 6) + b) | 0;
    d = (turned(((b ^ (a | ~c)) + d + x[(7 * i + 7) & 15]! + t[i + 1]!) | 0, 10) + a) | 0;
    c = (turned(((a ^ (d | ~b)) + c + x[(7 * i + 14) & 15]! + t[i + 2]!) | 0, 15) + d) | 0;
    b = (turned(((d ^ (c | ~a)) + b + x[(7 * i + 5) & 15]! + t[i + 3]!) | 0, 21) + c) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
};

const blockSize = 64;

/** Adds the whole blocks from `begin` on, and tells where they end. */
const addBlocks = (work: Work, bytes: Uint8Array, begin: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = begin;
  for (; at + blockSize <= bytes.length; at += blockSize) {
    for (let i = 0; i < 16; i++) work.x[i] = view.getInt32(at + 4 * i, true);
    addBlock(work);
  }
  return at;
};

/** What stands after `length` bytes: a one, zeros up to the end of a block, and the number of bits, in two words. */
export const padding = (length: number): Uint8Array => {
  const bytes = new Uint8Array(((119 - (length % blockSize)) % blockSize) + 9);
  bytes[0] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, (length * 8) >>> 0, true);
  view.setUint32(bytes.length - 4, Math.floor(length / 2 ** 29), true);
  return bytes;
};

const base64 = (state: Int32Array): string => {
  const bytes = new DataView(new ArrayBuffer(16));
  // engines keep words in an order of their own
  state.forEach((word, index) => bytes.setInt32(4 * index, word, true));
  return btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)));
};

/** An MD5 to begin with. */
export const createMd5 = (): Md5 => {
  const work: Work = { state: Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476), x: new Int32Array(16), t: Int32Array.from(sines) };
  const rest = new Uint8Array(blockSize);
  let held = 0;
  let length = 0;
  const update = (bytes: Uint8Array): void => {
    const taken = held === 0 ? 0 : Math.min(blockSize - held, bytes.length);
    rest.set(bytes.subarray(0, taken), held);
    length += bytes.length;
    held += taken;
    if (held === blockSize) held = addBlocks(work, rest, 0) - blockSize;
    if (held > 0) return;
    const end = addBlocks(work, bytes, taken);
    rest.set(bytes.subarray(end));
    held = bytes.length - end;
  };
  const digest = (): string => {
    update(padding(length));
    return base64(work.state);
  };
  return { update, digest };
};
