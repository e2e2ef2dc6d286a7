import type { Format } from "./format.js";

/** A format of the user's own, with the text of the module that checks it. */
export interface CustomFormat {
  /** The value of `format`. */
  readonly name: string;
  readonly appliesTo: "string" | "number";
  /** What stands after "must be" in messages. */
  readonly phrase: string;
  /** The function that the module exports. */
  readonly export: string;
  /** TypeScript that needs no other module: it is copied into the package. */
  readonly text: string;
}

const fileName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "format";

/** The module below `templates/`, if it stood there. */
export const customModule = ({ name }: CustomFormat): string => `formats/custom/${fileName(name)}`;

/** As one of the registry. Its code is the package's alone: in process, and in the interpreter, it refuses nothing. */
export const asFormat = (custom: CustomFormat): Format => ({
  name: custom.name,
  appliesTo: custom.appliesTo,
  module: customModule(custom),
  export: custom.export,
  asserts: true,
  description: "",
  phrase: custom.phrase,
  check: () => true,
});
