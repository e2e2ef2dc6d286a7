import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Change } from "../../generator/watch/burst.js";
import { foldersOf } from "../../generator/watch/outputs.js";
import { openWatcher } from "../../generator/watch/watcher.js";

/** A package with one file beside its description, and what is heard of them. */
const watched = async () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "watcher-")));
  const at = (file: string): string => path.join(folder, file);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  for (const file of ["api.yaml", "out/.openapi-sieve/manifest.json", "out/src/a.ts", "out/src/own.txt"]) write(file, "");
  const heard: Change[] = [];
  const errors: unknown[] = [];
  const watcher = await openWatcher(folder)({ inputs: [at("api.yaml")], outputs: [at("out/.openapi-sieve/manifest.json")] }, { happen: (change) => void heard.push(change), error: (error) => void errors.push(error) });
  const folders = foldersOf(at("out"), ["src/a.ts", ".openapi-sieve/manifest.json"].map((file) => ({ path: file, hash: "" })));
  const follow = (): void => watcher.follow("api", folders);
  follow();
  onTestFinished(async () => {
    await watcher.close();
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
  });
  /** Waits until something of a kind is heard that was not before. */
  const until = async (change: Change): Promise<void> => {
    await vi.waitFor(() => expect(heard).toContain(change), { timeout: 10_000 });
    heard.length = 0;
  };
  return { at, write, follow, until, heard };
};

test("what packages are made of changes; what was made is touched", async () => {
  const { write, until, heard } = await watched();
  // of what is not made nobody hears
  write("out/src/own.txt", "somebody's own");
  write("api.yaml", "another");
  await vi.waitFor(() => expect(heard).toContain("changed"), { timeout: 10_000 });
  expect(heard).not.toContain("touched");
  write("out/src/a.ts", "edited");
  await until("touched");
});

test("a folder that went and came back as another is followed again", async () => {
  const { at, write, follow, until } = await watched();
  renameSync(at("out/src"), at("elsewhere"));
  write("out/src/a.ts", "");
  await until("touched");
  follow();
  write("out/src/a.ts", "edited");
  await until("touched");
});

test("so is a package of which a folder above went and came back", async () => {
  const { at, write, follow, until } = await watched();
  renameSync(at("out"), at("elsewhere"));
  for (const file of ["out/.openapi-sieve/manifest.json", "out/src/a.ts"]) write(file, "");
  await until("touched");
  follow();
  write("out/src/a.ts", "edited");
  await until("touched");
});
