const mostValues = 1_000_000;
const charactersOfValue = 10;

/**
 * Values that are read of one text. Real descriptions have one for fifteen characters or more; each takes some hundred bytes of
 * memory, which a text of nothing but brackets and commas would multiply.
 */
export const valueLimit = (text: string): number => Math.max(mostValues, Math.floor(text.length / charactersOfValue));

export const tooManyValues = (limit: number): { readonly message: string; readonly hint: string } => ({
  message: `the text up to here has more than ${limit} values`,
  hint: "split the description into several files",
});
