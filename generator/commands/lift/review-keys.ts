import type { Step } from "../../lift/review/review.js";
import type { Key } from "../options.js";

const steps: Readonly<Record<string, Step>> = {
  a: { kind: "accept", reading: 0 },
  return: { kind: "accept", reading: 0 },
  enter: { kind: "accept", reading: 0 },
  r: { kind: "reject" },
  s: { kind: "skip" },
  space: { kind: "skip" },
  right: { kind: "skip" },
  down: { kind: "skip" },
  u: { kind: "undo" },
  left: { kind: "undo" },
  up: { kind: "undo" },
  backspace: { kind: "undo" },
  q: { kind: "quit" },
  escape: { kind: "quit" },
  "?": { kind: "help" },
  h: { kind: "help" },
};

/** What a key stands for. Ctrl-C and Ctrl-D end the review like q: every decision is saved by then. */
export const stepOf = ({ name, isControl }: Key): Step => {
  if (isControl) return { kind: name === "c" || name === "d" ? "quit" : "unknown" };
  if (/^[1-9]$/.test(name)) return { kind: "accept", reading: Number(name) - 1 };
  return (Object.hasOwn(steps, name) ? steps[name] : undefined) ?? { kind: "unknown" };
};

/** The keys in a line each. */
export const keysHelp = [
  "a, Enter       accept: it goes to the overlay",
  "1, 2, …        accept that reading, where there are several",
  "r              reject: it is not proposed again",
  "s, Space, →    skip: it is asked again the next time",
  "u, ←           undo the last step",
  "q, Ctrl-C      quit; what was decided is saved already",
  "?              this list",
] as const;
