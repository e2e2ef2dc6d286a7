import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disk } from "../../generator/write/disk.js";
import { takeLock } from "../../generator/write/lock.js";
import { isAlive, type LockOwner, thisProcess } from "../../generator/write/lock-owner.js";
import { writeFolders } from "../../generator/write/write-folders.js";
import { faultyDisk } from "./support/faulty-disk.js";
import { after, before, settings } from "./support/package.js";
import { copyOf, putTree, temporaryFolder, tracesIn, type Tree, treeOf } from "./support/tree.js";
import { buildWriter, type Ended, running, startWriter } from "./support/writer.js";

let program = "";
const place = mkdtempSync(path.join(tmpdir(), "openapi-sieve-writer-"));
beforeAll(async () => {
  program = await buildWriter(place);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const run = (...args: readonly string[]): Promise<Ended> => running(startWriter(program, args));

const trees = async (): Promise<{ folder: string; old: Tree; young: Tree; calls: number }> => {
  const folder = temporaryFolder();
  putTree(folder, { "src/own.ts": "mine\n" });
  await writeFolders([{ folder, files: before }], settings());
  const written = copyOf(folder);
  const counting = faultyDisk();
  await writeFolders([{ folder: written, files: after }], settings({ disk: counting }));
  return { folder, old: treeOf(folder), young: treeOf(written), calls: counting.calls() };
};

test("a process that is killed at any call leaves the old or the new tree to the next, which waits for nobody", async () => {
  const { folder, old, young } = await trees();
  for (let at = 0; ; at++) {
    const copy = copyOf(folder);
    const { signal, out } = await run(copy, "after", String(at));
    if (signal === null) {
      // there are no more calls
      expect({ out, isMany: at > 30 }).toEqual({ out: "written\n", isMany: true });
      break;
    }
    const isBegun = tracesIn(copy).includes(".openapi-sieve/journal.json");
    if (!isBegun) expect([old, young]).toContainEqual(treeOf(copy));
    // what goes on is told
    const next = await run(copy, "after");
    expect(next.out).toBe(isBegun ? "a run that was interrupted has been brought to its end\nwritten\n" : "written\n");
    expect(treeOf(copy)).toEqual(young);
    expect(tracesIn(copy)).toEqual([]);
  }
});

test("many at once, some of them killed: one tree, and no mixture", async () => {
  const { folder, old, young, calls } = await trees();
  for (let round = 0; round < 3; round++) {
    const runs = Array.from({ length: 8 }, (_, index) => {
      const which = index % 2 === 0 ? "before" : "after";
      return index % 3 === 2 ? run(folder, which, String((round * 11 + index * 7) % calls)) : run(folder, which);
    });
    for (const { signal, out } of await Promise.all(runs)) if (signal === null) expect(out).toMatch(/(?:^|\n)written\n$/);
    await run(folder, "before");
    expect(treeOf(folder)).toEqual(old);
    await run(folder, "after");
    expect(treeOf(folder)).toEqual(young);
    expect(tracesIn(folder)).toEqual([]);
  }
});

describe("the lock", () => {
  const lockSettings = (given: { readonly patience?: number; readonly owner?: LockOwner } = {}) => ({
    ...{ disk, owner: thisProcess(), isAlive, patience: 0, onWait: () => {}, token: Math.random().toString(36).slice(2) },
    ...given,
  });

  test("another run waits, says so, and goes on", async () => {
    const { folder, young } = await trees();
    const locked = await takeLock(path.join(folder, ".openapi-sieve"), lockSettings());
    if (locked.kind !== "locked") throw new Error(locked.kind);
    const { out } = await running(startWriter(program, [folder, "after"]), (text) => {
      if (text.includes("\n")) locked.release();
    });
    expect(out).toBe(`waiting for another run (process ${process.pid})\nwritten\n`);
    expect(treeOf(folder)).toEqual(young);
  });

  test("who has waited for long enough gives up, and has changed nothing", async () => {
    const { folder, old } = await trees();
    const locked = await takeLock(path.join(folder, ".openapi-sieve"), lockSettings());
    const result = await writeFolders([{ folder, files: after }], settings({ patience: 0, isAlive }));
    expect(result).toEqual([
      { kind: "failed", reason: `another run (process ${process.pid}) is writing it still; if there is none, remove ${path.join(folder, ".openapi-sieve/lock")}` },
    ]);
    expect(treeOf(folder)).toEqual(old);
    if (locked.kind === "locked") locked.release();
    expect(tracesIn(folder)).toEqual([]);
  });

  /** Owners that are gone, or cannot be asked; whether the lock is taken over. */
  const owners: readonly (readonly [string, (own: LockOwner) => string, boolean])[] = [
    ["a process that has ended", (own) => JSON.stringify({ ...own, pid: 2 ** 30, token: "a" }), true],
    ["a process that has our number, and started at another time", (own) => JSON.stringify({ ...own, started: "1", token: "a" }), true],
    ["this process", (own) => JSON.stringify({ ...own, token: "a" }), false],
    ["a process on another machine", (own) => JSON.stringify({ ...own, host: "elsewhere", token: "a" }), false],
    ["somebody who was just writing it", () => "", false],
  ];

  test.each(owners)("of %s", async (_, text, isTaken) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "lock"), text(thisProcess()));
    const locked = await takeLock(folder, lockSettings());
    expect(locked.kind).toBe(isTaken ? "locked" : "busy");
    if (locked.kind === "locked") locked.release();
  });

  test("is taken over by one only, also where that one ends on the way", async () => {
    const dead: LockOwner = { ...thisProcess(), pid: 2 ** 30 };
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "lock"), JSON.stringify({ ...dead, token: "one" }));
    writeFileSync(path.join(folder, "claim-one"), JSON.stringify({ ...dead, token: "two" }));
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeLock(folder, lockSettings())));
    expect(taken.filter(({ kind }) => kind === "locked")).toHaveLength(1);
    expect(JSON.parse(readFileSync(path.join(folder, "lock"), "utf8"))).toMatchObject({ pid: process.pid });
    for (const one of taken) if (one.kind === "locked") one.release();
    expect(tracesIn(folder)).toEqual([]);
  });
});

describe("a real file system", () => {
  /** A shell in a mount namespace of its own, whose mounts go with it. */
  const shell = (script: string): Promise<Ended> => running(spawn("unshare", ["-m", "sh", "-ec", script], { stdio: ["ignore", "pipe", "pipe"] }));

  const canMount = async (folder: string): Promise<boolean> => {
    try {
      return (await shell(`mount -t tmpfs -o size=64k none ${folder} && echo mounted`)).out === "mounted\n";
    } catch {
      return false;
    }
  };

  test("that is full", async ({ skip }) => {
    const folder = temporaryFolder();
    if (!(await canMount(folder))) skip("nothing can be mounted here");
    const write = (which: string): string => `"${process.execPath}" "${program}" "${folder}" ${which}`;
    const script = [
      `mount -t tmpfs -o size=160k none "${folder}"`,
      write("before"),
      `find "${folder}" -type f | sort | xargs cat | sha256sum`,
      // all room but a page or two
      `head -c 1000000 /dev/zero > "${folder}/fill" || true`,
      `truncate -s -8192 "${folder}/fill"`,
      write("after"),
      `rm "${folder}/fill"`,
      `find "${folder}" -type f | sort | xargs cat | sha256sum`,
      write("after"),
    ];
    const { out } = await shell(script.join("\n"));
    const lines = out.split("\n").filter((line) => !line.startsWith("head:"));
    expect(lines[0]).toBe("written");
    expect(lines[2]).toMatch(/^failed: ENOSPC: no space left on device, .*\/\.openapi-sieve\//);
    expect(lines[3]).toBe(lines[1]);
    expect(lines[4]).toBe("written");
  });

  test("that is read only", async ({ skip }) => {
    const folder = temporaryFolder();
    if (!(await canMount(folder))) skip("nothing can be mounted here");
    const write = (which: string): string => `"${process.execPath}" "${program}" "${folder}" ${which}`;
    const { out } = await shell([`mount -t tmpfs -o size=1m none "${folder}"`, write("before"), `mount -o remount,ro "${folder}"`, write("after"), write("before")].join("\n"));
    // what is as it should be needs no leave to write
    expect(out.split("\n")).toEqual(["written", expect.stringMatching(/^failed: EROFS: read-only file system, .*\.openapi-sieve/), "written", ""]);
  });

  test("of which one folder lies elsewhere", async ({ skip }) => {
    const folder = temporaryFolder();
    if (!(await canMount(folder))) skip("nothing can be mounted here");
    const write = (which: string): string => `"${process.execPath}" "${program}" "${folder}" ${which}`;
    const { out } = await shell([write("before"), `mkdir "${folder}/elsewhere"; mount --bind "${folder}/src/schemas" "${folder}/src/schemas"`, write("after"), `cat "${folder}/src/schemas/dog.ts"`, `ls -A "${folder}/src/schemas"`].join("\n"));
    expect(out).toBe("written\nwritten\n// Generated by openapi-sieve. Changes are overwritten.\n\nnew dog\ncat.ts\ndog.ts\nfox.ts\n");
  });
});
