import { createClient } from "taxfiling-accounts";
import { WrongUse } from "./run-program.mjs";

/** @import { ApiClient, Credentials } from "taxfiling-accounts" */

export const taxfilingHelp = `  --environment NAME   production or staging; staging unless told otherwise
  --base-url URL       another address, such as that of a proxy

Credentials come from the environment: TAXFILING_BEARER, or TAXFILING_USERNAME and TAXFILING_PASSWORD, or TAXFILING_SESSION.
`;

/** For `parseArgs`. */
export const taxfilingOptions = /** @type {const} */ ({ environment: { type: "string", default: "staging" }, "base-url": { type: "string" } });

/** @type {(env: NodeJS.ProcessEnv) => Credentials} */
const credentialsIn = (env) => {
  const { TAXFILING_BEARER: bearer, TAXFILING_USERNAME: username, TAXFILING_PASSWORD: password, TAXFILING_SESSION: session } = env;
  if (bearer) return { bearer };
  if (username && password) return { basic: { username, password } };
  if (session) return { session };
  throw new WrongUse("set TAXFILING_BEARER, or TAXFILING_USERNAME and TAXFILING_PASSWORD, or TAXFILING_SESSION in the environment");
};

/**
 * The client that the options ask for, with the credentials of the environment.
 * @type {(options: { environment: string, "base-url"?: string | undefined }, env: NodeJS.ProcessEnv) => ApiClient}
 */
export const openTaxfilingClient = ({ environment, "base-url": baseUrl }, env) => {
  if (environment !== "production" && environment !== "staging") throw new WrongUse("--environment is production or staging");
  const credentials = credentialsIn(env);
  try {
    return createClient({ environment, credentials, ...(baseUrl === undefined ? {} : { baseUrl }) });
  } catch (error) {
    throw new WrongUse(/** @type {TypeError} */ (error).message);
  }
};
