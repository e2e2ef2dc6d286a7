import path from "node:path";

/** What stands below a folder's URL, as a path; undefined for what would lead out of the folder. */
const below = (rest: string): string | undefined => {
  try {
    const steps = decodeURIComponent(rest).split(/[\\/]/);
    return steps.includes("..") || steps.includes("") ? undefined : steps.join("/");
  } catch {
    return undefined;
  }
};

/** As resolved references spell it: `HTTPS://Example.com` ~> `https://example.com/` */
const normal = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

/**
 * The path at which a document is at hand that a URL names: the longest beginning of the URL that `remotes` has decides.
 * localCopy("https://example.com/schemas/pet.yaml", { "https://example.com/schemas/": "./schemas" }) ~> "schemas/pet.yaml"
 */
export const localCopy = (uri: string, remotes: Readonly<Record<string, string>>): string | undefined => {
  const name = uri.replace(/[?#].*$/, "");
  const entries = Object.entries(remotes).map(([url, file]) => [normal(url), file] as const);
  const whole = entries.find(([url]) => url === name && !url.endsWith("/"));
  if (whole !== undefined) return whole[1];
  const [longest] = entries
    .filter(([prefix]) => prefix.endsWith("/") && name.startsWith(prefix))
    .sort(([left], [right]) => right.length - left.length);
  const rest = longest === undefined ? undefined : below(name.slice(longest[0].length));
  return longest === undefined || rest === undefined ? undefined : path.join(longest[1], rest);
};
