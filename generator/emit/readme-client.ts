import type { Plan, PlannedOperation } from "../plan/plan.js";
import { pagesOf } from "./client/call-options.js";
import { hasCodecs } from "./client/has-codecs.js";
import { credentialsType, needsCredentials } from "./client/security.js";

const listLine = ({ operation, names }: PlannedOperation): readonly string[] => [
  ...(pagesOf(operation) === undefined ? [] : [`for await (const item of ${names.paginate}(client)) { … } // page after page`]),
  ...(operation.stream === undefined ? [] : [`for await (const item of ${names.stream}(client)) { … } // JSON Lines`]),
];

/** What clients can show otherwise than the wire, as far as it is open. */
const shownText = (plan: Plan): readonly string[] => {
  if (!hasCodecs(plan)) return [];
  const { fixed } = plan;
  const options = [
    ...(fixed.includes("dates") ? [] : ['`dates: "Date"` (or `"Temporal"`) shows moments and days as such']),
    ...(fixed.includes("int64") ? [] : ['`int64: "bigint"` (or `"string"`) keeps the digits of large integers']),
    ...(fixed.includes("decimals") ? [] : ['`decimals: "string"` those of decimal numbers']),
  ];
  return [`Options of \`createClient\`: ${options.join(", ")}; in bodies, filters and answers alike. \`XWith<{ dates: "Date" }>\` is the type of a schema as such a client has it.`];
};

/** How the functions of the package are called; empty where it has no operation. */
export const clientText = (plan: Plan): string => {
  const { contract, operations } = plan;
  const [first] = operations;
  if (first === undefined) return "";
  const credentials = credentialsType(contract) === undefined ? "" : needsCredentials(contract) ? "{ credentials }" : "{ /* credentials */ }";
  const lines = [
    `import { createClient, ${first.names.call} } from ${JSON.stringify(plan.packageName)};`,
    "",
    `const client = createClient(${credentials});`,
    `const value = await ${first.names.call}(client, { … }); // throws a ClientError`,
    `const result = await ${first.names.call}.safe(client, { … }); // { ok: true, value, status, headers } or { ok: false, error }`,
    ...operations.flatMap(listLine),
  ];
  return [
    `\`\`\`ts\n${lines.join("\n")}\n\`\`\``,
    "Each operation is a function of its own, which a bundler keeps or drops. What breaks the description is a `ValidationError`, and nothing is sent; the server's refusal is an `ApiError` with `status`, `headers`, `body` and `requestId`; `NetworkError`, `TimeoutError` and `AbortError` say the rest. Idempotent requests are tried three times (`retry`), `Retry-After` is honoured, redirects to another origin carry no credentials, and no credential stands in an error or in what hooks see.",
    ...shownText(plan),
  ].join("\n\n");
};
