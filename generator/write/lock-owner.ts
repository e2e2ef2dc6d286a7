import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** A process, told from all others there have been. */
export interface LockOwner {
  readonly pid: number;
  /** Where process numbers mean the same: a machine since it was started, or a container on it. */
  readonly host: string;
  /** When the process was started, in the machine's own count; undefined where that cannot be known. */
  readonly started?: string;
}

const read = (get: () => string): string => {
  try {
    return get().trim();
  } catch {
    return "";
  }
};

/** proc(5): the twenty-second field is the start time; the second, in brackets, may hold anything. */
const startOf = (pid: number): string | undefined => {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
};

const thisHost = (): string =>
  [hostname(), read(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1")), read(() => readlinkSync("/proc/self/ns/pid"))].join(" ").trim();

const withStart = (pid: number, host: string): LockOwner => {
  const started = startOf(pid);
  return { pid, host, ...(started === undefined ? {} : { started }) };
};

export const thisProcess = (): LockOwner => withStart(process.pid, thisHost());

/** Is there such a process still? Undefined where that cannot be known, since it ran on another machine. */
export const isAlive = ({ pid, host, started }: LockOwner): boolean | undefined => {
  if (host !== thisHost()) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // a process of somebody else's may not be asked, but it is there
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return started === undefined || startOf(pid) === started;
};
