import type { Report } from "../diagnostics/collector.js";
import type { Placer } from "./placer.js";
import { readPlainYaml } from "./plain-yaml/read-plain-yaml.js";
import { readAnyYaml } from "./read-any-yaml.js";
import type { SpannedValue } from "./spans.js";
import { offsetOfTooMany, tooMany, valueLimit } from "./value-limit.js";

/** Up to here the parser that knows all of YAML looks for more faults behind the first one. */
const shortText = 1_000_000;

/** The value of a YAML text with the places of all its parts; everything that is wrong with the text is reported. */
export const readYaml = (text: string, place: Placer, report: Report): SpannedValue | undefined => {
  const end = offsetOfTooMany(text);
  if (end !== -1) {
    report("file-too-large", { ...tooMany(valueLimit(text), "lines, commas and brackets"), place: place(end, end + 1) });
    return undefined;
  }
  const plain = readPlainYaml(text, place, report);
  if ("read" in plain) return plain.read;
  if (!plain.isFault || text.length <= shortText) return readAnyYaml(text, plain.problem, place, report);
  const { code, start, end: stop, ...finding } = plain.problem;
  report(code, { ...finding, place: place(start, stop) });
  return undefined;
};
