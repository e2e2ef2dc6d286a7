/** Formats one module; the options stand here, so that the result does not depend on where it runs. */
export type Format = (text: string, path: string) => Promise<string>;

/**
 * prettier, loaded when the first file needs it. `babel-ts` gives the same bytes as the `typescript` parser on what we
 * emit (the golden files prove it) in under half the time.
 */
export const loadFormat = async (): Promise<Format> => {
  const [prettier, babel, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  const options = { parser: "babel-ts", printWidth: 120, plugins: [babel, estree].map((plugin) => plugin.default ?? plugin) };
  return (text) => prettier.format(text, options);
};
