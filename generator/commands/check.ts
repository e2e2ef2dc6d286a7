import { structuredPatch } from "diff";
import { findTargets, type Target } from "../config/targets.js";
import type { ReportedDiagnostic } from "../diagnostics/report.js";
import { tally } from "../diagnostics/tally.js";
import { displayPath } from "../file-host.js";
import { reportedDiagnostics } from "../findings.js";
import { generateWith } from "../generate.js";
import { type Once, once } from "../once.js";
import { type AllTools, loadTools } from "../tools.js";
import type { Difference } from "../write/compare-folder.js";
import { isAlive } from "../write/lock-owner.js";
import { lookAtFolder } from "../write/look-at-folder.js";
import type { Command, CommandOptions, Streams } from "./options.js";
import { jsonText, showFindings, showReport, showUsage } from "./report.js";

/** Lines of diff that are shown of one file, and files that are shown with one. */
const shownLines = 12;
const shownFiles = 8;

const words = { missing: "is missing", outdated: "is outdated", edited: "was edited by hand", stale: "is left over" } as const;

const shortDiff = ({ before = "", after = "", path }: Difference): string => {
  const lines = structuredPatch(path, path, before, after, undefined, undefined, { context: 1 }).hunks.flatMap((hunk) => [
    `@@ line ${hunk.oldStart} @@`,
    ...hunk.lines,
  ]);
  const more = lines.length - shownLines;
  return [...lines.slice(0, shownLines), ...(more > 0 ? [`… ${more} more lines`] : [])].map((line) => `    ${line}\n`).join("");
};

/** An argument as a shell reads it; quoted only where it has to be. */
const quoted = (argument: string): string => (/^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`);

const repair = ({ inputs, out, name, config, overlays, only = [] }: CommandOptions): string => {
  const flags = Object.entries({ out, name, config }).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, value]));
  const applied = overlays.flatMap((overlay) => ["--overlay", overlay]);
  const selected = only.flatMap((pattern) => ["--only", pattern]);
  return ["npx", "openapi-sieve", "generate", ...inputs, ...flags, ...applied, ...selected].map(quoted).join(" ");
};

/** What one package would be, beside what it is. */
interface Comparison {
  readonly target: Target;
  /** Were there errors, so that there is nothing to compare? */
  readonly failed: boolean;
  readonly changes: readonly Difference[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

const compare = async (target: Target, strict: boolean, tools: Once<AllTools>, options: CommandOptions, streams: Streams): Promise<Comparison> => {
  const result = await generateWith({ ...target, cwd: options.cwd, strict }, tools.get);
  const failed = result.files.length === 0;
  showFindings(result, streams, options);
  if (failed) streams.error(`${target.name}: ${tally(result.diagnostics)}\n`);
  const look = failed ? undefined : await lookAtFolder(target.out, result.files, isAlive);
  if (look?.isInterrupted === true) streams.error(`${displayPath(target.out, options.cwd)}: a run was interrupted while it wrote; \`generate\` brings it to its end\n`);
  return { target, failed, changes: look?.comparison.changes ?? [], diagnostics: reportedDiagnostics(result) };
};

const compareAll = async (targets: readonly Target[], strict: boolean, options: CommandOptions, streams: Streams): Promise<readonly Comparison[]> => {
  const tools = once(() => loadTools(targets.length));
  const comparisons: Comparison[] = [];
  try {
    for (const target of targets) comparisons.push(await compare(target, strict, tools, options, streams));
    return comparisons;
  } finally {
    await tools.close();
  }
};

const asJson = (comparisons: readonly Comparison[], cwd: string): string =>
  jsonText({
    apis: comparisons.map(({ target, changes, diagnostics }) => ({
      name: target.name,
      out: displayPath(target.out, cwd),
      differences: changes.map(({ path, kind }) => ({ path, kind })),
      diagnostics,
    })),
  });

const changesText = ({ target, changes }: Comparison, cwd: string): string =>
  changes
    .map((change, index) => {
      const line = `${displayPath(target.out, cwd)}/${change.path} ${words[change.kind]}\n`;
      return (change.kind === "outdated" || change.kind === "edited") && index < shownFiles ? line + shortDiff(change) : line;
    })
    .join("");

const hasDrift = ({ changes }: Comparison): boolean => changes.length > 0;

const tell = (comparisons: readonly Comparison[], options: CommandOptions, streams: Streams): void => {
  if (options.format === "json") return streams.out(asJson(comparisons, options.cwd));
  showReport(comparisons.flatMap(({ diagnostics }) => diagnostics), options, streams);
  if (options.format === "sarif") return;
  const hasFailed = comparisons.some(({ failed }) => failed);
  for (const one of comparisons) {
    streams.out(changesText(one, options.cwd));
    if (one.changes.length === 0 && !options.quiet && !hasFailed) streams.out(`${one.target.name}: up to date\n`);
  }
  if (comparisons.some(hasDrift)) streams.out(`\nRun \`${repair(options)}\` to bring the files up to date.\n`);
};

/** Compares what the descriptions give with what is committed; `dist/` is built, not committed, and does not count. */
export const checkCommand: Command = async (options, streams) => {
  const found = await findTargets(options);
  if (found.kind === "usage") return showUsage(found.messages, streams);
  const comparisons = await compareAll(found.targets, options.strict || found.strict, options, streams);
  tell(comparisons, options, streams);
  return comparisons.some((one) => one.failed || hasDrift(one)) ? 1 : 0;
};
