import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readingOf } from "../../config/reading.js";
import { createCollector } from "../../diagnostics/collector.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { printable } from "../../diagnostics/printable.js";
import { createFileHost, displayPath } from "../../file-host.js";
import { decode } from "../../source/decode.js";
import { describeDocs, type DocsText } from "../../lift/from-docs/describe-from-docs.js";
import { type FromDocsFiles, fromDocsFiles } from "../../lift/from-docs/from-docs-files.js";
import { renderGaps } from "../../lift/from-docs/render-gaps.js";
import { replaceFile } from "../../write/replace-file.js";
import type { Command, CommandOptions, ExitCode, Streams } from "../options.js";
import { reason, showFindings, showUsage } from "../report.js";

/** Texts by the rules for descriptions: their size is limited, and devices are no files. */
const readTexts = ({ inputs, cwd, access: given }: CommandOptions): { readonly texts: readonly DocsText[]; readonly diagnostics: readonly Diagnostic[] } => {
  const { access, levels } = readingOf({}, given);
  const { report, diagnostics } = createCollector(levels);
  const texts = inputs.flatMap((input): readonly DocsText[] => {
    const file = displayPath(path.resolve(cwd, input), cwd);
    const bytes = createFileHost(cwd, file, access).readFile(file);
    if (bytes === undefined) report("file-missing", { message: `there is no file ${JSON.stringify(file)}` });
    else if (!(bytes instanceof Uint8Array)) report(bytes.code ?? "file-missing", { message: `${JSON.stringify(file)} ${bytes.why}`, ...(bytes.hint !== undefined && { hint: bytes.hint }) });
    else {
      const { text, problem } = decode(bytes);
      if (text !== undefined) return [{ text, file }];
      const start = { offset: 0, line: 1, column: 1 };
      report("encoding-unsupported", { message: problem, place: { file, start, end: start } });
    }
    return [];
  });
  return { texts, diagnostics: diagnostics() };
};

/** Why the description is not written: what stands there may have been finished by hand. */
const obstacle = (file: string, text: string): string | undefined => {
  if (!existsSync(file)) return undefined;
  return readFileSync(file, "utf8") === text ? undefined : "there is another one already, which may have been changed by hand; choose another folder with --out, or move it away";
};

const writeDescription = ({ description }: FromDocsFiles, folder: string, { cwd, quiet }: CommandOptions, streams: Streams): boolean => {
  const file = path.join(path.resolve(cwd, folder), description.name);
  const shown = printable(displayPath(file, cwd));
  try {
    const problem = obstacle(file, description.text);
    if (problem !== undefined) throw new Error(problem);
    mkdirSync(path.dirname(file), { recursive: true });
    replaceFile(file, description.text);
  } catch (error) {
    streams.error(`openapi-sieve: cannot write ${shown}: ${reason(error)}\n`);
    return false;
  }
  if (!quiet) streams.error(`lift: wrote ${shown}\n`);
  return true;
};

const showDiagnostics = (diagnostics: readonly Diagnostic[], texts: readonly DocsText[], streams: Streams, options: CommandOptions): void =>
  showFindings({ diagnostics, locate: () => undefined, inputs: texts.map(({ file, text }) => ({ path: file, text })) }, streams, options);

/**
 * A first description of texts of documentation, all on one API, and the overlay of the rules that its sentences state.
 * `lift` is the command for descriptions, which makes the overlay.
 */
export const liftFromDocs = async (options: CommandOptions, streams: Streams, lift: Command): Promise<ExitCode> => {
  const { inputs, out: folder = "." } = options;
  if (inputs.length === 0) return showUsage(["lift --from-docs takes one or more texts of documentation"], streams);
  const read = readTexts(options);
  showDiagnostics(read.diagnostics, [], streams, options);
  if (read.diagnostics.length > 0) return 1;
  const { document, gaps, diagnostics } = describeDocs(read.texts);
  showDiagnostics(diagnostics, read.texts, streams, options);
  if (document === undefined) return 1;
  const files = fromDocsFiles(document);
  if (!writeDescription(files, folder, options, streams)) return 1;
  if (options.format === "json") streams.out(`${JSON.stringify({ version: 1, description: path.posix.join(folder, files.description.name), gaps })}\n`);
  else if (!options.quiet) streams.out(renderGaps(gaps));
  // the same description and overlay as if lift had been called by hand
  return lift({ ...options, fromDocs: false, inputs: [path.join(folder, files.description.name)], out: path.join(folder, files.overlay), format: "text" }, { ...streams, out: options.format === "json" ? () => undefined : streams.out });
};
