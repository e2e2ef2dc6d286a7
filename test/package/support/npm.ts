import { execFile, type ExecFileException } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a child process printed; it throws with all of it where the child fails. */
export const run = (cwd: string, command: string, ...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const done = (error: ExecFileException | null, stdout: string, stderr: string): void => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error }));
    };
    // npm hands its own settings down to what it starts; an inner npm is to decide for itself
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
    execFile(command, [...args], { cwd, env: Object.fromEntries(own), maxBuffer: 1 << 26 }, done);
  });

/** A folder outside of the repository, and what removes it. */
export const temporaryFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), "openapi-sieve-pack-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export interface Packed {
  readonly tarball: string;
  readonly files: readonly string[];
}

/** `npm pack` of a folder into another. */
export const pack = async (source: string, destination: string): Promise<Packed> => {
  const said = await run(source, "npm", "pack", "--json", "--pack-destination", destination);
  // what prepack prints stands before the report
  const [packed] = JSON.parse(said.slice(said.indexOf("[\n"))) as readonly { filename: string; files: readonly { path: string }[] }[];
  if (packed === undefined) throw new Error(`npm pack made nothing of ${source}`);
  return { tarball: path.join(destination, packed.filename), files: packed.files.map((file) => file.path) };
};

/** Installs from npm's cache what is in it; nothing is asked that only costs time. */
export const install = (folder: string, ...packages: readonly string[]): Promise<string> =>
  run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", ...packages);
