import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pigelloCredentials } from "../../../server/pigello/credentials.js";
import { taxfilingCredentials } from "../../../server/taxfiling/authenticate.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

export const exampleFile = (name: string): string => path.join(root, "examples", name);

type Environment = Readonly<Record<string, string>>;

/** What the scripts take their credentials from; nothing else of the environment of the tests reaches them. */
export const pigelloEnvironment: Environment = {
  PIGELLO_CUSTOMER_ID: pigelloCredentials["x-pigello-customer-id"],
  PIGELLO_APPLICATION_ID: pigelloCredentials["x-pigello-application-id"],
  PIGELLO_SERVICE_ID: pigelloCredentials["x-pigello-service-id"],
  PIGELLO_SERVICE_VERSION_ID: pigelloCredentials["x-pigello-service-version-id"],
  PIGELLO_CLIENT_CT: pigelloCredentials["x-pigello-client-ct"],
  PIGELLO_CLIENT_OBJECT_ID: pigelloCredentials["x-pigello-client-entity"],
  PIGELLO_CLIENT_SECRET: pigelloCredentials["x-pigello-client-secret"],
};

export const taxfilingEnvironment: Environment = { TAXFILING_BEARER: taxfilingCredentials.bearer };

/** What must stand in no output. */
export const secrets: readonly string[] = [
  ...Object.values(pigelloEnvironment).filter((value) => value !== "accounts.organizationuser"),
  ...[taxfilingCredentials.bearer, taxfilingCredentials.basic.password, taxfilingCredentials.session],
];

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Environment;
  readonly input?: string;
  /** Is called with the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** A process and all that it printed. */
export const runProcess = (command: string, args: readonly string[], { cwd, env = {}, input, onStart }: RunOptions): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env: { PATH: process.env["PATH"], ...env }, stdio: ["pipe", "pipe", "pipe"] });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, ...output }));
    // a program need not read what it is given
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    onStart?.(child);
  });

export const runExample = (name: string, args: readonly string[], options: RunOptions): Promise<Ended> =>
  runProcess(process.execPath, [exampleFile(name), ...args], options);

/** A folder for the files of one test file, and what removes it. */
export const workFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), "examples-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
