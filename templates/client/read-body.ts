/** application/json, text/json, application/problem+json */
const json = /^(?:application|text)\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i;

const text = /^(?:text\/|application\/xml|[^;]+\+xml)/i;

const typeOf = (headers: Headers): string => headers.get("content-type") ?? "";

export const isJsonAnswer = (headers: Headers): boolean => json.test(typeOf(headers));

/** The body of a success: what JSON says, text, or bytes as a `Blob`; undefined where there is none. Rejects for broken JSON. */
export const bodyOf = async (response: Response): Promise<unknown> => {
  if (response.status === 204 || response.status === 205) {
    await response.body?.cancel();
    return undefined;
  }
  const type = typeOf(response.headers);
  if (type !== "" && !json.test(type) && !text.test(type)) return response.blob();
  const content = await response.text();
  if (content === "") return undefined;
  // many servers forget the type of what is JSON
  return json.test(type) || (type === "" && /^\s*[[{"]/.test(content)) ? JSON.parse(content) : content;
};

/** The body of an error, as far as it can be had: an error is told even where its body breaks off. */
export const errorBody = async (response: Response, shown: (text: string) => string): Promise<unknown> => {
  let content: string;
  try {
    content = shown(await response.text());
  } catch {
    return undefined;
  }
  if (content === "") return undefined;
  try {
    return isJsonAnswer(response.headers) ? JSON.parse(content) : content;
  } catch {
    return content;
  }
};

const names = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-ms-request-id", "cf-ray"];

export const requestIdOf = (headers: Headers): string | undefined => {
  const name = names.find((one) => headers.has(one));
  return name === undefined ? undefined : (headers.get(name) ?? undefined);
};
