import { structuredPatch } from "diff";
import { findTargets, type Target } from "../config/targets.js";
import type { ReportedDiagnostic } from "../diagnostics/report.js";
import { tally } from "../diagnostics/tally.js";
import { displayPath } from "../file-host.js";
import { generateWith } from "../generate.js";
import { once } from "../once.js";
import { loadTools } from "../tools.js";
import { type Difference, differences } from "../write.js";
import type { Command, CommandOptions } from "./options.js";
import { jsonText, reportedDiagnostics, showFindings, showReport } from "./report.js";

/** Lines of diff that are shown of one file, and files that are shown with one. */
const shownLines = 12;
const shownFiles = 8;

const words = { missing: "is missing", changed: "differs", stale: "is left over" } as const;

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

/** Compares what the descriptions give with what is committed; `dist/` is built, not committed, and does not count. */
export const checkCommand: Command = async (options, streams) => {
  const found = await findTargets(options);
  if (found.kind === "usage") {
    for (const message of found.messages) streams.error(`openapi-sieve: ${message}\n`);
    return 2;
  }
  const reports: { target: Target; changes: readonly Difference[]; diagnostics: readonly ReportedDiagnostic[] }[] = [];
  let failed = false;
  const tools = once(loadTools);
  for (const target of found.targets) {
    const strict = options.strict || found.strict;
    const result = await generateWith({ ...target, cwd: options.cwd, strict }, tools.get);
    showFindings(result, streams, options);
    if (result.files.length === 0) {
      failed = true;
      streams.error(`${target.name}: ${tally(result.diagnostics)}\n`);
    }
    const changes = result.files.length === 0 ? [] : differences(target.out, result.files);
    reports.push({ target, changes, diagnostics: reportedDiagnostics(result) });
  }
  await tools.close();
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const drift = reports.some(({ changes }) => changes.length > 0);
  if (options.format === "json")
    streams.out(
      jsonText({
        apis: reports.map(({ target, changes, diagnostics }) => ({
          name: target.name,
          out: displayPath(target.out, options.cwd),
          differences: changes.map(({ path, kind }) => ({ path, kind })),
          diagnostics,
        })),
      }),
    );
  else if (options.format === "sarif") showReport(all, options, streams);
  else {
    showReport(all, options, streams);
    for (const { target, changes } of reports) {
      const out = displayPath(target.out, options.cwd);
      changes.forEach((change, index) => {
        streams.out(`${out}/${change.path} ${words[change.kind]}\n`);
        if (change.kind === "changed" && index < shownFiles) streams.out(shortDiff(change));
      });
      if (changes.length === 0 && !options.quiet && !failed) streams.out(`${target.name}: up to date\n`);
    }
    if (drift) streams.out(`\nRun \`${repair(options)}\` to bring the files up to date.\n`);
  }
  return drift || failed ? 1 : 0;
};
