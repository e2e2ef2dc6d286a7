/** What every request has to be, whatever the description: here the validator is silent, or does not look. */

interface Sent {
  readonly url: string;
  readonly rawHeaders: readonly string[];
}

/** RFC 3986 §3.4 */
const query = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-F]{2})*$/;

/** What the platform sets, and what the client may set; none of them is a parameter of an operation. */
const usual = /^(?:host|connection|user-agent|accept|accept-encoding|accept-language|content-type|content-length|sec-fetch-mode|authorization|cookie|x-pigello-.*)$/i;

const namesOf = (text: string): readonly string[] => text.split("&").flatMap((pair) => (pair === "" ? [] : [decodeURIComponent(pair.split("=")[0] ?? "")]));

/** Lists are joined by commas in both descriptions, so no parameter stands twice. */
const repeated = (names: readonly string[]): readonly string[] => names.filter((name, index) => names.indexOf(name) !== index);

export const wireProblems = ({ url, rawHeaders }: Sent): readonly string[] => {
  const [path = "", text = ""] = url.split("?", 2);
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return [
    ...(url.split("?").length > 2 || !query.test(text) ? [`the query is not encoded: ${text}`] : []),
    ...(query.test(path) ? [] : [`the path is not encoded: ${path}`]),
    ...repeated(namesOf(text)).map((name) => `the query has ${name} twice`),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `the header ${name} stands there twice`),
    ...names.filter((name) => !usual.test(name)).map((name) => `nobody declared the header ${name}`),
  ];
};
