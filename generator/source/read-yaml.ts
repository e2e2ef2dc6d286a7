import type { Report } from "../diagnostics/collector.js";
import type { Placer } from "./placer.js";
import { readPlainYaml } from "./plain-yaml/read-plain-yaml.js";
import { readAnyYaml } from "./read-any-yaml.js";
import type { SpannedValue } from "./spans.js";

/** The value of a YAML text with the places of all its parts; everything that is wrong with the text is reported. */
export const readYaml = (text: string, place: Placer, report: Report): SpannedValue | undefined => {
  const plain = readPlainYaml(text, place, report);
  return "problem" in plain ? readAnyYaml(text, plain.problem, place, report) : plain.read;
};
