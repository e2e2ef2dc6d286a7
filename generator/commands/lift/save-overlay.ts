import { rmSync } from "node:fs";
import path from "node:path";
import { type Changes, overlayText } from "../../lift/overlay/write-overlay.js";
import { replaceFile } from "../../write.js";
import type { ExitCode } from "../options.js";
import { reason } from "../report.js";
import { type LiftRun, placeText } from "./lift-run.js";

const describedBy = (input: string, out: string, cwd: string): string => {
  const relative = path.relative(path.dirname(path.resolve(cwd, out)), path.resolve(cwd, input)).split(path.sep).join("/");
  return relative.startsWith(".") ? relative : `./${relative}`;
};

/** The overlay after changes; undefined where there is none and nothing to write. */
export const overlayAfter = ({ input, options, lifted, before }: LiftRun, out: string, changes: Changes): string | undefined => {
  if (before === undefined && changes.added.length + changes.rejected.length === 0) return undefined;
  return overlayText(before === undefined ? undefined : { text: before.file.text, value: before.value }, changes, {
    describes: describedBy(input, out, options.cwd),
    json: out.endsWith(".json"),
    placeText: (evidence) => placeText(lifted, evidence),
  });
};

/** Writes an overlay, or removes one that is none any more. False after a failure, which is told. */
export const writeOverlayFile = (out: string, text: string | undefined, { options, streams }: Pick<LiftRun, "options" | "streams">): boolean => {
  const file = path.resolve(options.cwd, out);
  try {
    if (text === undefined) rmSync(file, { force: true });
    else replaceFile(file, text);
    return true;
  } catch (error) {
    streams.error(`openapi-sieve: cannot write ${out}: ${reason(error)}\n`);
    return false;
  }
};

/** Puts what is new into the overlay, and brings what is known up to date. */
export const saveOverlay = (run: LiftRun): ExitCode => {
  const { out, before, reconciled, options, streams } = run;
  if (out === undefined) return 0;
  const text = overlayAfter(run, out, { added: reconciled.added, known: reconciled.known, rejected: [] });
  if (text === before?.file.text) return 0;
  if (!writeOverlayFile(out, text, run)) return 1;
  if (!options.quiet) streams.error(`lift: ${before === undefined ? "wrote" : "changed"} ${out}\n`);
  return 0;
};
