import { kebabCase } from "../../plan/words.js";
import { stringifyYaml } from "../../source/stringify.js";
import { isSourceObject, type SourceObject } from "../../source/value.js";
import { nameable } from "./nameable.js";

/** What is written of a documentation. */
export interface FromDocsFiles {
  /** Its name in a folder, and its text. */
  readonly description: { readonly name: string; readonly text: string };
  /** The name of the overlay beside it, which `lift` makes. */
  readonly overlay: string;
}

const head = [
  "# A first description, made of documentation. Objects with x-provenance hold what the documentation does not say:",
  "# inferred follows from a sample, a convention or by elimination; unknown has the widest reading, or is left out.",
];

/** "Pigello Accounts" ~> "pigello-accounts" */
const baseName = (document: SourceObject): string => {
  const info = document.get("info");
  const title = isSourceObject(info) ? info.get("title") : undefined;
  return kebabCase(nameable(typeof title === "string" ? title : ""), "api").slice(0, 80);
};

/** The description as YAML under the name of its title. */
export const fromDocsFiles = (document: SourceObject): FromDocsFiles => {
  const name = baseName(document);
  return { description: { name: `${name}.yaml`, text: `${head.join("\n")}\n${stringifyYaml(document)}` }, overlay: `${name}.overlay.yaml` };
};
