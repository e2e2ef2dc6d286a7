import { useClient } from "./use-client.js";

console.log(JSON.stringify(await useClient(JSON.parse(process.argv[2] ?? "{}") as Parameters<typeof useClient>[0])));
