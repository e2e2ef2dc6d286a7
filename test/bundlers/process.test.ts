import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { createApp } from "./support/app.js";

const plugin = pathToFileURL(path.resolve(import.meta.dirname, "../../dist/rollup.js")).href;

test("a process whose bundler closes nothing ends by itself", async () => {
  const app = createApp();
  const script = `
    const { default: openapiSieve } = await import(${JSON.stringify(plugin)});
    await openapiSieve().buildStart.call({ meta: { watchMode: true }, addWatchFile() {}, warn() {} });
    console.log("built");
  `;
  writeFileSync(app.at("build.mjs"), script);
  const child = spawn(process.execPath, ["build.mjs"], { cwd: app.folder, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  expect(await once(child, "close")).toEqual([0, null]);
  expect(out).toBe("built\n");
});
