import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
const cli = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface Settings {
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
}

/** The built command line as a child process: no terminal, and none of the settings of whoever runs the tests. */
export const runCli = (cwd: string, args: readonly string[], { env = {}, node = [] }: Settings = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const { PATH, HOME, TMPDIR } = process.env;
    const child = execFile(
      process.execPath,
      [...node, cli, ...args],
      { cwd, env: { PATH, HOME, TMPDIR, ...env }, maxBuffer: 1 << 26 },
      (_, out, error) => resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });
