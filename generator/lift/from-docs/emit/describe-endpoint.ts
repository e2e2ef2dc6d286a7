import { camelCase } from "../../../plan/words.js";
import { child, type Pointer } from "../../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../../source/value.js";
import type { DocumentedApi, DocumentedBody, DocumentedEndpoint, DocumentedResponse, Said } from "../documented-api.js";
import { nameable } from "../nameable.js";
import { describeBody } from "./describe-body.js";
import { describeParameters, type ParametersContext } from "./describe-parameters.js";

/** What statuses mean, where no other text is there (RFC 9110, section 15). */
const phrases: Readonly<Record<string, string>> = {
  "200": "OK",
  "201": "Created",
  "202": "Accepted",
  "204": "No Content",
  "400": "Bad Request",
  "401": "Unauthorized",
  "403": "Forbidden",
  "404": "Not Found",
  "409": "Conflict",
  "422": "Unprocessable Content",
  "429": "Too Many Requests",
  "500": "Internal Server Error",
};

export interface EndpointContext extends ParametersContext {
  readonly usual: DocumentedApi["usualMediaType"];
  /** The name, or the next that no other operation has. */
  readonly freeId: (name: string) => string;
}

interface Media {
  readonly name: string;
  readonly said: Said<string> | undefined;
  readonly reason: string | undefined;
}

const mediaOf = (body: DocumentedBody, usual: DocumentedApi["usualMediaType"]): readonly Media[] => {
  const written = [...new Map(body.mediaTypes.map((one) => [one.value.toLowerCase(), one])).values()];
  const own = written.map((one): Media => ({ name: one.value, said: one, reason: undefined }));
  if (own.length === 0) return [{ name: usual?.name ?? "application/json", said: undefined, reason: usual?.reason ?? "no media type is documented, the body is JSON" }];
  return usual === undefined || own.some(({ name }) => name === usual.name) ? own : [{ name: usual.name, said: undefined, reason: usual.reason }, ...own];
};

/** The schema is made once; other media types have the same, and the same gaps in it are not told twice. */
const describeContent = (body: DocumentedBody, endpoint: DocumentedEndpoint, pointer: Pointer, context: EndpointContext): SourceObject => {
  const content = new Map<string, SourceValue>();
  for (const [index, { name, said, reason }] of mediaOf(body, context.usual).entries()) {
    const at = child(pointer, name);
    const silent = index === 0 ? context : { ...context, note: () => undefined };
    const schema = describeBody(body, endpoint, child(at, "schema"), silent);
    if (reason !== undefined) context.note({ mark: "inferred", pointer: at, keywords: [], reason, fill: "correct the media type", place: said?.place ?? body.place });
    if (schema === undefined) context.note({ mark: "unknown", pointer: at, keywords: [], reason: "the body is not described", fill: "add `schema`", place: said?.place ?? body.place });
    content.set(name, schema === undefined ? new Map() : new Map([["schema", schema]]));
  }
  return content;
};

const describeRequest = (body: DocumentedBody, endpoint: DocumentedEndpoint, pointer: Pointer, context: EndpointContext): SourceObject => {
  const content = describeContent(body, endpoint, child(pointer, "content"), context);
  const requires = body.fields.some(({ required, path }) => required && path.length === 1) || (context.types.request?.rows.some(({ required }) => required) ?? false);
  if (requires) context.note({ mark: "inferred", pointer, keywords: ["required"], reason: "the body has a required field", fill: "correct `required`", place: body.place });
  else context.note({ mark: "unknown", pointer, keywords: [], reason: "whether the body may be left out is not documented", fill: "add `required`", place: body.place });
  return new Map<string, SourceValue>([...(requires ? [["required", true] as const] : []), ["content", content]]);
};

const usualStatus = (method: string): string => (method === "post" ? "201" : "200");

const describeResponse = (response: DocumentedResponse, status: string, endpoint: DocumentedEndpoint, pointer: Pointer, context: EndpointContext): SourceObject => {
  const { caption, place } = response;
  const { note } = context;
  if (response.status === undefined) note({ mark: "inferred", pointer, keywords: [], reason: "only the caption is documented, not the status", fill: "correct the status, which is the key", place });
  const description = caption?.value ?? (Object.hasOwn(phrases, status) ? phrases[status] : undefined) ?? `Status ${status}`;
  if (caption === undefined) note({ mark: "inferred", pointer, keywords: ["description"], reason: "no text is documented; it is the meaning of the status in HTTP", fill: "correct `description`", place });
  const isEmpty = response.fields.length === 0 && response.sample === undefined;
  if (isEmpty && status !== "204") note({ mark: "unknown", pointer, keywords: [], reason: "the body is not documented", fill: "add `content`", place });
  return new Map<string, SourceValue>([["description", description], ...(isEmpty ? [] : [["content", describeContent(response, endpoint, child(pointer, "content"), context)] as const])]);
};

const describeResponses = (endpoint: DocumentedEndpoint, operation: Pointer, context: EndpointContext): SourceObject => {
  const responses = new Map<string, SourceValue>();
  for (const response of endpoint.responses) {
    const status = response.status?.value ?? usualStatus(endpoint.method.value);
    if (!responses.has(status)) responses.set(status, describeResponse(response, status, endpoint, child(operation, "responses", status), context));
  }
  if (![...responses.keys()].some((status) => status.startsWith("2")))
    context.note({ mark: "unknown", pointer: operation, keywords: ["responses"], reason: "no answer of success is documented", fill: "add it to `responses`", place: endpoint.path.place });
  return responses;
};

const authorizationOf = ({ roles, permissions }: DocumentedEndpoint): readonly (readonly [string, SourceValue])[] => {
  const list = (key: string, names: readonly Said<string>[]): readonly (readonly [string, SourceValue])[] => (names.length === 0 ? [] : [[key, [...new Set(names.map(({ value }) => value))]]]);
  const needed = [...list("roles", roles), ...list("permissions", permissions)];
  return needed.length === 0 ? [] : [["x-authorization", new Map(needed)]];
};

const operationId = ({ summary, method, path }: DocumentedEndpoint): string => camelCase(nameable(summary?.value ?? `${method.value} ${path.value}`), "operation");

/** The operation of an endpoint, without its security. */
export const describeEndpoint = (endpoint: DocumentedEndpoint, pointer: Pointer, context: EndpointContext): SourceObject => {
  const { summary, request, method } = endpoint;
  const id = context.freeId(operationId(endpoint));
  context.note({ mark: "inferred", pointer, keywords: ["operationId"], reason: `no name is documented; it is made of the ${summary === undefined ? "method and the path" : "title"}`, fill: "correct `operationId`, which names the functions", place: (summary ?? endpoint.path).place });
  const parameters = describeParameters(endpoint, pointer, context);
  const takesBody = method.value !== "get" && method.value !== "head" && method.value !== "delete";
  if (request === undefined && takesBody) context.note({ mark: "unknown", pointer, keywords: ["requestBody"], reason: "no body is documented", fill: "add `requestBody` if it takes one", place: endpoint.path.place });
  const body = request === undefined ? undefined : describeRequest(request, endpoint, child(pointer, "requestBody"), context);
  const responses = describeResponses(endpoint, pointer, context);
  return new Map<string, SourceValue>([
    ["operationId", id],
    ...(summary === undefined ? [] : [["summary", summary.value] as const]),
    ...authorizationOf(endpoint),
    ...(parameters.length === 0 ? [] : [["parameters", parameters] as const]),
    ...(body === undefined ? [] : [["requestBody", body] as const]),
    ...(responses.size === 0 ? [] : [["responses", responses] as const]),
  ]);
};
