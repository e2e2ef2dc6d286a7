import { writeFileSync } from "node:fs";
import path from "node:path";
import { expandDocument } from "../expand.js";
import { readingOf } from "../config/reading.js";
import { reportedDiagnostics } from "../findings.js";
import { readInput } from "../read-input.js";
import { stringifyYaml } from "../source/stringify.js";
import { toPlain } from "../source/to-plain.js";
import type { Command, ExitCode, Streams } from "./options.js";
import { isReport, reason, showFindings, showReport, showUsage } from "./report.js";

const write = (file: string, text: string, cwd: string, streams: Streams): ExitCode => {
  try {
    writeFileSync(path.resolve(cwd, file), text);
    return 0;
  } catch (error) {
    streams.error(`openapi-sieve: cannot write ${file}: ${reason(error)}\n`);
    return 1;
  }
};

/** The description with every filter parameter spelled out, as YAML (JSON with --json). */
export const expandCommand: Command = async (options, streams) => {
  const [input, ...more] = options.inputs;
  if (input === undefined || more.length > 0) return showUsage(["expand takes one description"], streams);
  if (isReport(options.format) && options.out === undefined) return showUsage([`with --format ${options.format}, standard output has the diagnostics: name a file with --out`], streams);
  const { contract, document, ...findings } = await readInput(input, options.cwd, readingOf(options, options.access));
  showFindings(findings, streams, options);
  showReport(reportedDiagnostics(findings), options, streams);
  if (contract === undefined || document === undefined) return 1;
  const expanded = expandDocument(contract, document);
  const text = options.format === "json" ? `${JSON.stringify(toPlain(expanded), undefined, 2)}\n` : stringifyYaml(expanded);
  if (options.out !== undefined) return write(options.out, text, options.cwd, streams);
  streams.out(text);
  return 0;
};
