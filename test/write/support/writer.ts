import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

/** How a process ended, and what it printed. */
export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
}

/** The program that writes a folder, bundled, so that Node can run it. */
export const buildWriter = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, "writer.mjs");
  await build({ entryPoints: [fileURLToPath(new URL("writer-program.ts", import.meta.url))], bundle: true, platform: "node", format: "esm", target: "node20", outfile });
  return outfile;
};

/** Calls `onText` with all that was printed so far, whenever more is. */
export const running = (child: ChildProcess, onText: (text: string) => void = () => {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let out = "";
    const add = (chunk: Buffer): void => {
      out += chunk.toString();
      onText(out);
    };
    child.stdout?.on("data", add);
    child.stderr?.on("data", add);
    child.on("error", reject);
    child.on("close", (_, signal) => resolve({ signal, out }));
  });

export const startWriter = (program: string, args: readonly string[]): ChildProcess => spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
