import { createCollector } from "../../../generator/diagnostics/collector.js";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.js";
import type { Place } from "../../../generator/diagnostics/place.js";
import type { Locate } from "../../../generator/diagnostics/render.js";
import { type ReadText, readText } from "../../../generator/source/read-text.js";

const position = (place: Place | undefined): string =>
  place === undefined ? "nowhere" : `${place.file}:${place.start.line}:${place.start.column}`;

/** `file:line:col code message`, with the places of its notes in brackets. */
export const summary = ({ code, message, place, target, notes }: Diagnostic, locate: Locate): string => {
  const placeOf = (of: Pick<Diagnostic, "place" | "target">): Place | undefined =>
    of.place ?? (of.target === undefined ? undefined : locate(of.target));
  const others = notes.map((note) => ` [${position(placeOf(note))} ${note.message}]`).join("");
  return `${position(placeOf({ ...(place && { place }), ...(target && { target }) }))} ${code} ${message}${others}`;
};

export interface Read {
  /** Undefined where the text cannot be used. */
  readonly read: ReadText | undefined;
  readonly diagnostics: readonly string[];
}

export const read = (text: string, path = "a.yaml"): Read => {
  const collector = createCollector();
  const found = readText({ path, text }, collector.report);
  return { read: found, diagnostics: collector.diagnostics().map((one) => summary(one, () => undefined)) };
};

/** The value of a text that has no faults. */
export const valueOf = (text: string, path?: string) => {
  const { read: found, diagnostics } = read(text, path);
  if (found === undefined || diagnostics.length > 0) throw new Error(diagnostics.join("\n"));
  return found.value;
};
