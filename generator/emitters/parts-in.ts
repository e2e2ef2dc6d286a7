import { type Code, isIdentifier } from "../code/code.js";
import type { Named } from "./module-builder.js";
import { codeIn, EmitterError } from "./safe-code.js";

/** Words that name nothing in a module (ECMA-262 §12.7.2), and types of the language. */
const words: ReadonlySet<string> = new Set(
  (
    "any arguments await bigint boolean break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let never new null number object package private protected " +
    "public return static string super switch symbol this throw true try typeof undefined unknown var void while with yield"
  ).split(" "),
);

/** The name that `name` is. Emitters may be JavaScript, so that it could be anything; what is none throws an `EmitterError`. */
export const nameIn = (name: unknown): string => {
  if (typeof name !== "string" || !isIdentifier(name)) throw new EmitterError(`${JSON.stringify(name)} is no name: an identifier of ASCII letters, digits, "_" and "$"`);
  if (words.has(name)) throw new EmitterError(`${JSON.stringify(name)} is a word of the language, and no name`);
  return name;
};

export const docsIn = (docs: unknown): { readonly docs?: string } => {
  if (docs === undefined) return {};
  if (typeof docs !== "string") throw new EmitterError("`docs` must be a text");
  return { docs };
};

export const namedIn = ({ name, docs, exported = true }: Named): { readonly name: string; readonly exported: boolean; readonly docs?: string } => ({
  name: nameIn(name),
  exported: exported === true,
  ...docsIn(docs),
});

export const codesIn = (values: readonly unknown[] | undefined, what: string): readonly Code[] => (values ?? []).map((value) => codeIn(value, what));
