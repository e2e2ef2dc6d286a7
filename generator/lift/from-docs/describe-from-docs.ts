import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { createCollector, type Report } from "../../diagnostics/collector.js";
import { createPlacer } from "../../source/placer.js";
import type { SourceObject } from "../../source/value.js";
import type { DocumentedApi } from "./documented-api.js";
import { describeApi } from "./emit/describe-api.js";
import { forms } from "./forms/index.js";
import { type Gap, type Note, withProvenance } from "./gap.js";
import { mergeApis } from "./merge-apis.js";
import type { Excerpt } from "./read/excerpt.js";

/** A text of documentation, under the name that places have. */
export interface DocsText {
  readonly text: string;
  readonly file: string;
}

export interface DescribedDocs {
  /** The description, with `x-provenance` where something is open; undefined where no text could be read. */
  readonly document: SourceObject | undefined;
  readonly gaps: readonly Gap[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages of documentation are far smaller, and what is larger takes long to read. */
export const mostCharacters = 2_000_000;

const readText = ({ text, file }: DocsText, report: Report): readonly DocumentedApi[] => {
  const place = createPlacer({ path: file, text });
  const whole: Excerpt = { text: text.replaceAll("\r", " "), start: 0, place };
  if (text.length > mostCharacters) {
    report("file-too-large", { message: `the text has ${text.length} characters, ${mostCharacters} are read`, place: place(0, 0), hint: "give one page of the documentation in each file" });
    return [];
  }
  if (text.trim() === "") {
    report("file-empty", { message: "the file holds no text", place: place(0, 0) });
    return [];
  }
  const form = forms.find(({ recognises }) => recognises(whole) !== undefined);
  if (form !== undefined) return [form.read(whole)];
  const known = forms.map(({ title }) => title).join("; ");
  report("docs-unrecognised", { message: `no known form of documentation: this is none of ${known}`, place: place(0, 0) });
  return [];
};

/** Texts on one API that give it other titles or versions. */
const noteDisagreements = (apis: readonly DocumentedApi[], note: Note): void => {
  for (const key of ["title", "version"] as const) {
    const [first, ...others] = apis.flatMap((api) => api[key] ?? []);
    for (const { value, place } of others)
      if (value !== first?.value) note({ mark: "unknown", pointer: "/info", keywords: [key], reason: `the texts disagree: another says ${JSON.stringify(value)}`, fill: `correct \`${key}\``, place });
  }
};

/** "docs/users.txt" ~> "users" */
const baseName = (file: string): string => (file.split(/[/\\]/).at(-1) ?? "").replace(/\.[^.]*$/, "") || "api";

/** The description that several texts on one API amount to. */
export const describeDocs = (texts: readonly DocsText[]): DescribedDocs => {
  const { report, diagnostics } = createCollector();
  const apis = texts.flatMap((text) => readText(text, report));
  const api = mergeApis(apis);
  const [first] = texts;
  if (apis.length === 0 || first === undefined) return { document: undefined, gaps: [], diagnostics: diagnostics() };
  if (api.endpoints.length === 0) {
    report("docs-unrecognised", { message: "the text names no operation: no method with a path was found", place: createPlacer({ path: first.file, text: first.text })(0, 0) });
    return { document: undefined, gaps: [], diagnostics: diagnostics() };
  }
  const gaps: Gap[] = [];
  const note: Note = (gap) => {
    gaps.push(gap);
  };
  noteDisagreements(apis, note);
  const document = describeApi(api, baseName(first.file), note);
  return { document: withProvenance(document, gaps), gaps, diagnostics: diagnostics() };
};

/** The description that a text of documentation amounts to, and what it leaves open. `file` is the name that places have. */
export const describeFromDocs = (text: string, file: string): DescribedDocs => describeDocs([{ text, file }]);
