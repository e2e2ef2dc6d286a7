import { spawnSync } from "node:child_process";

/** Runs a program without a shell; what it prints is the log of the step. ~> its exit code */
export const runLogged = ([command, ...args], { cwd, env }) => {
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: ["ignore", "inherit", "inherit"] });
  if (error !== undefined) throw error;
  return status ?? 70;
};

/** Runs git. ~> what it printed, or undefined where it failed */
export const git = (args, { cwd, env }) => {
  const { status, stdout } = spawnSync("git", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
  return status === 0 ? stdout.trim() : undefined;
};
