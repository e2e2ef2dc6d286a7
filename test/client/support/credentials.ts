import { pigelloCredentials } from "../../server/pigello/credentials.js";

/** What the test server takes, under the names of the package. */
export const credentials = {
  customerId: pigelloCredentials["x-pigello-customer-id"],
  applicationId: pigelloCredentials["x-pigello-application-id"],
  serviceId: pigelloCredentials["x-pigello-service-id"],
  serviceVersionId: pigelloCredentials["x-pigello-service-version-id"],
  clientCt: pigelloCredentials["x-pigello-client-ct"],
  clientObjectId: pigelloCredentials["x-pigello-client-entity"],
  clientSecret: pigelloCredentials["x-pigello-client-secret"],
} as const;
