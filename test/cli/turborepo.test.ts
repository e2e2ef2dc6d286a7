import { execFile } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./support/cli.js";

/** examples/turborepo as if it had been installed, with the tool of this repository. */
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "openapi-sieve-turbo-")));
const at = (file: string): string => path.join(folder, file);

const link = (to: string, name: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  symlinkSync(to, at(name));
};

/** What npm would have written, as far as turbo reads it: the packages and the version of the tool. */
const lock = (version: string): string =>
  JSON.stringify({
    name: "shop",
    lockfileVersion: 3,
    packages: {
      "": { name: "shop", workspaces: ["apis/*", "apps/*"] },
      ...Object.fromEntries(
        ["apis/books", "apis/films", "apps/shop"].map((name) => {
          const { version: own, dependencies, devDependencies } = JSON.parse(readFileSync(at(`${name}/package.json`), "utf8")) as Readonly<Record<string, unknown>>;
          return [name, { version: own, dependencies, devDependencies }];
        }),
      ),
      "node_modules/@shop/books": { resolved: "apis/books", link: true },
      "node_modules/@shop/films": { resolved: "apis/films", link: true },
      "node_modules/@shop/app": { resolved: "apps/shop", link: true },
      "node_modules/openapi-sieve": { version, dev: true, integrity: `sha512-${version}` },
    },
  });

beforeAll(() => {
  cpSync(path.join(root, "examples/turborepo"), folder, { recursive: true });
  for (const name of ["turbo", "@turbo"]) link(path.join(root, "node_modules", name), `node_modules/${name}`);
  link(root, "node_modules/openapi-sieve");
  link("../openapi-sieve/dist/cli.js", "node_modules/.bin/openapi-sieve");
  for (const [name, place] of [["books", "apis/books"], ["films", "apis/films"], ["app", "apps/shop"]] as const) link(`../../${place}`, `node_modules/@shop/${name}`);
  writeFileSync(at("package-lock.json"), lock("0.1.0"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing is told to anybody, and no settings of whoever runs the tests are read or written. */
const turbo = (task: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { PATH } = process.env;
    const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1", NO_UPDATE_NOTIFIER: "1", npm_config_update_notifier: "false" };
    execFile(
      at("node_modules/turbo/bin/turbo"),
      ["run", task, "--cache", "local:rw", "--no-color"],
      { cwd: folder, env: { PATH, HOME: at(".home"), ...quiet } },
      (error, out, errors) => (error === null ? resolve(out) : reject(new Error(out + errors))),
    );
  });

/** ~> { "@shop/books": "miss", "@shop/films": "hit" } */
const cacheOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...out.matchAll(/^(@shop\/\w+):generate: cache (miss|hit)/gm)].map(([, name = "", what = ""]) => [name, what]));

const tree = (below: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(at(below), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]),
  );

const both = (what: string): Readonly<Record<string, string>> => ({ "@shop/books": what, "@shop/films": what });

describe("examples/turborepo, with turbo itself", () => {
  test("what has not changed is not made again; what is deleted comes out of the cache", async () => {
    expect(cacheOf(await turbo("generate"))).toEqual(both("miss"));
    const first = tree("apis");
    expect(Object.keys(first)).toEqual(expect.arrayContaining(["apis/books/client/dist/index.js", "apis/films/client/.openapi-sieve/manifest.json"]));

    const second = await turbo("generate");
    expect(cacheOf(second)).toEqual(both("hit"));
    expect(second).toContain("2 cached, 2 total");
    expect(second).toContain("FULL TURBO");

    rmSync(at("apis/books/client"), { recursive: true });
    expect(cacheOf(await turbo("generate"))).toEqual(both("hit"));
    expect(tree("apis")).toEqual(first);
  });

  test("a description that changes, or a file that it refers to, misses for its package only", async () => {
    appendFileSync(at("apis/books/schemas/book.yaml"), "description: A book that can be ordered.\n");
    expect(cacheOf(await turbo("generate"))).toEqual({ ...both("hit"), "@shop/books": "miss" });
    expect(readFileSync(at("apis/books/client/README.md"), "utf8")).not.toBe("");
    appendFileSync(at("apis/films/openapi.yaml"), "tags: []\n");
    expect(cacheOf(await turbo("generate"))).toEqual({ ...both("hit"), "@shop/films": "miss" });
  });

  test("another version of the tool misses for all", async () => {
    writeFileSync(at("package-lock.json"), lock("0.1.1"));
    expect(cacheOf(await turbo("generate"))).toEqual(both("miss"));
  });

  test("an app that uses the packages generates them first; check finds them as they should be", async () => {
    rmSync(at("apis/films/client"), { recursive: true });
    const out = await turbo("start");
    expect(cacheOf(out)).toEqual(both("hit"));
    expect(out).toMatch(/@shop\/app:start: A book without a number: .+\n@shop\/app:start: A film of no length: .+\n/);
    expect(await turbo("check")).toContain("2 successful, 2 total");
    expect(existsSync(at("apis/films/client/package.json"))).toBe(true);
  });
});
