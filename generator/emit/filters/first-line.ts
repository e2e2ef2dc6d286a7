/** The first line of a description, for places where the whole of it would drown the names. */
export const firstLine = (text: string | undefined): string | undefined => {
  const line = text
    ?.trim()
    .split(/\r\n|[\n\r\u2028\u2029]/u)[0]
    ?.trim();
  return line === "" ? undefined : line;
};
