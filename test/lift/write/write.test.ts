import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { written } from "./written.js";

const folder = fileURLToPath(new URL("fixtures", import.meta.url));

interface Fixture {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const fixtures: readonly Fixture[] = readdirSync(folder).map((name) => {
  const file = ["input.yaml", "input.json"].find((one) => existsSync(path.join(folder, name, one))) ?? "";
  return { name, file, text: readFileSync(path.join(folder, name, file), "utf8") };
});

const expectedFile = ({ name, file }: Fixture): string => path.join(folder, name, file.replace("input", "expected"));

/** The lines of one text that another does not have, in their order. */
const linesGone = (before: string, after: string): readonly string[] => {
  const lines = after.split("\n");
  let at = 0;
  return before.split("\n").filter((line) => {
    const found = lines.indexOf(line, at);
    if (found === -1) return true;
    at = found + 1;
    return false;
  });
};

/** What is on one line, or ends without a comma, cannot stay as it is. */
const edited: ReadonlySet<string> = new Set(["flow", "json-tabs", "json-minified", "json-spaced"]);

describe.each(fixtures)("$name", (fixture) => {
  const { name, file, text } = fixture;
  const result = written(file, text);

  test("is written as expected", async () => {
    const leftOut = result.leftOut.map(({ action, reason }) => `${action.target}: ${reason}\n`).join("");
    await expect(result.text).toMatchFileSnapshot(expectedFile(fixture));
    await expect(leftOut).toMatchFileSnapshot(path.join(folder, name, "left-out.txt"));
  });

  test("is the same for other line breaks", () => {
    expect(written(file, text.replaceAll("\n", "\r\n")).text).toBe(result.text.replaceAll("\n", "\r\n"));
  });

  test("has no line break at its end where it had none", () => {
    const trimmed = text.replace(/\n+(?:\.\.\.\n)?$/, "");
    const after = written(file, trimmed);
    expect(after.text).toBe(result.text.replace(/\n+(?:\.\.\.\n)?$/, ""));
    expect(after.leftOut).toHaveLength(result.leftOut.length);
  });

  test("says the same the second time, and nothing new", () => {
    const again = written(file, result.text);
    expect(again.text).toBe(result.text);
    expect(again.written).toEqual([]);
  });

  test("keeps every line, unless it has to hold more", () => {
    const gone = linesGone(text, result.text);
    if (edited.has(name)) expect(gone.every((line) => /[{}[\]"]/.test(line))).toBe(true);
    else expect(gone).toEqual(name === "block" || name === "lists" ? gone.filter((line) => line.includes("Other:") || line.includes("[")) : []);
  });

  test("is read by other readers", () => {
    expect(() => parse(result.text, { merge: true })).not.toThrow();
    if (file.endsWith(".json")) expect(() => JSON.parse(result.text)).not.toThrow();
  });
});
