import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { generate } from "../generator/index.js";
import { root, runCli } from "./cli/support/cli.js";
import { books, films } from "./cli/support/descriptions.js";
import { project, type Project } from "./cli/support/project.js";

const names = ["pigello-accounts", "taxfiling-accounts"];
const descriptionOf = (name: string): string => readFileSync(path.join(root, "spec", `${name}.yaml`), "utf8");

const textsBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]),
  );

/** What a run gave in another place is, byte for byte, what the run before the tests gave in this one. */
const expectSame = ({ folder }: Project, out: string): void => {
  for (const name of names) {
    const expected = textsBelow(path.join(root, "generated", name));
    const made = textsBelow(path.join(folder, out, name));
    expect(Object.keys(made)).toEqual(Object.keys(expected));
    // one file at a time, so that a difference shows as one
    for (const [file, text] of Object.entries(expected)) expect(made[file], file).toBe(text);
  }
};

test("another locale, time zone and working directory", async () => {
  const files = Object.fromEntries(names.map((name) => [`descriptions/${name}.yaml`, descriptionOf(name)]));
  const other = project({ ...files, "deeper/place/here.txt": "" });
  const inputs = names.map((name) => `../../descriptions/${name}.yaml`);
  const { code, error } = await runCli(path.join(other.folder, "deeper/place"), ["generate", ...inputs, "--out", "../../api", "--quiet"], {
    env: { LC_ALL: "sv_SE.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
  });
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expectSame(other, "api");
});

test("descriptions that were checked out with CRLF", async () => {
  const files = Object.fromEntries(names.map((name) => [`spec/${name}.yaml`, descriptionOf(name).replaceAll("\n", "\r\n")]));
  const windows = project(files);
  const { code, error } = await windows.run(["generate", ...Object.keys(files), "--out", "api", "--quiet"]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  expectSame(windows, "api");
});

test("a second run in the same process, whatever was made between", async () => {
  const { folder } = project({ "books.yaml": books, "films.yaml": films });
  const first = await generate({ cwd: folder, input: "books.yaml", build: true });
  const between = await generate({ cwd: folder, input: "films.yaml", build: true });
  const second = await generate({ cwd: folder, input: "books.yaml", build: true });
  expect(first.files.length).toBeGreaterThan(20);
  expect(second.files).toEqual(first.files);
  expect(between.files).not.toEqual(first.files);
});

test("nothing in the output tells where, when or by which version it was made", () => {
  const today = new Date().toISOString().slice(0, 10);
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const told = [root, "/tmp/", today, `openapi-sieve ${version}`, `openapi-sieve@${version}`];
  for (const name of names)
    for (const [file, text] of Object.entries(textsBelow(path.join(root, "generated", name))))
      expect(told.filter((one) => text.includes(one)), file).toEqual([]);
});
