import { ApiError, type ClientError, NetworkError, TimeoutError } from "./errors.js";
import { isTransient } from "./retry.js";

/** What the platform calls a failure; Node tells it in the cause, Bun in the error. */
export const codeOf = (error: unknown): string | undefined => {
  const { cause, code = cause?.code } = error as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  return typeof code === "string" ? code : undefined;
};

/** No connection came about, in the words of Node, Deno and Bun; browsers do not tell. */
const unopened = new Set([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "UND_ERR_CONNECT_TIMEOUT"],
  ...["ConnectionRefused", "FailedToOpenSocket"],
]);

/** Surely not carried out: the server refused the request, or there was never a connection for it. */
export const isRefused = (error: ClientError): boolean => {
  if (error instanceof ApiError) return error.status >= 400 && error.status < 500;
  return error instanceof NetworkError && error.code !== undefined && unopened.has(error.code);
};

/** May another attempt end better? */
export const isWorthIt = (error: ClientError): boolean =>
  error instanceof ApiError ? isTransient(error.status) : error instanceof NetworkError || error instanceof TimeoutError;
