import type { IncomingHttpHeaders } from "node:http";
import { type Answer, jsonAnswer } from "../http/answer.js";

/** The seven headers that every request needs, with the values that the server takes. Lower case, as Node gives them. */
export type PigelloCredentials = Readonly<Record<CredentialHeader, string>>;

/** The names of the seven headers are documented; which scheme each of them belongs to is inferred. */
export const credentialHeaders = [
  "x-pigello-customer-id",
  "x-pigello-application-id",
  "x-pigello-service-id",
  "x-pigello-service-version-id",
  "x-pigello-client-ct",
  "x-pigello-client-entity",
  "x-pigello-client-secret",
] as const;

/** The name of one of the seven headers. */
export type CredentialHeader = (typeof credentialHeaders)[number];

/** What the server takes unless told otherwise. All values differ, so that two headers that changed places are noticed. */
export const pigelloCredentials: PigelloCredentials = {
  "x-pigello-customer-id": "customer-1",
  "x-pigello-application-id": "application-2",
  "x-pigello-service-id": "service-3",
  "x-pigello-service-version-id": "service-version-4",
  "x-pigello-client-ct": "accounts.organizationuser",
  "x-pigello-client-entity": "client-entity-6",
  "x-pigello-client-secret": "client-secret-7",
};

/**
 * The answer to a request that may not pass: 401 if a header is missing, 403 if one is wrong. Neither the difference nor the
 * bodies are documented; the bodies have Django REST framework's form (inferred).
 */
export const refusedCredentials = (headers: IncomingHttpHeaders, accepted: PigelloCredentials): Answer | undefined => {
  const missing = credentialHeaders.find((name) => headers[name] === undefined || headers[name] === "");
  if (missing !== undefined) return jsonAnswer(401, { detail: "Authentication credentials were not provided." });
  // the value of a secret is told nowhere, and which header is wrong neither
  const wrong = credentialHeaders.some((name) => headers[name] !== accepted[name]);
  return wrong ? jsonAnswer(403, { detail: "You do not have permission to perform this action." }) : undefined;
};
