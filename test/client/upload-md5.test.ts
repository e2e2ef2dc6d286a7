import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMd5, padding } from "../../templates/client/md5.js";
import { describe as describeFile } from "../../templates/client/upload.js";
import { piecesOf, someBytes } from "./support/announce-file.js";

const expected = (bytes: Uint8Array | string): string => createHash("md5").update(bytes).digest("base64");

const inPieces = (pieces: readonly Uint8Array[]): string => {
  const md5 = createMd5();
  pieces.forEach(md5.update);
  return md5.digest();
};

describe("MD5", () => {
  // RFC 1321, A.5
  test.each([
    ["", "d41d8cd98f00b204e9800998ecf8427e"],
    ["a", "0cc175b9c0f1b6a831c399e269772661"],
    ["message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
    ["12345678901234567890123456789012345678901234567890123456789012345678901234567890", "57edf4a22be3c955ac49da2e2107b67a"],
  ])("%j", (text, hex) => {
    expect(inPieces([new TextEncoder().encode(text)])).toBe(Buffer.from(hex, "hex").toString("base64"));
  });

  test("every length around the ends of blocks", () => {
    for (let length = 0; length <= 300; length++) expect(inPieces([someBytes(length)])).toBe(expected(someBytes(length)));
  });

  test("pieces of any length, at any offset in their memory", () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(bytes, fc.nat(7)), { maxLength: 12 }), (parts) => {
        const pieces = parts.map(([piece, offset]) => {
          const larger = new Uint8Array(piece.length + offset);
          larger.set(piece, offset);
          return larger.subarray(offset);
        });
        expect(inPieces(pieces)).toBe(expected(Buffer.concat(pieces)));
      }),
      { numRuns: 500 },
    );
  });

  test("the number of bits takes two words", () => {
    // 512 MiB and 7 bytes, which nobody wants to wait for
    expect([...padding(2 ** 29 + 7).slice(-8)]).toEqual([56, 0, 0, 0, 1, 0, 0, 0]);
  });
});

describe("describeFile", () => {
  const bytes = someBytes(100_001);
  const md5_hash = expected(bytes);

  test.each<[string, () => Parameters<typeof describeFile>[1]]>([
    ["bytes", () => bytes],
    ["a part of a buffer", () => Buffer.concat([new Uint8Array(3), bytes]).subarray(3)],
    ["shared memory", () => { const shared = new Uint8Array(new SharedArrayBuffer(bytes.length)); shared.set(bytes); return shared; }],
    ["an ArrayBuffer", () => bytes.buffer],
    ["a Blob", () => new Blob([bytes])],
    ["a File", () => new File([bytes], "x")],
    ["an iterable", () => piecesOf(bytes, 999).pieces],
    ["a ReadableStream", () => new Blob([bytes]).stream()],
  ])("of %s", async (_, data) => {
    expect(await describeFile("x.png", data())).toEqual({ name: "x.png", md5_hash });
  });

  test("of a string, as UTF-8", async () => {
    expect(await describeFile("x", "Åsa 😀")).toEqual({ name: "x", md5_hash: expected("Åsa 😀") });
  });

  test("of nothing that can be read", async () => {
    await expect(describeFile("x", 1 as never)).rejects.toThrow("data must be a Blob, bytes, a string or a stream of bytes");
    await expect(describeFile("x", (async function* () { yield "text"; })() as never)).rejects.toThrow("a stream of data must give Uint8Array");
  });
});
