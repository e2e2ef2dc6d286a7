import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readingOf } from "../config/reading.js";
import { createCollector } from "../diagnostics/collector.js";
import { displayPath } from "../file-host.js";
import { type Confidence, confidences, isAtLeast } from "../lift/confidence.js";
import type { LiftedAction } from "../lift/express/action-of.js";
import type { Evidence, Finding } from "../lift/finding.js";
import { readLifted } from "../lift/overlay/lifted-overlay.js";
import { type Reconciled, reconcile } from "../lift/overlay/reconcile.js";
import { overlayText } from "../lift/overlay/write-overlay.js";
import { statementText } from "../lift/statement.js";
import { type Lifted, liftDescription } from "../lift-description.js";
import { readText, type ReadText } from "../source/read-text.js";
import { replaceFile } from "../write.js";
import { jsonText, reason, reportedDiagnostics, showFindings, showUsage } from "./report.js";
import type { Command, CommandOptions, ExitCode, Streams } from "./options.js";
import { findingsTable } from "./lift/findings-table.js";

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

const placeText = ({ placeOf }: Lifted, evidence: Evidence): string => {
  const { file, start } = placeOf(evidence);
  return `${file}:${start.line}:${start.column}`;
};

const countOf = (actions: readonly { readonly confidence: Confidence }[]): string =>
  confidences
    .map((confidence) => ({ confidence, count: actions.filter((one) => one.confidence === confidence).length }))
    .filter(({ count }) => count > 0)
    .map(({ confidence, count }) => `${count} ${confidence}`)
    .join(", ");

const evidenceJson =
  (lifted: Lifted) =>
  (evidence: Evidence): object => ({ sentence: evidence.sentence, at: placeText(lifted, evidence), recogniser: evidence.recogniser, confidence: evidence.confidence });

const findingJson = (lifted: Lifted, finding: Finding): object => ({
  statement: statementText(finding.statement),
  confidence: finding.confidence,
  scope: { kind: finding.scope.kind, title: finding.scope.title, pointer: finding.scope.pointer },
  ...(finding.note === undefined ? {} : { note: finding.note }),
  evidence: finding.evidence.map(evidenceJson(lifted)),
});

const stateOf = (action: LiftedAction, { added, known, edited, rejected }: Reconciled): string => {
  if (added.includes(action)) return "new";
  if (known.some((pair) => pair.action === action)) return "known";
  if (edited.some((pair) => pair.action === action)) return "edited";
  return rejected.includes(action) ? "rejected" : "below";
};

const asJson = (lifted: Lifted, reconciled: Reconciled, diagnostics: readonly object[]): string =>
  jsonText({
    findings: lifted.actions.map((action) => ({ state: stateOf(action, reconciled), target: action.target, ...findingJson(lifted, action.finding) })),
    facts: lifted.facts.map((fact) => findingJson(lifted, fact)),
    stale: reconciled.stale.map(({ target, statement }) => ({ target, statement })),
    diagnostics,
  });

/** What is left to do, in a sentence each. */
const summaries = (lifted: Lifted, reconciled: Reconciled, least: Confidence): readonly string[] => {
  const { added, known, edited, stale, rejected } = reconciled;
  const below = lifted.actions.filter((action) => stateOf(action, reconciled) === "below");
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
    ...stale.map(({ target, statement }) => `no sentence says this any more: ${statement}  ${target}`),
  ];
};

interface Run {
  readonly input: string;
  readonly out: string | undefined;
  readonly options: CommandOptions;
  readonly streams: Streams;
  readonly lifted: Lifted;
  readonly reconciled: Reconciled;
  readonly before: ReadText | undefined;
}

const describedBy = (input: string, out: string, cwd: string): string => {
  const relative = path.relative(path.dirname(path.resolve(cwd, out)), path.resolve(cwd, input)).split(path.sep).join("/");
  return relative.startsWith(".") ? relative : `./${relative}`;
};

const writeOverlay = ({ input, out, options, streams, lifted, reconciled, before }: Run): ExitCode => {
  if (out === undefined) return 0;
  const { added, known } = reconciled;
  if (before === undefined && added.length === 0) return 0;
  const text = overlayText(before === undefined ? undefined : { text: before.file.text, value: before.value }, { added, known, rejected: [] }, {
    describes: describedBy(input, out, options.cwd),
    json: out.endsWith(".json"),
    placeText: (evidence) => placeText(lifted, evidence),
  });
  if (text === before?.file.text) return 0;
  try {
    replaceFile(path.resolve(options.cwd, out), text);
  } catch (error) {
    streams.error(`openapi-sieve: cannot write ${out}: ${reason(error)}\n`);
    return 1;
  }
  if (!options.quiet) streams.error(`lift: ${before === undefined ? "wrote" : "changed"} ${out}\n`);
  return 0;
};

/** Unreviewed findings, and actions whose sentence is gone, are what a person has to look at. */
const verdict = ({ reconciled: { added, stale }, out, input, streams }: Run): ExitCode => {
  if (added.length + stale.length === 0) return 0;
  const command = `openapi-sieve lift ${input}${out === undefined ? " --out OVERLAY" : ` --out ${out}`}`;
  if (added.length > 0) streams.error(`lift: ${added.length} finding${added.length === 1 ? "" : "s"} to review: ${command}\n`);
  if (stale.length > 0) streams.error("lift: remove the actions whose sentence is gone, or their `x-lifted` to keep them as your own\n");
  return 1;
};

const isConfidence = (text: string): text is Confidence => confidences.some((one) => one === text);

/** Rules that a description states in words, as an overlay that adds the keywords for them. */
export const liftCommand: Command = async (options, streams) => {
  const [input, ...more] = options.inputs;
  if (input === undefined || more.length > 0) return showUsage(["lift takes one description"], streams);
  const least = options.min ?? "certain";
  if (!isConfidence(least)) return showUsage([`--min takes ${confidences.join(", ")}`], streams);
  const { read, lifted } = await liftDescription(input, options.cwd, readingOf(options, options.access));
  showFindings(read, streams, options);
  if (lifted === undefined) return 1;
  const before = options.out === undefined ? undefined : overlayBefore(options.out, options, streams);
  if (before === "broken") return 1;
  const reconciled = reconcile(lifted.actions, readLifted(before?.value), least);
  const run: Run = { input, out: options.out, options, streams, lifted, reconciled, before };
  if (options.format === "json") streams.out(asJson(lifted, reconciled, reportedDiagnostics(read)));
  else {
    const shown = lifted.actions.filter((action) => isAtLeast(action.confidence, least));
    streams.out(findingsTable(shown, lifted.facts.filter((fact) => isAtLeast(fact.confidence, least)), { color: streams.color, stateOf: (action) => stateOf(action, reconciled), placeText: (evidence) => placeText(lifted, evidence) }));
    for (const line of summaries(lifted, reconciled, least)) streams.error(`${line}\n`);
  }
  return options.check ? verdict(run) : writeOverlay(run);
};
