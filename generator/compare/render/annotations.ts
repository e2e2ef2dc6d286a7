import { annotation } from "../../diagnostics/github.js";
import { type Change, isBreaking } from "../change.js";
import { spotOf } from "./spots.js";
import { summaryText } from "./text.js";

const lineOf = (change: Change): string => {
  const { code, subject, detail, rule } = change;
  const place = spotOf(change)?.place;
  const at = place === undefined ? {} : { file: place.file, range: { start: place.start, end: place.end } };
  return annotation({ severity: isBreaking(change) ? "warning" : "info", title: code, text: `${subject}: ${detail}\n${change.class}: ${rule}`, ...at });
};

/** The changes as annotations of GitHub Actions, what breaks first; beyond `most`, only their number is told. */
export const changesAnnotations = (changes: readonly Change[], most: number): string => {
  const hidden = changes.slice(most);
  const rest = hidden.length === 0 ? [] : [annotation({ severity: "info", title: "openapi-sieve", text: `… and ${hidden.length} more changes; all of them: ${summaryText(changes).trimEnd()}` })];
  return [...changes.slice(0, most).map(lineOf), ...rest].map((line) => `${line}\n`).join("");
};
