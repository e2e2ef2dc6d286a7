import { rmSync } from "node:fs";
import path from "node:path";
import type { PlaceText } from "../../lift/overlay/action-node.js";
import { type Changes, overlayText } from "../../lift/overlay/write-overlay.js";
import type { Refused } from "../../lift/write/text-edit.js";
import { replaceFile } from "../../write/replace-file.js";
import type { ExitCode } from "../options.js";
import { reason } from "../report.js";
import type { LiftRun } from "./lift-run.js";

const describedBy = (input: string, out: string, cwd: string): string => {
  const relative = path.relative(path.dirname(path.resolve(cwd, out)), path.resolve(cwd, input)).split(path.sep).join("/");
  return relative.startsWith(".") ? relative : `./${relative}`;
};

/** As seen from the overlay: where the tool was started makes no difference. */
const placeFrom =
  ({ placeOf }: LiftRun["lifted"], out: string, cwd: string): PlaceText =>
  (evidence) => {
    const { file, start } = placeOf(evidence);
    return `${describedBy(file, out, cwd).replace(/^\.\//, "")}:${start.line}:${start.column}`;
  };

/** The overlay after changes; undefined where there is none and nothing to write. */
export const overlayAfter = ({ input, options, lifted, before }: LiftRun, out: string, changes: Changes): string | Refused | undefined => {
  if (before === undefined && changes.added.length + changes.rejected.length === 0) return undefined;
  return overlayText(before, changes, {
    describes: describedBy(input, out, options.cwd),
    json: out.endsWith(".json"),
    placeText: placeFrom(lifted, out, options.cwd),
  });
};

/** Writes an overlay, or removes one that is none any more. False after a failure, which is told. */
export const writeOverlayFile = (out: string, text: string | Refused | undefined, { options, streams }: Pick<LiftRun, "options" | "streams">): boolean => {
  const file = path.resolve(options.cwd, out);
  try {
    if (typeof text === "string") replaceFile(file, text);
    else if (text === undefined) rmSync(file, { force: true });
    else {
      streams.error(`openapi-sieve: cannot write ${out}: ${text.refused}\n`);
      return false;
    }
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
