import { printable } from "../diagnostics/printable.js";
import { displayPath } from "../file-host.js";
import type { Outcome } from "../generate-targets.js";
import type { CommandOptions, Streams } from "./options.js";

/** Why the folder of a package cannot be written; undefined where that is not why. */
export const refusalOf = ({ target, problem }: Pick<Outcome, "target" | "problem">, cwd: string): string | undefined => {
  if (problem?.kind === "foreign") return problem.message;
  return problem?.kind === "unwritable" ? `cannot write ${displayPath(target.out, cwd)}: ${problem.reason}` : undefined;
};

const problemData = (outcome: Outcome, cwd: string): object => {
  if (outcome.problem === undefined) return {};
  const message = refusalOf(outcome, cwd);
  return { problem: { kind: outcome.problem.kind, ...(message === undefined ? {} : { message }) } };
};

/** What was done about one package, as `--format json` prints it. */
export const apiData = (outcome: Outcome, cwd: string): object => {
  const { target, written, removed, unchanged, notices, diagnostics } = outcome;
  return {
    name: target.name,
    out: displayPath(target.out, cwd),
    ...{ written: written.length, removed: removed.length, unchanged, notices, diagnostics },
    ...problemData(outcome, cwd),
  };
};

/** ~> "3 written, 40 unchanged" */
export const countsText = ({ written, unchanged, removed }: Outcome): string =>
  `${written.length} written, ${unchanged} unchanged${removed.length === 0 ? "" : `, ${removed.length} removed`}`;

/** What was done about files that others have touched, on standard error. */
export const showNotices = (outcomes: readonly Outcome[], { cwd, format }: Pick<CommandOptions, "cwd" | "format">, streams: Streams): void => {
  if (format !== "text" && format !== "github") return;
  for (const { target, notices } of outcomes)
    for (const { path, message } of notices) streams.error(`${displayPath(target.out, cwd)}/${printable(path)}: ${message}\n`);
};
