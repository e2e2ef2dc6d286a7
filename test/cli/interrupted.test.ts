import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { books } from "./support/descriptions.js";
import { project } from "./support/project.js";

const midway = fileURLToPath(new URL("support/kill-midway.cjs", import.meta.url));
const loads = fileURLToPath(new URL("support/log-loads.cjs", import.meta.url));

const args = ["books.yaml", "--out", "api"];

test("a run that is killed midway: check tells and leaves it, the next run ends it", async () => {
  const { run, write, files } = project({ "books.yaml": books });
  await run(["generate", ...args]);
  const old = files("api");
  write("books.yaml", books.replaceAll("Shelf", "Rack").replace("title: { type: string }", "title: { type: string, maxLength: 9 }"));
  expect((await run(["generate", ...args], { node: ["--require", midway] })).code).toBe(-1);
  const midst = files("api");
  expect(midst).toHaveProperty(["api/.openapi-sieve/journal.json"]);
  const { code, error } = await run(["check", ...args]);
  expect({ code, error }).toEqual({ code: 1, error: "api: a run was interrupted while it wrote; `generate` brings it to its end\n" });
  expect(files("api")).toEqual(midst);
  const next = await run(["generate", ...args]);
  expect({ code: next.code, error: next.error }).toEqual({ code: 0, error: "api: a run that was interrupted has been brought to its end\n" });
  // nothing was left to write
  expect(next.out).toMatch(/^books: 0 files written, \d+ unchanged, 0 removed in api; no findings \(.+ s\)\n$/);
  const young = files("api");
  expect(young).not.toEqual(old);
  expect(Object.keys(young).filter((file) => file.includes(".openapi-sieve")).sort()).toEqual(Object.keys(old).filter((file) => file.includes(".openapi-sieve")).sort());
  expect((await run(["check", ...args])).code).toBe(0);
});

test("--cache-dir: nothing heavy is loaded the second time, wherever nothing is installed; what is no folder costs a run", async () => {
  const { run, files, write } = project({ "books.yaml": books });
  const cached = ["generate", ...args, "--cache-dir", "cache/of mine"];
  await run(cached);
  expect(Object.keys(files("cache"))).toHaveLength(1);
  const { out, error } = await run(cached, { node: ["--require", loads] });
  expect(out).toMatch(/^books: 0 files written, /);
  expect(error).not.toMatch(/node_modules\/(?:oxfmt|typescript|openapi-typescript|oxc-transform|yaml)\//);
  write("file", "");
  const blocked = await run(["generate", ...args, "--cache-dir", "file"]);
  expect({ code: blocked.code, error: blocked.error }).toEqual({ code: 0, error: "" });
});
