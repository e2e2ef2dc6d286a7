import { disk as real, type Disk } from "../../../generator/write/disk.js";

/** What stops a process: nothing that it does afterwards has any effect. */
export class Killed extends Error {}

const failure = (code: string): Error => Object.assign(new Error(`${code}: as the test has it`), { code });

export interface Fault {
  /** The call, counted from 0, at which it happens. */
  readonly at: number;
  /**
   * killed: the process ends before the call, or in the midst of it. A function really ends it. An error code: the call fails so, once or
   * from there on.
   */
  readonly kind: "killed" | (() => void) | { readonly code: string; readonly isLasting: boolean };
}

export interface FaultyDisk extends Disk {
  /** Calls so far. */
  readonly calls: () => number;
  readonly log: readonly string[];
}

/** A disk on which what is made ready lies elsewhere than the package, as folders do that are mounted one by one. */
export const crossing: Disk = {
  ...real,
  rename: (from, to) => {
    const [isOwn, goesOwn] = [from, to].map((file) => file.includes(".openapi-sieve"));
    if (isOwn !== goesOwn) throw failure("EXDEV");
    real.rename(from, to);
  },
};

/** A disk on which some calls go wrong: every call counts. */
export const faultyDisk = (faults: readonly Fault[] = [], disk: Disk = real): FaultyDisk => {
  let calls = 0;
  let isDead = false;
  const log: string[] = [];
  const call = (name: string, task: () => void, half: () => void = () => {}): void => {
    const number = calls++;
    log.push(name);
    if (isDead) throw new Killed();
    const fault = faults.find(({ at, kind }) => number === at || (number > at && typeof kind === "object" && kind.isLasting));
    if (fault === undefined) return task();
    if (typeof fault.kind === "object") throw failure(fault.kind.code);
    isDead = true;
    half();
    if (typeof fault.kind === "function") fault.kind();
    throw new Killed();
  };
  return {
    calls: () => calls,
    log,
    makeFolders: (folder) => {
      let first: string | undefined;
      call("makeFolders", () => (first = disk.makeFolders(folder)));
      return first;
    },
    writeFile: (file, text) => call("writeFile", () => disk.writeFile(file, text), () => disk.writeFile(file, text.slice(0, text.length / 2))),
    link: (file, name) => call("link", () => disk.link(file, name)),
    copy: (from, to) => call("copy", () => disk.copy(from, to)),
    rename: (from, to) => call("rename", () => disk.rename(from, to)),
    removeFile: (file) => call("removeFile", () => disk.removeFile(file)),
    removeEmptyFolder: (folder) => call("removeEmptyFolder", () => disk.removeEmptyFolder(folder)),
    removeFolder: (folder) => call("removeFolder", () => disk.removeFolder(folder)),
  };
};
