import { createClient } from "pigello-accounts";
import { WrongUse } from "./run-program.mjs";

/** @import { ApiClient, Credentials } from "pigello-accounts" */

/** @satisfies {Readonly<Record<keyof Credentials, string>>} */
const variables = {
  customerId: "PIGELLO_CUSTOMER_ID",
  applicationId: "PIGELLO_APPLICATION_ID",
  serviceId: "PIGELLO_SERVICE_ID",
  serviceVersionId: "PIGELLO_SERVICE_VERSION_ID",
  clientCt: "PIGELLO_CLIENT_CT",
  clientObjectId: "PIGELLO_CLIENT_OBJECT_ID",
  clientSecret: "PIGELLO_CLIENT_SECRET",
};

export const pigelloHelp = `  --environment NAME   api or dev.api; dev.api unless told otherwise
  --base-url URL       another address, such as that of a proxy

Credentials come from the environment: ${Object.values(variables).slice(0, 3).join(", ")},
${Object.values(variables).slice(3).join(", ")}.
`;

/** For `parseArgs`. */
export const pigelloOptions = /** @type {const} */ ({ environment: { type: "string" }, "base-url": { type: "string" } });

/** @type {(env: NodeJS.ProcessEnv) => Credentials} */
const credentialsIn = (env) => {
  const missing = Object.values(variables).filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0) throw new WrongUse(`not set in the environment: ${missing.join(", ")}`);
  return /** @type {Credentials} */ (Object.fromEntries(Object.entries(variables).map(([key, name]) => [key, env[name]])));
};

/**
 * The client that the options ask for, with the credentials of the environment.
 * @type {(options: { environment?: string | undefined, "base-url"?: string | undefined }, env: NodeJS.ProcessEnv) => ApiClient}
 */
export const openPigelloClient = ({ environment = "dev.api", "base-url": baseUrl }, env) => {
  if (environment !== "api" && environment !== "dev.api") throw new WrongUse("--environment is api or dev.api");
  const credentials = credentialsIn(env);
  try {
    return createClient({ environment, credentials, ...(baseUrl === undefined ? {} : { baseUrl }) });
  } catch (error) {
    throw new WrongUse(/** @type {TypeError} */ (error).message);
  }
};
