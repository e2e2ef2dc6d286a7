import { createSink, type Issue, type Result } from "../issue.js";
import { type AnyClient, ApiClient } from "./client.js";
import { type ErrorContext, ValidationError } from "./errors.js";
import type { Draft } from "./exchange.js";
import type { BodyTable, CallInput, OperationTable, QueryTable, RawBody } from "./operation-table.js";
import { cookiePairs, headerText, type Members, optionOf, type ParameterTable, pathOf, queryPairs } from "./parameters.js";

/** A value as it goes over the wire, what a validator can look at, and what is wrong with it. */
interface Written<Value> {
  readonly value: Value;
  readonly checkable?: Value;
  readonly issues: readonly Issue[];
}

export const contextOf = (client: AnyClient, table: OperationTable, path: string): ErrorContext => ({
  operation: table.id,
  method: table.method,
  url: `${(ApiClient.stateOf(client).isDescribed === true ? table.server : undefined) ?? client.baseUrl}${path}`,
});

const issuesOf = (error: unknown, key: string): readonly Issue[] => {
  // a filter that the operation lacks, or a value that it does not take
  if (!(error instanceof TypeError || error instanceof RangeError || error instanceof URIError)) throw error;
  return [{ code: "type", path: [key], message: error.message }];
};

const valueOf = (input: CallInput, key: string): unknown => (Object.hasOwn(input, key) ? (input as Members)[key] : undefined);

/** The flat query of a call, by wire names; issues where a filter cannot be one. */
const flatQuery = (table: QueryTable, input: CallInput): Result<Members> => {
  const renamed = Object.entries(table.renamed ?? {}).flatMap(([option, name]) => {
    const value = valueOf(input, option);
    return value === undefined ? [] : [[name, value] as const];
  });
  try {
    const where = input.where === undefined ? {} : (table.flatten?.(input.where) ?? {});
    return { value: { ...where, ...input.query, ...Object.fromEntries(renamed) } };
  } catch (error) {
    return { issues: issuesOf(error, "where") };
  }
};

const writtenQuery = (client: AnyClient, { query: table }: OperationTable, input: CallInput): Written<Members> => {
  if (table === undefined) return { value: {}, issues: [] };
  const flat = flatQuery(table, input);
  if (flat.issues !== undefined) return { value: {}, issues: flat.issues };
  const made: Written<Members> = table.wire?.encode(flat.value, ApiClient.stateOf(client).representation) ?? { value: flat.value, issues: [] };
  return made.issues.length > 0 ? made : { ...made, issues: table.validate(made.checkable ?? made.value).issues ?? [] };
};

/** The parameters of an operation by their places. */
interface Places {
  readonly path: readonly ParameterTable[];
  readonly query: readonly ParameterTable[];
  readonly querystring: readonly ParameterTable[];
  readonly header: readonly ParameterTable[];
  readonly cookie: readonly ParameterTable[];
  /** All but those of the query. */
  readonly options: readonly ParameterTable[];
  readonly queryNames: ReadonlySet<string>;
}

const sorted = ({ parameters = [] }: OperationTable): Places => {
  const at = (place: ParameterTable["in"]): readonly ParameterTable[] => parameters.filter((one) => one.in === place);
  const query = at("query");
  return { path: at("path"), query, querystring: at("querystring"), header: at("header"), cookie: at("cookie"), options: parameters.filter((one) => one.in !== "query"), queryNames: new Set(query.map(({ name }) => name)) };
};

const known = new WeakMap<OperationTable, Places>();

/** Made when an operation is first called. */
const placesOf = (table: OperationTable): Places => {
  const places = known.get(table) ?? sorted(table);
  known.set(table, places);
  return places;
};

const writtenPath = (table: OperationTable, tables: readonly ParameterTable[], input: Members): Written<string> => {
  const { text, refused } = pathOf(table.path, tables, input);
  return { value: text, issues: refused.map(({ option, why }) => ({ code: "type", path: [option], message: why })) };
};

const writtenCookies = (tables: readonly ParameterTable[], values: Members): Written<readonly string[]> => {
  const made = tables.map((one): Written<readonly string[]> => {
    const value = values[optionOf(one)];
    try {
      return { value: value === undefined || value === null ? [] : cookiePairs(one, value), issues: [] };
    } catch (error) {
      return { value: [], issues: issuesOf(error, optionOf(one)) };
    }
  });
  return { value: made.flatMap(({ value }) => value), issues: made.flatMap(({ issues }) => issues) };
};

const below = (key: string, issues: readonly Issue[]): readonly Issue[] => issues.map(({ path, ...issue }) => ({ ...issue, path: [key, ...path] }));

/** Parameters beside the query, by the names of their options. */
const writtenOptions = (client: AnyClient, { check }: OperationTable, { options }: Places, input: CallInput): Written<Members> => {
  const made = options.flatMap((one) => {
    const key = optionOf(one);
    const value = valueOf(input, key) ?? undefined;
    if (value === undefined) return [];
    const written = one.wire?.encodeParameter(value, ApiClient.stateOf(client).representation) ?? { value, checkable: value, issues: [] };
    return [{ key, ...written }];
  });
  const value = Object.fromEntries(made.map((one) => [one.key, one.value]));
  const issues = made.flatMap((one) => below(one.key, one.issues));
  if (issues.length > 0) return { value, issues };
  const sink = createSink();
  check?.(Object.fromEntries(made.map((one) => [one.key, one.checkable])), [], sink);
  return { value, issues: sink.issues };
};

const essence = (mediaType: string): string => (mediaType.split(";")[0] ?? "").trim().toLowerCase();

const isText = (mediaType: string): boolean => /^text\/|\bxml\b/i.test(mediaType);

/**
 * The one of several raw media types that a body says by itself: that of a Blob, or the first of text for a text and the first of
 * octets for octets.
 */
const ownMediaType = ({ body }: OperationTable, { body: value }: CallInput): string | undefined => {
  if (body?.others === undefined || body.json === true || body.form !== undefined) return undefined;
  const raw = Object.entries(body.others).flatMap(([name, { json, form }]) => (json === true || form !== undefined ? [] : [name]));
  const offered = [body.mediaType, ...raw];
  const named = value instanceof Blob && value.type !== "" ? offered.find((one) => essence(one) === essence(value.type)) : undefined;
  if (named !== undefined) return named;
  if (typeof value === "string") return offered.find(isText);
  const areOctets = value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  return areOctets ? offered.find((one) => !isText(one)) : undefined;
};

/** What the body of a call is, by the media type that it asks for. */
export const bodyOf = ({ body }: OperationTable, { contentType = "" }: CallInput): BodyTable | undefined =>
  body?.others !== undefined && Object.hasOwn(body.others, contentType) ? body.others[contentType] : body;

const writtenBody = (client: AnyClient, body: BodyTable | undefined, input: CallInput): Written<unknown> => {
  if (body === undefined) return { value: undefined, issues: [] };
  if (input.body === undefined) return { value: undefined, issues: body.required ? [{ code: "required", path: ["body"], message: "is required" }] : [] };
  const made: Written<unknown> = body.wire?.encode(input.body, ApiClient.stateOf(client).representation) ?? { value: input.body, issues: [] };
  const value = made.checkable ?? made.value;
  const found = made.issues.length > 0 ? made.issues : (body.form?.check(value, body.validate) ?? body.validate?.(value).issues ?? []);
  return { ...made, issues: below("body", found) };
};

/** A parameter beside the address, as it stands in the request. */
const textOf = (one: ParameterTable, value: unknown): string => one.text?.(value) ?? headerText(one, value);

const pairsOf = (table: OperationTable, { query: others, queryNames }: Places, query: Members): readonly string[] => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return [];
  const filters = given.filter(([name]) => !queryNames.has(name));
  const written = filters.length === 0 ? [] : (table.query?.write?.(Object.fromEntries(filters)) ?? []);
  return [...written, ...others.flatMap((one) => (Object.hasOwn(query, one.name) ? queryPairs(one, query[one.name]) : []))];
};

/** `wanted` where it is one of those; what stands first where nothing is wanted. */
const chosen = (wanted: string | undefined, offered: readonly (string | undefined)[], option: string): string | undefined => {
  if (wanted === undefined) return offered[0];
  if (offered.includes(wanted)) return wanted;
  throw new TypeError(`${option} must be one of ${offered.filter((one) => one !== undefined).join(", ")}`);
};

/** A body as it is sent. A form's own media type says where its parts end. */
interface Sent {
  readonly body: RawBody;
  readonly contentType: string | undefined;
}

/** A media type such as `image/*` is one that the data decides. */
const typeOf = (mediaType: string | undefined, value: unknown): string | undefined =>
  mediaType?.includes("*") === true ? (value instanceof Blob && value.type !== "" ? value.type : "application/octet-stream") : mediaType;

const sentBody = (table: BodyTable, value: unknown, mediaType: string | undefined): Sent => {
  if (table.form !== undefined) return table.form.write(value, table.mediaType);
  return { body: bodyText(table, value, mediaType), contentType: value instanceof FormData ? undefined : typeOf(mediaType, value) };
};

const bodyText = (table: BodyTable, value: unknown, mediaType: string | undefined): RawBody => {
  const plain = (one: unknown): string => (table.escape === undefined ? JSON.stringify(one) : table.escape(JSON.stringify(one)));
  const stringify = (one: unknown): string => table.wire?.stringify(one) ?? plain(one);
  if (table.json !== true) return value as RawBody;
  return mediaType === table.lines && Array.isArray(value) ? value.map((item: unknown) => `${stringify(item)}\n`).join("") : stringify(value);
};

/** The request of a call. Throws a ValidationError for what breaks the description, all of it at once. */
export const draftOf = (client: AnyClient, table: OperationTable, given: CallInput): Draft => {
  const own = given.contentType === undefined ? ownMediaType(table, given) : undefined;
  const input: CallInput = own === undefined ? given : { ...given, contentType: own };
  const places = placesOf(table);
  const options = writtenOptions(client, table, places, input);
  const path: Written<string> = options.issues.length > 0 ? { value: table.path, issues: [] } : writtenPath(table, places.path, options.value);
  const cookies: Written<readonly string[]> = options.issues.length > 0 ? { value: [], issues: [] } : writtenCookies(places.cookie, options.value);
  const query = writtenQuery(client, table, input);
  const bodyTable = bodyOf(table, input);
  const body = writtenBody(client, bodyTable, input);
  const issues = [...options.issues, ...path.issues, ...cookies.issues, ...query.issues, ...body.issues];
  const context = contextOf(client, table, path.issues.length > 0 ? table.path : path.value);
  if (issues.length > 0) throw new ValidationError("request", issues, context);
  const written = (tables: readonly ParameterTable[]): readonly (readonly [string, string])[] =>
    tables.flatMap((one) => {
      const value = options.value[optionOf(one)];
      return value === undefined || value === null ? [] : [[one.name, textOf(one, value)] as const];
    });
  const mediaType = chosen(input.contentType, [bodyTable?.mediaType, bodyTable?.lines, ...Object.keys(table.body?.others ?? {})], "contentType");
  const accept = chosen(input.accept, [table.accept, ...(table.accepts ?? [])], "accept");
  const sent = bodyTable === undefined || body.value === undefined ? undefined : sentBody(bodyTable, body.value, mediaType);
  return {
    context,
    query: [...pairsOf(table, places, query.value), ...written(places.querystring).map(([, text]) => text).filter((text) => text !== "")],
    cookies: cookies.value,
    headers: [
      ...(accept === undefined ? [] : [["accept", accept] as const]),
      ...(sent?.contentType === undefined ? [] : [["content-type", sent.contentType] as const]),
      ...written(places.header),
    ],
    ...(sent === undefined ? {} : { body: sent.body }),
    security: table.security,
  };
};
