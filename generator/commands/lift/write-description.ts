import { readFileSync } from "node:fs";
import path from "node:path";
import { editDescription } from "../../lift/write/edit-description.js";
import { replaceFile } from "../../write/replace-file.js";
import type { ExitCode } from "../options.js";
import { reason } from "../report.js";
import { type LiftRun, sureActions } from "./lift-run.js";
import { printable } from "../../diagnostics/printable.js";

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** What stands before the text in its file, if that is UTF-8 and is as it was read. */
const markOf = (file: string, text: string): string | undefined => {
  const bytes = readFileSync(file);
  const own = Buffer.from(text);
  if (bytes.equals(own)) return "";
  return bytes.equals(Buffer.concat([mark, own])) ? "\uFEFF" : undefined;
};

const replaced = (file: string, before: string, after: string): string | undefined => {
  try {
    const start = markOf(file, before);
    if (start === undefined) return "it is not UTF-8, or was changed meanwhile";
    replaceFile(file, start + after);
    return undefined;
  } catch (error) {
    return reason(error);
  }
};

/** Merges what was found into the description itself. */
export const writeDescription = (run: LiftRun): ExitCode => {
  const { input, lifted, options, streams } = run;
  const { text } = lifted.entry.file;
  const edited = editDescription(lifted.entry, sureActions(run));
  for (const { action, reason: why } of edited.leftOut) streams.error(`lift: not written: ${printable(`${action.statement}  ${action.target}`)}: ${why}\n`);
  if (edited.text !== text) {
    const problem = replaced(path.resolve(options.cwd, input), text, edited.text);
    if (problem !== undefined) {
      streams.error(`openapi-sieve: cannot write ${input}: ${problem}\n`);
      return 1;
    }
    if (!options.quiet) streams.error(`lift: wrote ${edited.written.length} finding${edited.written.length === 1 ? "" : "s"} into ${input}\n`);
  }
  return edited.leftOut.length === 0 ? 0 : 1;
};
