import { explain, type Explanation } from "../explain.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Locate } from "../diagnostics/render.js";
import type { Contract } from "../model/contract.js";
import { readingOf } from "../config/reading.js";
import { reportedDiagnostics } from "../findings.js";
import { readInput } from "../read-input.js";
import type { Pointer } from "../source/pointer.js";
import type { Command } from "./options.js";
import { jsonText, showFindings, showReport, showUsage } from "./report.js";

const placeOf = (pointer: Pointer | undefined, locate: Locate): string => {
  const place = pointer === undefined ? undefined : locate({ pointer });
  return place === undefined ? "" : `${place.file}:${place.start.line}:${place.start.column}`;
};

const shown = (explanation: Explanation, locate: Locate): string => {
  const head = [explanation.kind, explanation.name, explanation.title, placeOf(explanation.pointer, locate)];
  const lines = explanation.lines.map(({ text, pointer }) => `  ${text}  ${placeOf(pointer, locate)}`.trimEnd());
  return `${[head.filter((part) => part !== "").join("  "), ...lines].join("\n")}\n`;
};

const names = (contract: Contract): readonly string[] => [
  ...contract.operations.map(({ id }) => id),
  ...contract.schemas.map(({ name }) => name),
];

/** Prints the model: filters, rules and extensions as they were understood, each with its place. */
export const explainCommand: Command = async (options, streams) => {
  const [input, only, ...more] = options.inputs;
  if (input === undefined || more.length > 0) return showUsage(["explain takes a description and, if wanted, the name of one operation or schema"], streams);
  const { contract, ...findings } = await readInput(input, options.cwd, readingOf(options, options.access));
  const { locate } = findings;
  showFindings(findings, streams, options);
  showReport(reportedDiagnostics(findings), options, streams);
  if (contract === undefined) return 1;
  const found = explain(contract, only);
  if (only !== undefined && found.length === 0) {
    const near = suggest(only, names(contract));
    streams.error(`openapi-sieve: there is no operation or schema ${JSON.stringify(only)}${near === undefined ? "" : `; did you mean ${near}?`}\n`);
    return 2;
  }
  if (options.format === "json")
    streams.out(
      jsonText({
        items: found.map((one) => ({
          kind: one.kind,
          name: one.name,
          place: placeOf(one.pointer, locate),
          lines: one.lines.map(({ text, pointer }) => ({ text, place: placeOf(pointer, locate) })),
        })),
        diagnostics: reportedDiagnostics(findings),
      }),
    );
  // without a name, what there is nothing to say of is left out
  else if (options.format === "text") for (const one of found) if (only !== undefined || one.lines.length > 0) streams.out(`${shown(one, locate)}\n`);
  return 0;
};
