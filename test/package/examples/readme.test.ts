import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { credentials } from "../../client/support/credentials.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { excerpts, given, isExcerpt, programOf, readmeBlocks } from "./support/readme-programs.js";
import { type Ended, runProcess, workFolder } from "./support/run-example.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const blocks = readmeBlocks();
const programs = blocks.filter((block) => !isExcerpt(block));
const { folder, remove } = workFolder();

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

/** Sends to the server what goes to the API, and changes nothing else. */
const redirect = `
  const real = globalThis.fetch;
  globalThis.fetch = (url, init) => real(String(url).replace("https://dev.api.pigello.io", process.env.SERVER), init);
`;

let server: PigelloServer;
beforeAll(async () => {
  server = await startPigelloServer({ seed: 200 });
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(path.join(root, "generated/pigello-accounts"), path.join(folder, "node_modules/pigello-accounts"), "dir");
  write("package.json", '{ "type": "module" }');
  write("credentials.ts", `export const credentials = ${JSON.stringify(credentials)};`);
  write("redirect.mjs", redirect);
  for (const [at, block] of programs.entries()) write(`program-${at}.ts`, programOf(block));
});
afterAll(async () => {
  await server.close();
  remove();
});
beforeEach(() => server.forgetRequests());

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: ["node"],
  typeRoots: [path.join(root, "node_modules/@types")],
  // what the tool exports of it; all of the tool would take longer than the tests together
  paths: { "openapi-sieve": [path.join(root, "generator/config/define-config.ts")] },
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
};

/** What the compiler says of a program, and writes of it. */
const compiled = (name: string): readonly string[] => {
  const program = ts.createProgram([path.join(folder, `${name}.ts`)], options);
  program.emit(undefined, (file, text) => {
    if (path.dirname(file) === folder) writeFileSync(file, text);
  });
  const own = ts.getPreEmitDiagnostics(program).filter(({ file }) => file === undefined || path.dirname(file.fileName) === folder);
  return own.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
};

const run = async (name: string): Promise<Ended> => {
  expect(compiled(name)).toEqual([]);
  return runProcess(process.execPath, ["--import", "./redirect.mjs", `${name}.js`], { cwd: folder, env: { SERVER: server.url } });
};

const programUnder = (heading: string): string => {
  const at = programs.findIndex((block) => block.heading === heading);
  if (at < 0) throw new Error(`no program under ${heading}`);
  return `program-${at}`;
};

const paths = (): readonly string[] => server.requests.map(({ method, url }) => `${method} ${url}`);
const list = "/accounts/users/organization/organizationuser/list/";

test("every excerpt and every addition belongs to a block, and the other blocks are programs", () => {
  for (const { begin } of [...excerpts, ...given]) expect([begin, blocks.filter(({ text }) => text.startsWith(begin)).length]).toEqual([begin, 1]);
  expect(programs.map(({ heading }) => heading)).toEqual(expect.arrayContaining(["A generated package in ten lines", "Client", "Validators", "Commands"]));
});

test.each(programs.map(({ heading, text }, at): [string, string, number] => [heading, text.split("\n", 1)[0] ?? "", at]))("%s: %s … compiles", (_, __, at) => {
  expect(compiled(`program-${at}`)).toEqual([]);
});

test("a mistake would be found", () => {
  write("wrong.ts", 'import { createClient } from "pigello-accounts";\ncreateClient({ credentials: { customerId: "x" } });');
  expect(compiled("wrong").join()).toContain("not assignable");
});

describe("the ten lines", () => {
  test("are ten", () => {
    const block = blocks.find(({ heading }) => heading === "A generated package in ten lines");
    expect(block?.text.split("\n").filter((line) => line.trim() !== "")).toHaveLength(10);
  });

  test("do what they say: the filter goes out, the good item is written, the other one is told", async () => {
    const { code, stdout, stderr } = await run(programUnder("A generated package in ten lines"));
    const found = server.sql("SELECT id, email FROM organizationuser WHERE lower(last_name) LIKE '%berg%' AND email IS NOT NULL ORDER BY created_at DESC");
    expect(stdout.split("\n")).toEqual([...found.map(({ id, email }) => `${String(id)} ${String(email)}`), "1 of 2 written", ""]);
    expect(found.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/^1 \[[^]*code: 'format'[^]*path: \[ 'email' \][^]*\]\n$/);
    expect(code).toBe(0);
    const [read, written, ...more] = server.requests;
    const [address, query = ""] = decodeURIComponent(read?.url ?? "").split("?");
    expect(query.split("&").sort()).toEqual(["_jsonl=true", "_order_by=-created_at", "email__isnull!=true", "last_name__icontains=berg"]);
    expect([address, written?.url, more]).toEqual([list, list, []]);
    expect(written?.body).toBe('[{"detail_access":1,"first_name":"Astrid"}]');
    expect(server.rows().at(-1)).toMatchObject({ detail_access: 1, first_name: "Astrid" });
  });
});

test("the block of the client runs, too", async () => {
  const before = server.rows();
  const { code, stdout, stderr } = await run(programUnder("Client"));
  expect([code, stderr]).toEqual([0, ""]);
  const active = before.filter(({ is_active }) => is_active === true);
  expect(stdout.trim().split("\n")).toEqual([...active, ...before].map(({ id }) => id));
  expect(paths().at(-1)).toMatch(/^POST /);
  expect(server.rows()).toHaveLength(before.length + 1);
});
