import { expect, test } from "vitest";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { decode } from "../../generator/source/decode.js";
import { createFileReader } from "../../generator/source/read-file.js";

const utf16 = (text: string, mark: boolean, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

test.each<[string, Uint8Array, string]>([
  ["UTF-8", Buffer.from("openapi: é🐈"), "openapi: é🐈"],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFFopenapi: 3.1.0"), "openapi: 3.1.0"],
  ["nothing", Buffer.from(""), ""],
  ["UTF-16 LE with mark", utf16("openapi: é🐈", true, false), "openapi: é🐈"],
  ["UTF-16 BE with mark", utf16("openapi: é🐈", true, true), "openapi: é🐈"],
  ["UTF-16 LE", utf16("openapi: é", false, false), "openapi: é"],
  ["UTF-16 BE", utf16("openapi: é", false, true), "openapi: é"],
])("%s is text", (_, bytes, text) => {
  expect(decode(bytes)).toEqual({ text });
});

test.each<[string, Uint8Array, string]>([
  ["UTF-16 cut in half", utf16("openapi", true, false).subarray(0, 7), "the file begins like UTF-16, but is not valid UTF-16"],
  ["half a pair in UTF-16", utf16("a\uD800b", true, true), "the file begins like UTF-16, but is not valid UTF-16"],
  ["zeros", Uint8Array.of(0xff, 0xfe, 0, 1, 0, 0), "the file is binary: as UTF-16 it holds zeros"],
  ["zeros at the beginning", new Uint8Array(8), "the file is binary: byte 0 is zero"],
  ["UTF-32 LE", Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0), "the file is UTF-32, not UTF-8"],
  ["UTF-32 BE", Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61), "the file is UTF-32, not UTF-8"],
  ["a binary file", Buffer.from("PNG\u0001\u0002\u0003\u0000"), "the file is binary: byte 6 is zero"],
  ["Latin-1", Buffer.from("caf\u00e9\n", "latin1"), "byte 3 is not valid UTF-8"],
  ["a character cut in half", Buffer.from("aé").subarray(0, 2), "byte 1 is not valid UTF-8"],
  ["a surrogate", Uint8Array.of(0x61, 0x61, 0xed, 0xa0, 0x80), "byte 2 is not valid UTF-8"],
])("%s is none", (_, bytes, problem) => {
  expect(decode(bytes)).toEqual({ problem });
});

test("a file is read once, and what is wrong with it is said once", () => {
  let reads = 0;
  const { report, diagnostics } = createCollector();
  const readFile = (): Uint8Array => {
    reads += 1;
    return Uint8Array.of(0);
  };
  const reader = createFileReader({ readFile, resolve: () => undefined }, report);
  expect([reader.read("a.yaml"), reader.read("a.yaml")]).toEqual([null, null]);
  expect(reads).toBe(1);
  expect(diagnostics().map(({ code, place }) => [code, place?.file])).toEqual([["encoding-unsupported", "a.yaml"]]);
});
