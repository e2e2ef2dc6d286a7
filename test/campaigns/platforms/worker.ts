import { useClient } from "./use-client.js";

export default {
  fetch: async (request: Request): Promise<Response> => Response.json(await useClient((await request.json()) as Parameters<typeof useClient>[0])),
};
