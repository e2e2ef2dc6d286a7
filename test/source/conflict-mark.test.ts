import { expect, test } from "vitest";
import { conflictMark } from "../../generator/source/conflict-mark.js";
import { readText } from "../../generator/source/read-text.js";

const conflict = (line: (text: string) => string): string =>
  ["<<<<<<< HEAD", line("ours"), "=======", line("theirs"), ">>>>>>> feature/books"].join("\n");

test.each([
  ["a.yaml", `openapi: 3.1.0\n${conflict((text) => `info: { title: ${text}, version: "1" }`)}\npaths: {}\n`, "yaml-syntax"],
  ["a.json", `{ "openapi": "3.1.0",\n${conflict((text) => `"info": { "title": "${text}", "version": "1" },`)}\n"paths": {} }\n`, "json-syntax"],
  ["crlf.yaml", `openapi: 3.1.0\n${conflict((text) => `info: ${text}`)}\n`.replaceAll("\n", "\r\n"), "yaml-syntax"],
])("one finding names the marks in %s", (path, text, code) => {
  const found: unknown[] = [];
  expect(readText({ path, text }, (name, { message, hint, place }) => void found.push({ name, message, hint, line: place?.start.line }))).toBeUndefined();
  expect(found).toEqual([
    {
      name: code,
      message: "a merge conflict is not resolved: what stands between `<<<<<<<` and `>>>>>>>` is there twice",
      hint: "keep one of the two sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
      line: 2,
    },
  ]);
});

test.each([
  ["indented text about conflicts", `description: |\n${conflict(String).replaceAll(/^/gm, "  ")}\n`],
  ["one mark alone", "a: b\n=======\n"],
  ["longer lines", `${conflict(String).replaceAll(/^([<=>])/gm, "$1$1")}\n`],
])("%s is none", (_, text) => {
  expect(conflictMark(text)).toBeUndefined();
});
