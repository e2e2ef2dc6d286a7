import type { ClientError } from "./errors.js";

/** What `.safe` gives: the value with what came with it, or the error that the plain form throws. */
export type Outcome<Value, Failure extends ClientError = ClientError, Head extends Headers = Headers> =
  | { readonly ok: true; readonly value: Value; readonly status: number; readonly headers: Head; readonly error?: undefined }
  | { readonly ok: false; readonly error: Failure };
