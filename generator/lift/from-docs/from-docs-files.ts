import { stringifyYaml } from "../../source/stringify.js";
import { isSourceObject, type SourceObject } from "../../source/value.js";
import { wordsOf } from "./words.js";

/** A file to write, with its name in a folder. */
export interface FromDocsFile {
  readonly name: string;
  readonly text: string;
}

/** Makes an overlay of a description; undefined where it has nothing to say. `file` is the name under which the overlay speaks of it. */
export type MakeOverlay = (description: string, file: string) => string | undefined;

const head = [
  "# A first description, made of documentation. Objects with x-provenance hold what the documentation does not say:",
  "# inferred follows from a sample, a convention or by elimination; unknown has the widest reading, or is left out.",
];

/** "Pigello Accounts" ~> "pigello-accounts" */
const fileName = (document: SourceObject): string => {
  const info = document.get("info");
  const title = isSourceObject(info) ? info.get("title") : undefined;
  const words = wordsOf(typeof title === "string" ? title : "").map((word) => word.toLowerCase());
  return words.length === 0 ? "api" : words.join("-").slice(0, 80);
};

/** The description as YAML, and the overlay with the rules that its sentences state. */
export const fromDocsFiles = (document: SourceObject, makeOverlay: MakeOverlay): readonly FromDocsFile[] => {
  const name = fileName(document);
  const description = { name: `${name}.yaml`, text: `${head.join("\n")}\n${stringifyYaml(document)}` };
  const overlay = makeOverlay(description.text, description.name);
  return overlay === undefined ? [description] : [description, { name: `${name}.overlay.yaml`, text: overlay }];
};
