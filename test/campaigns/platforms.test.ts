import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { credentials } from "../client/support/credentials.js";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { expected } from "./platforms/use-client.js";

const folder = fileURLToPath(new URL("platforms/", import.meta.url));
const platform = (file: string): string => path.join(folder, "node_modules", file);

let made = "";
let server: PigelloServer;

const bundle = async (name: string): Promise<string> => {
  const outfile = path.join(made, `${name}.mjs`);
  await build({ entryPoints: [path.join(folder, `${name}.ts`)], bundle: true, format: "esm", platform: "neutral", mainFields: ["module", "main"], conditions: ["import"], outfile, logLevel: "error" });
  return outfile;
};

beforeAll(() => {
  if (!existsSync(platform("miniflare"))) execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
  made = mkdtempSync(path.join(tmpdir(), "openapi-sieve-platforms-"));
});
afterAll(() => rmSync(made, { recursive: true }));
beforeEach(async () => {
  server = await startPigelloServer();
});
afterEach(async () => server.close());

test.each([
  ["Node", process.execPath, []],
  ["Deno", platform("@deno/linux-x64-glibc/deno"), ["run", "--allow-net"]],
  ["Bun", platform("@oven/bun-linux-x64/bin/bun"), ["run"]],
])("%s", async (_, command, args) => {
  const { stdout } = await promisify(execFile)(command, [...args, await bundle("program"), JSON.stringify({ baseUrl: server.url, credentials })]);
  expect(JSON.parse(stdout)).toEqual(expected);
});

interface Worker {
  readonly dispatchFetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly dispose: () => Promise<void>;
}

test("a worker (workerd)", async () => {
  const { Miniflare } = createRequire(path.join(folder, "package.json"))("miniflare") as { readonly Miniflare: new (options: object) => Worker };
  const worker = new Miniflare({ modules: true, script: readFileSync(await bundle("worker"), "utf8"), compatibilityDate: "2026-01-01" });
  try {
    const response = await worker.dispatchFetch("http://worker/", { method: "POST", body: JSON.stringify({ baseUrl: server.url, credentials }) });
    expect(await response.json()).toEqual(expected);
  } finally {
    await worker.dispose();
  }
});
