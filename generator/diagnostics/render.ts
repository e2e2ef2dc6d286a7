import type { Diagnostic, Note, Severity, Target } from "./diagnostic.js";
import { excerpt } from "./excerpt.js";
import { mergeEchoes } from "./merge-echoes.js";
import type { Place } from "./place.js";
import { printable } from "./printable.js";
import { select } from "./select.js";
import { tally, tallyByCode } from "./tally.js";

/** The place in the files that a pointer into the document stands for. */
export type Locate = (target: Target) => Place | undefined;

export interface RenderOptions {
  readonly locate: Locate;
  /** The text of a file, undefined where it cannot be shown. */
  readonly textOf: (file: string) => string | undefined;
  readonly color: boolean;
}

type Paint = (style: Style, text: string) => string;
type Style = Severity | "bold" | "dim";

/** SGR parameters (ECMA-48 §8.3.117). */
const styles: Readonly<Record<Style, string>> = { error: "1;31", warning: "1;33", info: "1;36", bold: "1", dim: "2" };

/** Longest message that is shown; names in a description can have any length. */
const longest = 2_000;

const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? `\u001B[${styles[style]}m${text}\u001B[0m` : text;

const sentence = (text: string): string => printable(text.length > longest ? `${text.slice(0, longest)}…` : text);

const placeOf = ({ target, place }: Diagnostic | Note, locate: Locate): Place | undefined =>
  place ?? (target === undefined ? undefined : locate(target));

const position = (place: Place): string => printable(`${place.file}:${place.start.line}:${place.start.column}`);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The diagnostics with their places, by file, then offset, then code; those without a place come first. What is said twice of a place is one. */
export const sortDiagnostics = (diagnostics: readonly Diagnostic[], locate: Locate): readonly Diagnostic[] =>
  mergeEchoes(sorted(diagnostics, locate));

const sorted = (diagnostics: readonly Diagnostic[], locate: Locate): readonly Diagnostic[] =>
  diagnostics
    .map((diagnostic) => {
      const place = placeOf(diagnostic, locate);
      return { diagnostic: place === undefined ? diagnostic : { ...diagnostic, place }, place };
    })
    .sort(
      (a, b) =>
        compare(a.place?.file ?? "", b.place?.file ?? "") ||
        (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0) ||
        compare(a.diagnostic.code, b.diagnostic.code),
    )
    .map(({ diagnostic }) => diagnostic);

const caretRow = /^ +\| +\^+$/;

/** Notes of one finding that are shown. */
const mostNotes = 6;

const fewOf = (notes: readonly Note[]): readonly Note[] =>
  notes.length <= mostNotes ? notes : [...notes.slice(0, mostNotes), { message: `and ${notes.length - mostNotes} more` }];

const renderNote = (note: Note, { locate }: RenderOptions, paint: Paint): string => {
  const place = placeOf(note, locate);
  const where = place === undefined ? "" : `${position(place)} `;
  return `  ${where}${paint("bold", "note:")} ${sentence(note.message)}`;
};

/**
 * A diagnostic as lines of text: `file:line:col severity code message`, three lines of the file with carets under the
 * place, notes with places of their own, and the hint. Nothing in a description can reach the terminal as a control.
 */
export const renderDiagnostic = (diagnostic: Diagnostic, options: RenderOptions): string => {
  const paint = painter(options.color);
  const { code, severity, message, notes, hint } = diagnostic;
  const place = placeOf(diagnostic, options.locate);
  const text = place === undefined ? undefined : options.textOf(place.file);
  const where = place === undefined ? "" : `${paint("bold", position(place))} `;
  const rows = place === undefined || text === undefined ? [] : excerpt(text, place);
  return [
    `${where}${paint(severity, severity)} ${paint("dim", code)} ${sentence(message)}`,
    ...rows.map((row) => paint(caretRow.test(row) ? severity : "dim", row)),
    ...fewOf(notes).map((note) => renderNote(note, options, paint)),
    ...(hint === undefined ? [] : [`  ${paint("bold", "hint:")} ${sentence(hint)}`]),
  ].join("\n");
};

/** Places that are named of those that say the same. */
const namedPlaces = 5;

/** ~> "the same at b.yaml:3:1, b.yaml:9:1 and 120 other places" */
const sameElsewhere = (places: readonly Place[]): readonly Note[] => {
  if (places.length === 0) return [];
  const more = places.length - namedPlaces;
  const named = places.slice(0, namedPlaces).map(position).join(", ");
  return [{ message: `the same at ${named}${more <= 0 ? "" : ` and ${more} other place${more === 1 ? "" : "s"}`}` }];
};

/** At most `most` diagnostics as text, in the order of their places, and the count of the rest; each ends with a line break. */
export const renderAll = (diagnostics: readonly Diagnostic[], most: number, options: RenderOptions): string => {
  const { shown, hidden } = select(sortDiagnostics(diagnostics, options.locate), most);
  const texts = shown.map(({ first, others }) =>
    renderDiagnostic({ ...first, notes: [...first.notes, ...sameElsewhere(others)] }, options),
  );
  const rest = hidden.length === 0 ? [] : [`… and ${tally(hidden)} more: ${tallyByCode(hidden)}; --max-diagnostics 0 shows all`];
  return [...texts, ...rest].map((text) => `${text}\n`).join("\n");
};
