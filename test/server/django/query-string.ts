/** One parameter of a query, decoded. */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
}

const bytesOfRun = (run: string): Buffer => Buffer.from(run.replaceAll("%", ""), "hex");

/**
 * Undoes percent-encoding as Python's `unquote` does: bytes that are no UTF-8 become U+FFFD, and a percent sign without two
 * hexadecimal digits stays.
 */
const unquote = (text: string): string => text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => bytesOfRun(run).toString("utf8"));

const decoded = (text: string): string => unquote(text.replaceAll("+", " "));

/** Node gives each byte of the request line as one character; Django reads the same bytes as UTF-8. */
const asUtf8 = (query: string): string => Buffer.from(query, "latin1").toString("utf8");

const parameterOf = (pair: string): QueryParameter => {
  const equals = pair.indexOf("=");
  const [name, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
  return { name: decoded(name), value: decoded(value) };
};

/**
 * The parameters of a raw query, in order, as Django's `QueryDict` reads them (`urllib.parse.parse_qsl` with
 * `keep_blank_values`): split at `&`, then at the first `=`; `+` is a space; only then percent-encoding is undone.
 */
export const parseQueryString = (query: string): readonly QueryParameter[] =>
  asUtf8(query)
    .split("&")
    .filter((pair) => pair !== "")
    .map(parameterOf);

/** The values by name. As in a `QueryDict`, a name that is repeated keeps all of them; the last one counts where one is asked for. */
export const valuesByName = (parameters: readonly QueryParameter[]): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, readonly string[]>();
  for (const { name, value } of parameters) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
};
