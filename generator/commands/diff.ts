import path from "node:path";
import { bumpOf } from "../compare/bump.js";
import { type Change, isBreaking } from "../compare/change.js";
import { changeFindings, changeRules } from "../compare/render/change-findings.js";
import { changesData } from "../compare/render/json.js";
import { changesMarkdown } from "../compare/render/markdown.js";
import { changesText } from "../compare/render/text.js";
import { changesBetween, gitName, readVersion, type Version, type VersionSettings } from "../compare-versions.js";
import { readingOf } from "../config/reading.js";
import { targetOfInput } from "../config/target-of-input.js";
import type { Target } from "../config/targets.js";
import { displayPath } from "../file-host.js";
import { reportedDiagnostics } from "../findings.js";
import { applyChanges } from "../release/apply-changes.js";
import { replaceFile } from "../write/replace-file.js";
import { coloredChanges } from "./colored-changes.js";
import type { Command, CommandOptions, ExitCode, OutputFormat, Streams } from "./options.js";
import { isReport, jsonText, reason, reportText, showFindings, showUsage } from "./report.js";

const failures = ["breaking", "any"] as const;

const isFailure = (text: string): text is (typeof failures)[number] => failures.some((one) => one === text);

/** What is wrong with the flags. */
const flagProblem = ({ failOn, apply: isApplied, out, inputs }: CommandOptions): string | undefined => {
  if (inputs.length !== 2) return "diff takes two versions: OLD NEW";
  if (failOn !== undefined && !isFailure(failOn)) return `--fail-on takes ${failures.join(" or ")}`;
  return out !== undefined && isApplied !== true ? "--out names the package that --apply writes to" : undefined;
};

const settingsFor = ({ cwd, access, overlays, only }: CommandOptions, target: Target | undefined): VersionSettings => {
  const own = { ...(overlays.length === 0 ? {} : { overlays: overlays.map((overlay) => path.resolve(cwd, overlay)) }), ...(only === undefined ? {} : { only }) };
  return { cwd, reading: { ...(target ?? readingOf({}, access)), ...own }, representation: target?.representation ?? {}, names: target?.names ?? {} };
};

/** The changes in a format. Annotations and reports of code scanning name files of the repository, and an earlier file as it is called now. */
const report = (format: OutputFormat, changes: readonly Change[], versions: readonly Version[], options: CommandOptions): string => {
  const diagnostics = versions.flatMap((version) => (version.kind === "usage" ? [] : reportedDiagnostics(version.findings)));
  if (format === "json") return jsonText({ ...changesData(changes), diagnostics });
  if (format === "markdown") return changesMarkdown(changes);
  if (!isReport(format)) return changesText(changes);
  const found = changeFindings(changes).map((finding) => {
    const inRepository = (file: string): string => gitName(file)?.file ?? file;
    const notes = finding.notes.map((note) => (note.file === undefined ? note : { ...note, file: inRepository(note.file) }));
    return { ...finding, ...(finding.file === undefined ? {} : { file: inRepository(finding.file) }), notes };
  });
  return reportText(format, [...diagnostics, ...found], options, changeRules(changes));
};

const apply = (changes: readonly Change[], described: string, target: Target | undefined, options: CommandOptions, streams: Streams): ExitCode => {
  const { cwd, out, quiet } = options;
  const folder = out === undefined ? target?.out : path.resolve(cwd, out);
  if (folder === undefined) return showUsage(["--apply needs the package: name it with --out, or its description in the configuration"], streams);
  const shown = displayPath(folder, cwd);
  try {
    const applied = applyChanges(folder, changes, described);
    if (applied.kind === "usage") return showUsage([`${shown} ${applied.message}`], streams);
    if (!quiet) streams.error(applied.kind === "unchanged" ? `${shown}: ${applied.version} as it is\n` : `${shown}: ${applied.before} → ${applied.version}, told in ${shown}/CHANGELOG.md\n`);
    return 0;
  } catch (error) {
    streams.error(`openapi-sieve: cannot write to ${shown}: ${reason(error)}\n`);
    return 1;
  }
};

const writeReports = (changes: readonly Change[], versions: readonly Version[], options: CommandOptions, streams: Streams): ExitCode => {
  for (const { format, file } of options.reports ?? [])
    try {
      replaceFile(path.resolve(options.cwd, file), report(format, changes, versions, options));
    } catch (error) {
      streams.error(`openapi-sieve: cannot write ${file}: ${reason(error)}\n`);
      return 1;
    }
  return 0;
};

const verdict = (changes: readonly Change[], failOn: string | undefined): ExitCode =>
  (failOn === "any" && bumpOf(changes) !== undefined) || (failOn === "breaking" && changes.some(isBreaking)) ? 1 : 0;

/** What differs between two versions of the generated API. Exit code 0 whatever it is, unless told otherwise. */
export const diffCommand: Command = async (options, streams) => {
  const problem = flagProblem(options);
  const [old, now] = options.inputs;
  if (problem !== undefined || old === undefined || now === undefined) return showUsage([problem ?? ""], streams);
  const found = await targetOfInput([now, old].map((input) => gitName(input)?.file ?? input), options);
  if ("messages" in found) return showUsage(found.messages, streams);
  const settings = settingsFor(options, found.target);
  const versions = [await readVersion(old, settings), await readVersion(now, settings)] as const;
  const wrong = versions.flatMap((version) => (version.kind === "usage" ? [version.message] : []));
  if (wrong.length > 0) return showUsage(wrong, streams);
  const failed = versions.filter((version) => version.kind === "failed");
  for (const { findings } of failed) showFindings(findings, streams, options);
  const [before, after] = versions;
  if (before.kind !== "surface" || after.kind !== "surface") {
    if (options.format === "json" || isReport(options.format)) streams.out(report(options.format, [], failed, options));
    return 1;
  }
  const changes = changesBetween(before, after);
  streams.out(coloredChanges(report(options.format, changes, [], options), options, streams));
  const written = writeReports(changes, [], options, streams);
  if (written !== 0) return written;
  const applied = options.apply === true ? apply(changes, after.surface.version, found.target, options, streams) : 0;
  return applied === 0 ? verdict(changes, options.failOn) : applied;
};
