/**
 * A URI as messages show it: without user and query, which may hold secrets.
 * shownUri("https://me:pw@example.org/a.yaml?key=1") ~> "https://example.org/a.yaml?…"
 */
export const shownUri = (uri: string): string => {
  const withoutUser = uri.replace(/^([A-Za-z][A-Za-z0-9+.-]*:)?\/\/[^/?#]*@/, (_, scheme: string | undefined) => `${scheme ?? ""}//`);
  return withoutUser.replace(/\?[^#]+/, "?…");
};
