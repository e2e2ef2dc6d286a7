import { fileURLToPath } from "node:url";
import { expandCommand } from "../../../generator/commands/expand.js";

interface Parameter {
  readonly name: string;
  readonly in: string;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly $ref?: string; required?: boolean };
}

/** A description as other tools see it: plain OpenAPI 3.1. */
export interface ExpandedDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A path holds operations, and what they have in common. */
export const operationsOf = ({ paths }: ExpandedDescription): readonly Operation[] =>
  Object.values(paths).flatMap((members) => Object.values(members).filter(({ operationId }) => operationId !== undefined));

/** The names of the query parameters of an operation. */
export const queryNamesOf = (description: ExpandedDescription, operationId: string): readonly string[] =>
  (operationsOf(description).find((one) => one.operationId === operationId)?.parameters ?? []).flatMap((one) => (one.in === "query" ? [one.name] : []));

/** What `openapi-sieve expand <file> --json` prints. */
export const expandedDescription = async (file: string): Promise<ExpandedDescription> => {
  const printed: string[] = [];
  const streams = { out: (text: string) => void printed.push(text), error: (text: string) => void printed.push(text), color: false, outColor: false, openTerminal: undefined };
  const cwd = fileURLToPath(new URL("../../../spec/", import.meta.url));
  const code = await expandCommand({ cwd, inputs: [file], strict: false, format: "json", most: 50, access: {}, overlays: [], only: undefined, quiet: true, verbose: false, check: false, write: false, interactive: false, fromDocs: false, cache: false }, streams);
  if (code !== 0) throw new Error(printed.join(""));
  return JSON.parse(printed.join("")) as ExpandedDescription;
};
