import { writeFileSync } from "node:fs";
import path from "node:path";
import { expandDocument } from "../expand.js";
import { readSpec } from "../read-spec.js";
import { stringifyYaml } from "../source/stringify.js";
import { toPlain } from "../source/to-plain.js";
import type { Command } from "./options.js";
import { showFindings } from "./report.js";

/** The description with every filter parameter spelled out, as YAML (JSON with --json). */
export const expandCommand: Command = async (options, streams) => {
  const [input, ...more] = options.inputs;
  if (input === undefined || more.length > 0) {
    streams.error("openapi-sieve: expand takes one description\n");
    return 2;
  }
  const { contract, ...findings } = readSpec(input, options.cwd);
  showFindings(findings, streams);
  if (contract === undefined) return 1;
  const expanded = expandDocument(contract);
  const text = options.json ? `${JSON.stringify(toPlain(expanded), undefined, 2)}\n` : stringifyYaml(expanded);
  if (options.out === undefined) streams.out(text);
  else writeFileSync(path.resolve(options.cwd, options.out), text);
  return 0;
};
