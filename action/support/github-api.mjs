/**
 * GitHub's REST API with a token. A request gives `{ status, data }` whatever the answer; a server that cannot be reached has the
 * status 0, so that whoever asks decides what that means.
 */
export const createApi = ({ url, token }) => {
  const request = async (method, path, body) => {
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          "x-github-api-version": "2022-11-28",
          "user-agent": "openapi-sieve",
          ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await response.text();
      return { status: response.status, data: parsed(text) };
    } catch (error) {
      return { status: 0, data: { message: error instanceof Error ? error.message : String(error) } };
    }
  };
  return { request };
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
};

export const isFine = ({ status }) => status >= 200 && status < 300;

/** Why a request failed. ~> "403 Resource not accessible by integration" */
export const failure = ({ status, data }) => `${status === 0 ? "no answer:" : status} ${data?.message ?? ""}`.trim();

/** "owner/name" as part of a path. */
export const repositoryPath = (repository) => `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
