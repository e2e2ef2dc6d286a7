import { describe, expect, test } from "vitest";
import { parseQueryString } from "./django/query-string.js";

const pairs = (query: string): readonly (readonly string[])[] => parseQueryString(query).map(({ name, value }) => [name, value]);

describe("a query, as Django reads it", () => {
  // each expectation is what urllib.parse.parse_qsl(…, keep_blank_values=True) gives
  test.each([
    ["", []],
    ["a=1&b=2", [["a", "1"], ["b", "2"]]],
    ["&&a=1&", [["a", "1"]]],
    ["a", [["a", ""]]],
    ["a=", [["a", ""]]],
    ["=1", [["", "1"]]],
    ["a=1=2", [["a", "1=2"]]],
    ["a=1&a=2", [["a", "1"], ["a", "2"]]],
    ["a=1;b=2", [["a", "1;b=2"]]],
    ["a+b=c+d", [["a b", "c d"]]],
    ["a=c%2Bd", [["a", "c+d"]]],
    ["first_name!=x", [["first_name!", "x"]]],
    ["first_name%21=x", [["first_name!", "x"]]],
    ["a=%C3%85sa", [["a", "Åsa"]]],
    ["a=%c3%85sa", [["a", "Åsa"]]],
    ["a=%F0%9F%98%80", [["a", "😀"]]],
    ["a=100%", [["a", "100%"]]],
    ["a=%zz%4", [["a", "%zz%4"]]],
    ["a=%25%34%31", [["a", "%41"]]],
    ["a=%FF", [["a", "\uFFFD"]]],
    ["a=%C3x", [["a", "\uFFFDx"]]],
    ["a=%EF%BB%BFx", [["a", "\uFEFFx"]]],
    ["a=b%26c%3Dd%23", [["a", "b&c=d#"]]],
    ["a%26b=1", [["a&b", "1"]]],
  ])("%s", (query, expected) => {
    expect(pairs(query)).toEqual(expected);
  });

  test("bytes that nobody encoded are UTF-8", () => {
    expect(pairs(Buffer.from("a=Å", "utf8").toString("latin1"))).toEqual([["a", "Å"]]);
  });
});
