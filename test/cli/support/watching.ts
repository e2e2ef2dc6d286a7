import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const cli = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

/** `openapi-sieve watch` as a process that goes on. */
export interface Watching {
  readonly child: ChildProcess;
  /** All that it wrote from the last call on until something matches; rejects if it ends before. */
  readonly until: (pattern: RegExp) => Promise<string>;
  /** What it wrote since. */
  readonly rest: () => string;
  /** The exit code, or the signal that killed it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>;
}

export const startWatch = (cwd: string, args: readonly string[] = [], node: readonly string[] = []): Watching => {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [...node, cli, "watch", ...args], { cwd, env: { PATH, HOME, TMPDIR }, stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  let look = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
      look();
    });
  }
  return {
    child,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = pattern.exec(text);
          if (found === null) return;
          const end = found.index + found[0].length;
          const told = text.slice(0, end);
          text = text.slice(end);
          look = () => {};
          resolve(told);
        };
        void closed.then(() => reject(new Error(`it ended, and said ${text}`)));
        look();
      }),
    rest: () => text,
    end: async (signal) => {
      child.kill(signal);
      await closed;
      return child.exitCode ?? child.signalCode ?? "";
    },
  };
};
