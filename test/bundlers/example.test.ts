import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../types/support/compilers.js";
import { connectHmr } from "./support/hmr-client.js";

/** examples/vite as if it had been installed, with the tool of this repository. */
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "openapi-sieve-vite-")));
const at = (file: string): string => path.join(folder, file);
const bin = { vite: "vite/bin/vite.js", tsc: "typescript/bin/tsc", "openapi-sieve": "openapi-sieve/dist/cli.js" } as const;

const change = (from: string, to: string): void => {
  const text = readFileSync(at("openapi.yaml"), "utf8");
  if (text.split(from).length !== 2) throw new Error(`openapi.yaml does not have ${from} once`);
  writeFileSync(at("openapi.yaml"), text.replace(from, to));
};

beforeAll(() => {
  cpSync(path.join(root, "examples/vite"), folder, { recursive: true });
  mkdirSync(at("node_modules"));
  symlinkSync(root, at("node_modules/openapi-sieve"));
  for (const name of ["vite", "typescript"]) symlinkSync(path.join(root, "node_modules", name), at(`node_modules/${name}`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of the example until it ends by itself, and gives its exit code and what it said. */
const run = (name: keyof typeof bin, ...args: readonly string[]): Promise<readonly [code: unknown, said: string]> =>
  new Promise((resolve) => {
    execFile(process.execPath, [at(`node_modules/${bin[name]}`), ...args], { cwd: folder }, (error, out, errors) => resolve([error === null ? 0 : error.code, out + errors]));
  });

describe("examples/vite, with Vite itself", () => {
  test("a build generates the package first, and ends; what is committed then is what check wants", async () => {
    const [code, said] = await run("vite", "build");
    expect(said).toMatch(/openapi-sieve: newsletter: \d+ written in api/);
    expect(code).toBe(0);
    expect(existsSync(at("dist/index.html"))).toBe(true);
    expect((await run("openapi-sieve", "check"))[0]).toBe(0);
  });

  test("it compiles", async () => {
    expect(await run("tsc", "-p", ".")).toEqual([0, ""]);
  });

  test("the form is checked by what the description says", async () => {
    expect((await run("vite", "build", "--ssr", "src/read-form.ts", "--outDir", "server"))[0]).toBe(0);
    type ReadForm = (fields: Iterable<readonly [string, string]>) => { readonly value?: unknown; readonly issues?: readonly { readonly message: string }[] };
    const { readForm } = (await import(pathToFileURL(at("server/read-form.js")).href)) as { readForm: ReadForm };
    expect(readForm([["name", "Nils"], ["email", ""], ["phone", "+46 8 123 456"]])).toEqual({ value: { name: "Nils", phone: "+46 8 123 456" } });
    expect(readForm([["name", "n".repeat(41)], ["email", ""]]).issues?.map(({ message }) => message)).toEqual(["must have at most 40 characters", "at least one of email, phone is required"]);
  });

  describe("npm run dev", () => {
    let vite: ChildProcess;
    let address = "";
    let said = "";

    beforeAll(async () => {
      vite = spawn(process.execPath, [at(`node_modules/${bin.vite}`), "--host", "127.0.0.1"], { cwd: folder, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" }, stdio: ["ignore", "pipe", "pipe"] });
      for (const stream of [vite.stdout, vite.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
      address = await vi.waitFor(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? expect.fail(said), { timeout: 60_000 });
    });
    afterAll(() => void vite.kill("SIGKILL"));

    const served = async (file: string): Promise<string> => (await fetch(`${address}/${file}`)).text();
    const connect = async () => connectHmr(Number(new URL(address).port), /wsToken = "([^"]+)"/.exec(await served("@vite/client"))?.[1] ?? "");

    test("the page loads again when the description changes, shows where it is broken, and ends when it is told to", async () => {
      const page = await connect();
      await page.next("connected");
      for (const file of ["src/main.ts", "src/read-form.ts", "api/dist/index.js"]) await served(file);
      expect(await served("api/dist/schemas/subscription.js")).toContain("40");

      change("maxLength: 40", "maxLength: 60");
      await page.next("full-reload");
      await vi.waitFor(async () => expect(await served("api/dist/schemas/subscription.js")).toContain("60"), { timeout: 30_000 });

      change("maxLength: 60", "maxLength: many");
      expect((await page.next("error")).err?.message).toMatch(/^openapi\.yaml:\d+:\d+ error keyword-invalid /);
      change("maxLength: many", "maxLength: 60");
      await page.next("update");
      page.close();

      vite.kill("SIGTERM");
      await once(vite, "close");
    });
  });
});
