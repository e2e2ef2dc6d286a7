import { describe, expect, test } from "vitest";
import { disk, type Disk } from "../../generator/write/disk.js";
import { recover } from "../../generator/write/recover.js";
import { writeFolders, type WriteResult } from "../../generator/write/write-folders.js";
import { crossing, type Fault, faultyDisk, Killed } from "./support/faulty-disk.js";
import { after, before, settings } from "./support/package.js";
import { copyOf, putTree, temporaryFolder, tracesIn, type Tree, treeOf } from "./support/tree.js";

const write = async (folder: string, on: Disk = disk, files = after): Promise<WriteResult | undefined> => (await writeFolders([{ folder, files }], settings({ disk: on })))[0];

const orKilled = (error: unknown): undefined => {
  if (!(error instanceof Killed)) throw error;
};

interface Start {
  readonly folder: string;
  /** What the folder holds, and what it is to hold. */
  readonly old: Tree;
  readonly young: Tree;
  /** Calls of the disk from one to the other. */
  readonly log: readonly string[];
}

/** Of all pairs of calls, those whose first is one of so many. */
const sample = 5;

/** The first call that changes something of the package. */
const beginOf = ({ log }: Start): number => log.lastIndexOf("writeFile") + 1;

const aPackage = async (folder: string): Promise<void> => {
  putTree(folder, { "NOTES.md": "mine\n", "src/own.ts": "export const mine = true;\n" });
  expect(await write(folder, disk, before)).toMatchObject({ kind: "written" });
};

/** A package with files of somebody else's beside it, or nothing at all: both become the later package. */
const starts: readonly (readonly [string, (folder: string) => Promise<void>, Disk, number])[] = [
  ["a package", aPackage, disk, 1],
  ["an empty folder", async () => {}, disk, 1],
  // most of its calls are those of the first
  ["a package across file systems", aPackage, crossing, 3],
];

describe.each(starts)("%s that is written anew", (_, start, base, stride) => {
  const prepared = async (): Promise<Start> => {
    const folder = temporaryFolder();
    await start(folder);
    const written = copyOf(folder);
    const counting = faultyDisk([], base);
    await write(written, counting);
    expect(tracesIn(written)).toEqual([]);
    return { folder, old: treeOf(folder), young: treeOf(written), log: counting.log };
  };

  /** Calls `task` for each call of the disk that goes wrong, with what is left. */
  const each = async ({ folder, log }: Start, kind: Fault["kind"], task: (copy: string, result: WriteResult | undefined) => Promise<void> | void, from = 0, step = stride): Promise<void> => {
    for (let at = from; at < log.length; at += step) {
      const copy = copyOf(folder);
      const result = await write(copy, faultyDisk([{ at, kind }], base)).catch(orKilled);
      await task(copy, result);
    }
  };

  test("killed before or in the midst of any call, is the old or the new one after the next look at it", async () => {
    const started = await prepared();
    const { old, young, log } = started;
    expect(log.length).toBeGreaterThan(20);
    const ends = new Set<Tree>();
    await each(started, "killed", async (copy) => {
      // without a journal nothing has begun, or everything is done
      if (!tracesIn(copy).includes(".openapi-sieve/journal.json")) expect([old, young]).toContainEqual(treeOf(copy));
      recover(copy, base);
      expect([old, young]).toContainEqual(treeOf(copy));
      ends.add("src/client/index.ts" in treeOf(copy) ? young : old);
      expect(await write(copy, base)).toMatchObject({ kind: "written" });
      expect(treeOf(copy)).toEqual(young);
      expect(tracesIn(copy)).toEqual([]);
    });
    expect(ends.size).toBe(2);
  });

  test("is the old one after a call that fails, and says so", async () => {
    const code = "ENOSPC";
    const started = await prepared();
    const { old, young } = started;
    await each(started, { code, isLasting: false }, (copy, result) => {
      const isHalfway = tracesIn(copy).includes(".openapi-sieve/journal.json");
      if (result?.kind === "failed") {
        expect(result).toMatchObject({ reason: expect.stringContaining(code) });
        expect(result.reason.includes("the next run will bring it to its end")).toBe(isHalfway);
        // the last of all calls takes the journal away
        expect(treeOf(copy)).toEqual(isHalfway ? young : old);
      } else expect(treeOf(copy)).toEqual(young);
    });
  });

  test("is the old or the new one as soon as something can be written again", async () => {
    const started = await prepared();
    await each(started, { code: "EIO", isLasting: true }, (copy) => {
      recover(copy, base);
      expect([started.old, started.young]).toContainEqual(treeOf(copy));
    });
  });

  test("killed once more on the way to its end, it still is one or the other", async () => {
    const started = await prepared();
    const kill = async (copy: string): Promise<void> => {
      for (let at = 0, isOver = false; !isOver; at++) {
        const again = copyOf(copy);
        const dying = faultyDisk([{ at, kind: "killed" }], base);
        try {
          recover(again, dying);
        } catch (error) {
          orKilled(error);
        }
        recover(again, base);
        expect([started.old, started.young]).toContainEqual(treeOf(again));
        isOver = dying.calls() <= at;
      }
    };
    await each(started, "killed", kill, beginOf(started), sample);
  });

  test("killed on the way back, it still is one or the other", async () => {
    const started = await prepared();
    for (let at = beginOf(started); at < started.log.length; at += sample)
      for (let later = at + 1, isOver = false; !isOver; later++) {
        const copy = copyOf(started.folder);
        const dying = faultyDisk([{ at, kind: { code: "EIO", isLasting: false } }, { at: later, kind: "killed" }], base);
        await write(copy, dying).catch(orKilled);
        recover(copy, base);
        expect([started.old, started.young]).toContainEqual(treeOf(copy));
        isOver = dying.calls() <= later;
      }
  });
});
