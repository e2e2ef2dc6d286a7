import { setFlagsFromString } from "node:v8";

const sequential = "--no-parallel-scavenge";

/** By the version of V8, those of Node 20, 22 and 24: it complains aloud of a flag that it does not know. */
const flags: Readonly<Record<string, readonly string[]>> = {
  // later ones have a compiler between, and call the optimising one less of their own accord
  "11": [sequential, "--interrupt-budget=1000000"],
  "12": [sequential],
  "13": [sequential],
};

/**
 * Settings of V8 for a program that runs for seconds over much data, to be made before anything large is loaded. Without them,
 * a third of the CPU of a run over a large description goes to compiling functions that are soon done, and to threads that
 * collect garbage side by side and wait for each other (bench/README.md).
 */
export const tuneEngine = (): void => {
  for (const flag of flags[process.versions.v8.split(".")[0] ?? ""] ?? []) setFlagsFromString(flag);
};
