import { atMost } from "./at-most.js";
import type { Formatter } from "./formatters.js";

/** Formats the text of one module. */
export type Format = (text: string) => Promise<string>;

/** The options stand here, so that the result does not depend on where it runs. */
const printWidth = 120;

/** Files that oxfmt has in hand at a time: each takes memory, and there are no more threads. */
const together = 4;

/** A twentieth of prettier's time, in threads of its own. */
const loadOxfmt = async (): Promise<Format> => {
  const { format } = await import("oxfmt");
  const limited = atMost(together);
  return async (text) => {
    const { code, errors } = await limited(() => format("module.ts", text, { printWidth }));
    const [first] = errors;
    if (first !== undefined) throw new Error(`generated code cannot be formatted: ${first.message}`);
    return code;
  };
};

/**
 * `babel-ts` gives the same bytes as the `typescript` parser on what we emit (the golden files prove it) in under half the
 * time.
 */
const loadPrettier = async (): Promise<Format> => {
  const [prettier, babel, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  const options = { parser: "babel-ts", printWidth, plugins: [babel, estree].map((plugin) => plugin.default ?? plugin) };
  return (text) => prettier.format(text, options);
};

/** The formatter, loaded when the first file needs it. */
export const loadFormat = async (formatter: Formatter): Promise<Format> => {
  if (formatter === false) return async (text) => text;
  return formatter === "prettier" ? loadPrettier() : loadOxfmt();
};
