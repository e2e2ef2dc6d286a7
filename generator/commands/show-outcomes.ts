import { printable } from "../diagnostics/printable.js";
import { displayPath } from "../file-host.js";
import type { Outcome } from "../generate-targets.js";
import type { CommandOptions, Streams } from "./options.js";

/** What was done about one package, as `--format json` prints it. */
export const apiData = ({ target, written, removed, unchanged, notices, diagnostics }: Outcome, cwd: string): object => ({
  name: target.name,
  out: displayPath(target.out, cwd),
  ...{ written: written.length, removed: removed.length, unchanged, notices, diagnostics },
});

/** ~> "3 written, 40 unchanged" */
export const countsText = ({ written, unchanged, removed }: Outcome): string =>
  `${written.length} written, ${unchanged} unchanged${removed.length === 0 ? "" : `, ${removed.length} removed`}`;

/** What was done about files that others have touched, on standard error. */
export const showNotices = (outcomes: readonly Outcome[], { cwd, format }: Pick<CommandOptions, "cwd" | "format">, streams: Streams): void => {
  if (format !== "text" && format !== "github") return;
  for (const { target, notices } of outcomes)
    for (const { path, message } of notices) streams.error(`${displayPath(target.out, cwd)}/${printable(path)}: ${message}\n`);
};
