import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isUrl } from "../config/input-problem.js";
import { readingOf } from "../config/reading.js";
import { createCollector } from "../diagnostics/collector.js";
import { displayPath } from "../file-host.js";
import { reportedDiagnostics } from "../findings.js";
import { type Confidence, confidences, isAtLeast } from "../lift/confidence.js";
import { readLifted } from "../lift/overlay/lifted-overlay.js";
import { reconcile } from "../lift/overlay/reconcile.js";
import { liftDescription } from "../lift-description.js";
import { readText, type ReadText } from "../source/read-text.js";
import { liftFromDocs } from "./lift/from-docs.js";
import { findingsTable } from "./lift/findings-table.js";
import { liftJson } from "./lift/lift-json.js";
import { type LiftRun, placeText, statesIn, sureActions } from "./lift/lift-run.js";
import { printable } from "../diagnostics/printable.js";
import { reviewFindings } from "./lift/review-findings.js";
import { saveOverlay } from "./lift/save-overlay.js";
import { writeDescription } from "./lift/write-description.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { showFindings, showUsage } from "./report.js";

/** The overlay that is written before, undefined where there is none yet; "broken" after its faults were shown. */
const overlayBefore = (file: string, options: CommandOptions, streams: Streams): ReadText | undefined | "broken" => {
  const full = path.resolve(options.cwd, file);
  if (!existsSync(full)) return undefined;
  const { report, diagnostics } = createCollector(new Map());
  const text = readFileSync(full, "utf8");
  const read = readText({ path: displayPath(full, options.cwd), text }, report);
  if (read !== undefined) return read;
  showFindings({ diagnostics: diagnostics(), locate: () => undefined, inputs: [{ path: displayPath(full, options.cwd), text }] }, streams, options);
  return "broken";
};

const countOf = (actions: readonly { readonly confidence: Confidence }[]): string =>
  confidences
    .map((confidence) => ({ confidence, count: actions.filter((one) => one.confidence === confidence).length }))
    .filter(({ count }) => count > 0)
    .map(({ confidence, count }) => `${count} ${confidence}`)
    .join(", ");

const mostNamed = 3;

/** Overlays, and `--write`, change the description's own file only, so rules out of other files could not be put anywhere. */
const unreadFiles = (files: readonly string[]): readonly string[] => {
  if (files.length === 0) return [];
  const named = files.slice(0, mostNamed).join(", ");
  const more = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : "";
  return [`lift: not read: the texts of ${named}${more}, which the description refers to: no overlay reaches into other files`];
};

/** What is left to do, in a sentence each. */
const summaries = ({ lifted, reconciled, least }: LiftRun): readonly string[] => {
  const { added, known, edited, stale, rejected } = reconciled;
  const stateOf = statesIn(reconciled);
  const below = lifted.actions.filter((action) => stateOf(action) === "below");
  const parts: readonly (readonly [number, string])[] = [
    [added.length, `${added.length} new (${countOf(added)})`],
    [known.length, `${known.length} in the overlay`],
    [edited.length, `${edited.length} in the overlay, changed by hand`],
    [rejected.length, `${rejected.length} rejected`],
    [below.length, `${below.length} less sure than --min ${least} (${countOf(below)})`],
    [lifted.stated, `${lifted.stated} stated by the description's keywords`],
  ];
  const found = parts.filter(([count]) => count > 0).map(([, text]) => text);
  return [
    `lift: ${found.length === 0 ? "no sentence states a rule" : found.join(", ")}`,
    ...unreadFiles(lifted.referredTo),
    ...stale.map(({ target, statement }) => `no sentence says this any more: ${statement}  ${target}`),
  ];
};

/** Unreviewed findings, and actions whose sentence is gone, are what a person has to look at. */
const verdict = ({ reconciled: { added, stale }, out, input, streams }: LiftRun): ExitCode => {
  if (added.length + stale.length === 0) return 0;
  const command = `openapi-sieve lift ${input}${out === undefined ? " --out OVERLAY" : ` --out ${out}`}`;
  if (added.length > 0) streams.error(`lift: ${added.length} finding${added.length === 1 ? "" : "s"} to review: ${command}\n`);
  if (stale.length > 0) streams.error("lift: remove the actions whose sentence is gone, or their `x-lifted` to keep them as your own\n");
  return 1;
};

const isConfidence = (text: string): text is Confidence => confidences.some((one) => one === text);

/** Flags that do not go together; undefined where they do. */
const clashOf = ({ out, write, interactive, check, format, overlays }: CommandOptions): string | undefined => {
  if (write && out !== undefined) return "--write edits the description; --out is for an overlay";
  if (write && check) return "--check writes nothing, so it goes without --write";
  if (write && overlays.length > 0) return "--write edits the description as it stands, so it goes without --overlay";
  if (!interactive) return undefined;
  if (write) return "--interactive fills an overlay, so it goes without --write";
  if (check || format === "json") return `--interactive goes without --${check ? "check" : "json"}`;
  return out === undefined ? "--interactive needs --out: an overlay for what is accepted" : undefined;
};

const showTable = (run: LiftRun): void => {
  const { lifted, reconciled, least, streams, options } = run;
  if (options.quiet) return;
  const facts = lifted.facts.filter((fact) => isAtLeast(fact.confidence, least));
  streams.out(findingsTable(sureActions(run), facts, { color: streams.outColor, stateOf: statesIn(reconciled), placeText: (evidence) => placeText(lifted, evidence) }));
  for (const line of summaries(run)) streams.error(`${printable(line)}\n`);
};

/** Rules that a description states in words, as an overlay that adds the keywords for them. */
export const liftCommand: Command = async (options, streams) => {
  if (options.fromDocs) return liftFromDocs(options, streams, liftCommand);
  const [input, ...more] = options.inputs;
  const { out, interactive } = options;
  if (input === undefined || more.length > 0) return showUsage(["lift takes one description"], streams);
  if (isUrl(input)) return showUsage(["lift reads files: save the description first"], streams);
  const least = options.min ?? "certain";
  if (!isConfidence(least)) return showUsage([`--min takes ${confidences.join(", ")}`], streams);
  const clash = clashOf(options);
  if (clash !== undefined) return showUsage([clash], streams);
  if (interactive && streams.openTerminal === undefined)
    return showUsage(["--interactive needs a terminal; without one, --out writes an overlay that can be edited"], streams);
  const { read, lifted } = await liftDescription(input, options.cwd, readingOf(options, options.access));
  showFindings(read, streams, options);
  if (lifted === undefined) return 1;
  const before = out === undefined ? undefined : overlayBefore(out, options, streams);
  if (before === "broken") return 1;
  const run: LiftRun = { input, out, least, options, streams, lifted, reconciled: reconcile(lifted.actions, readLifted(before?.value), least), before };
  if (interactive && out !== undefined && streams.openTerminal !== undefined) return reviewFindings(run, out, streams.openTerminal);
  if (options.format === "json") streams.out(liftJson(run, reportedDiagnostics(read)));
  else showTable(run);
  if (options.write) return writeDescription(run);
  return options.check ? verdict(run) : saveOverlay(run);
};
