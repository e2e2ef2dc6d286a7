import { setFlagsFromString } from "node:v8";

/** Of Node 20, 22 and 24. V8 complains aloud of a flag that it does not know. */
const known: ReadonlySet<string> = new Set(["11", "12", "13"]);

/**
 * Settings of V8 for a program that runs for seconds over much data, to be made before anything large is loaded. Without them,
 * a third of the CPU of a run over a large description goes to compiling functions that are soon done, and to threads that
 * collect garbage side by side and wait for each other (bench/README.md).
 */
export const tuneEngine = (): void => {
  if (!known.has(process.versions.v8.split(".")[0] ?? "")) return;
  setFlagsFromString("--interrupt-budget=1000000");
  setFlagsFromString("--no-parallel-scavenge");
};
