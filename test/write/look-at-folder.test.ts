import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { disk } from "../../generator/write/disk.js";
import { lookAtFolder } from "../../generator/write/look-at-folder.js";
import { isAlive, thisProcess } from "../../generator/write/lock-owner.js";
import { writeFolders } from "../../generator/write/write-folders.js";
import { faultyDisk } from "./support/faulty-disk.js";
import { after, before, settings } from "./support/package.js";
import { copyOf, temporaryFolder, treeOf, tracesIn } from "./support/tree.js";

/** The later package, and copies of a folder in which the run that writes it was ended at each call after its journal. */
const interrupted = async (): Promise<readonly string[]> => {
  const folder = temporaryFolder();
  await writeFolders([{ folder, files: before }], settings());
  const counting = faultyDisk();
  await writeFolders([{ folder: copyOf(folder), files: after }], settings({ disk: counting }));
  const copies: string[] = [];
  for (let at = counting.log.lastIndexOf("writeFile") + 2; at < counting.log.length; at++) {
    const copy = copyOf(folder);
    await writeFolders([{ folder: copy, files: after }], settings({ disk: faultyDisk([{ at, kind: "killed" }]) })).catch(() => {});
    if (tracesIn(copy).some((file) => file.endsWith("journal.json"))) copies.push(copy);
  }
  return copies;
};

test("of a run that was interrupted nothing is taken for an edit, and nothing is written", async () => {
  const copies = await interrupted();
  expect(copies.length).toBeGreaterThan(5);
  for (const copy of copies) {
    const tree = [treeOf(copy), tracesIn(copy)];
    for (const files of [before, after]) {
      const { comparison, isInterrupted } = await lookAtFolder(copy, files, () => false);
      expect(isInterrupted).toBe(true);
      expect(comparison.changes.filter(({ kind }) => kind === "edited")).toEqual([]);
      expect(comparison.foreign).toEqual([]);
    }
    expect([treeOf(copy), tracesIn(copy)]).toEqual(tree);
  }
});

test("while another run changes the folder it is waited for", async () => {
  const folder = temporaryFolder();
  await writeFolders([{ folder, files: before }], settings());
  const own = path.join(folder, ".openapi-sieve");
  const journal = path.join(own, "journal.json");
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, "lock"), JSON.stringify({ ...thisProcess(), token: "other" }));
  writeFileSync(journal, JSON.stringify({ journal: 1, direction: "forward", staging: "pending-other", steps: [] }));
  let isOver = false;
  const look = lookAtFolder(folder, after, isAlive).then((result) => {
    expect(isOver).toBe(true);
    return result;
  });
  // it has looked once, and begun to wait
  await pause(0);
  rmSync(journal);
  rmSync(path.join(own, "lock"));
  await writeFolders([{ folder, files: after }], settings({ disk }));
  isOver = true;
  const { comparison, isInterrupted } = await look;
  expect({ changes: comparison.changes, isInterrupted }).toEqual({ changes: [], isInterrupted: false });
  expect(readFileSync(path.join(folder, "README.md"), "utf8")).toBe("version 2.0.0\n");
});
