import type { PigelloServer } from "../pigello-server.js";
import { pigelloCredentials } from "../pigello/credentials.js";
import { type RawAnswer, rawRequest } from "./raw-request.js";

/** Where a user is created. */
export const entity = "/accounts/users/organization/organizationuser/";
/** Where users are listed, and written in bulk. */
export const list = `${entity}list/`;

/** A GET with the right credentials. */
export const get = (server: PigelloServer, target: string): Promise<RawAnswer> =>
  rawRequest(server.url, target, { headers: pigelloCredentials });

/** A request with a JSON body and the right credentials. */
export const send = (server: PigelloServer, method: string, target: string, body: unknown): Promise<RawAnswer> =>
  rawRequest(server.url, target, {
    method,
    headers: { ...pigelloCredentials, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** The parsed body of an answer that must be fine. */
export const parsed = <Value>({ status, text }: RawAnswer): Value => {
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return JSON.parse(text) as Value;
};
