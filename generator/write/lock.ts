import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Disk } from "./disk.js";
import { errorCode } from "./error-code.js";
import type { LockOwner } from "./lock-owner.js";

export interface LockSettings {
  readonly disk: Disk;
  /** This process. */
  readonly owner: LockOwner;
  /** Is another process there? Undefined where that cannot be known. */
  readonly isAlive: (owner: LockOwner) => boolean | undefined;
  /** For how long another process is waited for, in milliseconds. */
  readonly patience: number;
  /** Called once where there is something to wait for; whose it is, where that can be read. */
  readonly onWait: (owner: LockOwner | undefined) => void;
  /** A name that nobody else chooses. */
  readonly token: string;
}

export type Locked =
  | { readonly kind: "locked"; readonly release: () => void }
  /** Another process has it for longer than was to be waited. */
  | { readonly kind: "busy"; readonly owner: LockOwner | undefined; readonly file: string };

/** Milliseconds after which one that cannot be asked counts as gone: a process on another machine, and whoever left no name. */
const longest = { elsewhere: 10 * 60_000, nameless: 10_000 };

/** How often it is looked whether the other has gone, in milliseconds. */
const interval = 50;

interface Held {
  readonly token: string;
  readonly owner: LockOwner | undefined;
}

const parse = (text: string): Held | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("pid" in value && "host" in value && "token" in value)) return undefined;
  const { pid, host, token } = value;
  if (typeof pid !== "number" || typeof host !== "string" || typeof token !== "string" || !/^[\w-]+$/.test(token)) return undefined;
  const started = "started" in value && typeof value.started === "string" ? { started: value.started } : {};
  return { token, owner: { pid, host, ...started } };
};

/** Whose a lock is; undefined where there is none. A text that says nothing may be one that is just being written. */
const holderOf = (file: string): Held | undefined => {
  try {
    return parse(readFileSync(file, "utf8")) ?? { token: "nameless", owner: undefined };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
};

const isMissing = (error: unknown): boolean => errorCode(error) === "ENOENT";

/** Is a process there that has the lock of a folder, as far as can be known? */
export const isLocked = (folder: string, isAlive: LockSettings["isAlive"]): boolean => {
  const held = holderOf(path.join(folder, "lock"));
  return held !== undefined && (held.owner === undefined || isAlive(held.owner) !== false);
};

/** Removes a file that somebody else may have removed. */
const removeIfThere = (file: string, disk: Disk): void => {
  try {
    disk.removeFile(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};

/** By how much one file was there before another, in milliseconds of whoever keeps them: clocks of machines differ. */
const olderBy = (file: string, other: string): number => {
  const [one, two] = [file, other].map((each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs);
  return one === undefined || two === undefined ? 0 : two - one;
};

/** Gives a file a further name, or a copy where there are no further names; false where something has it already. */
const isNamed = (file: string, name: string, disk: Disk): boolean => {
  const give = (way: "link" | "copy"): boolean => {
    try {
      disk[way](file, name);
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      if (way === "link" && !isMissing(error)) return give("copy");
      throw error;
    }
  };
  return give("link");
};

/**
 * One attempt, after so many milliseconds. A lock whose process is gone is taken over by who first gives its own file a name made of the lock's token, which nobody else
 * can have done: of those who find it dead, one goes on. Should that one die on the way, its token is the next to be claimed.
 */
const attempt = (folder: string, mine: string, waited: number, { disk, isAlive }: LockSettings): { readonly isMine: boolean; readonly other?: Held } => {
  const lock = path.join(folder, "lock");
  const claimOf = ({ token }: Held): string => path.join(folder, `claim-${token}`);
  const isGone = (held: Held, file: string): boolean => {
    const answer = held.owner === undefined ? undefined : isAlive(held.owner);
    return answer === undefined ? olderBy(file, mine) + waited > (held.owner === undefined ? longest.nameless : longest.elsewhere) : !answer;
  };
  if (isNamed(mine, lock, disk)) return { isMine: true };
  const first = holderOf(lock);
  let held = first;
  for (let file = lock; held !== undefined; ) {
    if (!isGone(held, file)) return { isMine: false, other: held };
    const claim = claimOf(held);
    if (isNamed(mine, claim, disk)) {
      // released meanwhile, and perhaps another's by now
      const isSame = holderOf(lock)?.token === first?.token;
      if (isSame) disk.rename(mine, lock);
      removeIfThere(claim, disk);
      return { isMine: isSame };
    }
    [file, held] = [claim, holderOf(claim)];
  }
  return { isMine: false };
};

/**
 * What processes left that are gone: claims, which nobody has while somebody has the lock, and files of those who waited. Whoever is just
 * writing such a file writes it once more.
 */
const tidy = (folder: string, { disk, isAlive }: LockSettings): void => {
  const isLeft = (held: Held | undefined): boolean => held !== undefined && (held.owner === undefined || isAlive(held.owner) === false);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.startsWith("claim-") || (name.startsWith("lock-") && isLeft(holderOf(file)))) removeIfThere(file, disk);
  }
};

/**
 * Takes the lock of a folder, which one process has at a time, and which is nobody's any more when that process is gone. Throws where
 * nothing can be written in the folder.
 */
export const takeLock = async (folder: string, settings: LockSettings): Promise<Locked> => {
  const { disk, owner, patience, onWait, token } = settings;
  const lock = path.join(folder, "lock");
  const mine = path.join(folder, `lock-${token}`);
  const release = (): void => {
    if (holderOf(lock)?.token === token) removeIfThere(lock, disk);
  };
  const begin = performance.now();
  const waited = (): number => performance.now() - begin;
  let isTold = false;
  const take = async (): Promise<Locked> => {
    for (;;) {
      const { isMine, other } = attempt(folder, mine, waited(), settings);
      if (isMine) {
        tidy(folder, settings);
        return { kind: "locked", release };
      }
      if (waited() >= patience) return { kind: "busy", owner: other?.owner, file: lock };
      if (other === undefined) continue;
      if (!isTold) onWait(other.owner);
      isTold = true;
      await pause(interval);
    }
  };
  for (;;) {
    disk.makeFolders(folder);
    try {
      disk.writeFile(mine, JSON.stringify({ ...owner, token }));
      return await take();
    } catch (error) {
      // whoever made the folder and had no use for it removed it
      if (!isMissing(error) || waited() >= patience) throw error;
    } finally {
      removeIfThere(mine, disk);
    }
  }
};
