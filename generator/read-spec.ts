import { checks } from "./check/index.js";
import { createCollector } from "./diagnostics/collector.js";
import type { Diagnostic, Note } from "./diagnostics/diagnostic.js";
import { asFormat } from "./formats/custom-format.js";
import { isUrl } from "./config/input-problem.js";
import { type Reading, readingOf } from "./config/reading.js";
import { createFileHost, displayPath, type Remote } from "./file-host.js";
import type { Contract } from "./model/contract.js";
import { readContract } from "./model/read-contract.js";
import { type Stopwatch, untimed } from "./progress/stage.js";
import type { SourceFile, SpecDocument } from "./source/document.js";
import type { Locate } from "./diagnostics/render.js";
import { type Alter, loadDocument, type SourceHost } from "./source/load-document.js";
import type { Pointer } from "./source/pointer.js";
import { sliceDocument } from "./source/slice.js";
import type { ReadText } from "./source/read-text.js";
import type { SourceObject } from "./source/value.js";
import path from "node:path";

/** A description that was read, with all that was found in it. */
export interface ReadSpec {
  /** Undefined where the description has errors. */
  readonly contract: Contract | undefined;
  /** The same as one document in its own words; undefined where it could not be read. */
  readonly document: SourceObject | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The description's own file, overlays applied; undefined where it could not be read. */
  readonly entry: ReadText | undefined;
  /** Every file that was read, the description first. */
  readonly inputs: readonly SourceFile[];
  readonly locate: Locate;
  /** Where a part of the document was written, as a pointer into its file. */
  readonly writtenAt: SpecDocument["writtenAt"];
  /** A finding of a later stage, with how the part that it is about got to where it is. */
  readonly explained: (diagnostic: Diagnostic) => Diagnostic;
}

const explainedBy =
  (notes: (pointer: Pointer) => readonly Note[]): ReadSpec["explained"] =>
  (diagnostic) => {
    const { target, place } = diagnostic;
    return target === undefined || place !== undefined ? diagnostic : { ...diagnostic, notes: [...diagnostic.notes, ...notes(target.pointer)] };
  };

/** What is not in the files that a description leads to. */
export interface Beside {
  /** What was fetched from the network, where that is allowed. */
  readonly remote?: Remote;
  /** Changes the description before its references are followed. */
  readonly alter?: Alter | undefined;
  /** What reads the files instead; it is given what reads them from the disk. */
  readonly hostOver?: (files: SourceHost) => SourceHost;
  readonly stopwatch?: Stopwatch;
}

/** load → resolve → model → check. */
export const readSpec = (input: string, cwd: string, reading: Reading = readingOf(), { remote, alter, hostOver = (files) => files, stopwatch = untimed }: Beside = {}): ReadSpec => {
  const { formats, filterDialect, levels, access, only } = reading;
  const { report, diagnostics, hasErrors } = createCollector(levels);
  const entry = isUrl(input) ? input : displayPath(path.resolve(cwd, input), cwd);
  const loaded = stopwatch.begin("load");
  const { entry: read, root: whole, written, files: inputs, locate, dynamic, ignoredAt, notes, writtenAt } = loadDocument(entry, hostOver(createFileHost(cwd, entry, access, remote)), report, alter);
  loaded();
  const explained = explainedBy(notes);
  const findings = (): readonly Diagnostic[] => diagnostics().map(explained);
  // a reference that leads nowhere does not hide what else is wrong
  if (whole === undefined) return { contract: undefined, document: undefined, diagnostics: findings(), entry: read, inputs, locate, writtenAt, explained };
  const modelled = stopwatch.begin("model");
  const root = only === undefined ? whole : sliceDocument(whole, only, report);
  const document = only === undefined || written === undefined ? written : sliceDocument(written, only, () => undefined);
  const customFormats = new Map(formats.map((format) => [format.name, asFormat(format)]));
  const contract = readContract(root, report, { dynamic, ignoredAt, customFormats, filterDialect });
  modelled();
  const checked = stopwatch.begin("check");
  for (const check of checks) check(contract, report);
  checked();
  return { contract: hasErrors() ? undefined : contract, document, diagnostics: findings(), entry: read, inputs, locate, writtenAt, explained };
};
