import type { BulkJournal } from "./bulk/options.js";

export interface FileJournalOptions {
  /** Waits until the disk has each line, so that it also survives the loss of power: yes unless told otherwise. */
  readonly durable?: boolean;
}

/** The part of a `FileHandle` of Node that is used. */
interface FileHandle {
  readonly read: (buffer: Uint8Array, offset: number, length: number, position: number) => Promise<{ readonly bytesRead: number }>;
  readonly stat: () => Promise<{ readonly size: number }>;
  readonly appendFile: (text: string) => Promise<void>;
  readonly datasync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface FileSystem {
  readonly open: (path: string, flags: string) => Promise<FileHandle>;
}

/** Not imported by name, so that the types of Node are not needed to compile the package, nor Node to bundle it. */
const fileSystem = async (): Promise<FileSystem> => {
  const name = "node:fs/promises";
  return (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as FileSystem;
};

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

const opened = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await (await fileSystem()).open(path, "r");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  const handle = await opened(path);
  if (handle === undefined) return;
  try {
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(65_536);
    let rest = "";
    for (let position = 0; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      const lines = (rest + decoder.decode(buffer.subarray(0, bytesRead), { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    await handle.close();
  }
}

/** Does the file end in the middle of a line, since a process was killed while it wrote? */
const isTorn = async (path: string): Promise<boolean> => {
  const handle = await opened(path);
  if (handle === undefined) return false;
  try {
    const { size } = await handle.stat();
    const last = new Uint8Array(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    return size > 0 && last[0] !== 0x0a;
  } finally {
    await handle.close();
  }
};

/**
 * A journal of bulk writes in a file, for Node, Deno and Bun. The file is made where it is missing, and belongs to one input
 * and to one process at a time. It holds no item, but what the server said of those that it refused.
 */
export const createFileJournal = (path: string, { durable = true }: FileJournalOptions = {}): BulkJournal => {
  let isChecked = false;
  return {
    read: () => linesOf(path),
    append: async (line) => {
      const before = isChecked || !(await isTorn(path)) ? "" : "\n";
      isChecked = true;
      const handle = await (await fileSystem()).open(path, "a");
      try {
        await handle.appendFile(`${before}${line}\n`);
        if (durable) await handle.datasync();
      } finally {
        await handle.close();
      }
    },
  };
};
