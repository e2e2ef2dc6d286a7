/** Formats one file; the options stand here, so that the result does not depend on where it runs. */
export type Format = (text: string, path: string) => Promise<string>;

/**
 * prettier, loaded when the first file needs it. `babel-ts` gives the same bytes as the `typescript` parser on what we
 * emit (the golden files prove it) in under half the time.
 */
export const loadFormat = async (): Promise<Format> => {
  const [prettier, babel, estree, markdown] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
    import("prettier/plugins/markdown"),
  ]);
  const options = { printWidth: 120, plugins: [babel, estree, markdown].map((plugin) => plugin.default ?? plugin) };
  return (text, path) => prettier.format(text, { ...options, parser: path.endsWith(".md") ? "markdown" : "babel-ts" });
};
