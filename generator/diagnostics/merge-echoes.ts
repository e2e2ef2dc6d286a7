import type { Diagnostic, Note } from "./diagnostic.js";

const keyOf = ({ code, severity, message, hint, place }: Diagnostic, index: number): string =>
  JSON.stringify(place === undefined ? index : [code, severity, message, hint, place.file, place.start.offset, place.end.offset]);

const sameNote = (a: Note, b: Note): boolean =>
  a.message === b.message && a.place?.file === b.place?.file && a.place?.start.offset === b.place?.start.offset && a.target?.pointer === b.target?.pointer;

const withNotes = (first: Diagnostic, echoes: readonly Diagnostic[]): Diagnostic => {
  const further = echoes.flatMap(({ notes }) => notes).filter((note) => !first.notes.some((known) => sameNote(known, note)));
  return { ...first, notes: [...first.notes, ...further] };
};

/** What was written once and got to several places, by an overlay, is wrong once: the other places are told in notes. */
export const mergeEchoes = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const found = new Map<string, Diagnostic[]>();
  diagnostics.forEach((diagnostic, index) => {
    const key = keyOf(diagnostic, index);
    const known = found.get(key);
    if (known === undefined) found.set(key, [diagnostic]);
    else known.push(diagnostic);
  });
  return [...found.values()].flatMap(([first, ...echoes]) => (first === undefined ? [] : echoes.length === 0 ? [first] : [withNotes(first, echoes)]));
};
