import { child } from "../../../source/pointer.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../../../source/value.js";
import type { DocumentedApi, Said } from "../documented-api.js";
import type { Note } from "../gap.js";
import { typeReferences } from "../infer/name-types.js";
import { freeName } from "../free-name.js";
import { createDescribing, type Describing } from "./describing.js";
import { describeEndpoint, type EndpointContext } from "./describe-endpoint.js";
import { describeFields } from "./describe-fields.js";
import { describeDialect, filterSets, filtersOf } from "./describe-filters.js";
import { describeSecurity } from "./describe-security.js";
import { describeType } from "./describe-types.js";

const unique = (items: readonly Said<string>[]): readonly Said<string>[] => [...new Map(items.toReversed().map((item) => [item.value, item])).values()].reverse();

const hostOf = (server: string): string => server.replace(/^https?:\/\//, "");

/** A title has to be there: that of the text, or the host, or the name of the file. */
const describeInfo = ({ title, version, description, endpoints }: DocumentedApi, name: string, note: Note): SourceObject => {
  const [server] = endpoints.flatMap(({ servers }) => servers);
  if (title === undefined)
    note({ mark: "unknown", pointer: "/info", keywords: ["title"], reason: `no title is documented; it is the name of the ${server === undefined ? "file" : "host"}`, fill: "correct `title`", ...(server !== undefined && { place: server.place }) });
  if (version === undefined) note({ mark: "unknown", pointer: "/info", keywords: ["version"], reason: "no version is documented", fill: "correct `version`" });
  return new Map<string, SourceValue>([
    ["title", title?.value ?? (server === undefined ? name : hostOf(server.value))],
    ["version", version?.value ?? "0.0.0"],
    ...(description === undefined ? [] : [["description", description.value] as const]),
  ]);
};

const describeServers = ({ endpoints }: DocumentedApi, note: Note): readonly SourceObject[] => {
  const servers = unique(endpoints.flatMap((endpoint) => endpoint.servers));
  if (servers.length === 0) note({ mark: "unknown", pointer: "", keywords: ["servers"], reason: "no server is documented", fill: "add `servers`" });
  return servers.map(({ value, place }, index) => {
    note({ mark: "inferred", pointer: child("/servers", index), keywords: ["url"], reason: "the host of a sample; whether it is that of production is not said", fill: "correct `url`, add the others", place });
    return new Map([["url", value]]);
  });
};

const schemasPointer = "/components/schemas";

const describeBodies = ({ bodies, samplesOf, note, api }: Describing): readonly (readonly [string, SourceObject])[] => {
  const schemas = new Map<string, SourceObject>();
  for (const [body, name] of bodies) {
    if (schemas.has(name)) continue;
    const endpoint = api.endpoints.find(({ request, responses }) => request === body || responses.some((response) => response === body));
    const samples = endpoint === undefined ? [] : samplesOf(endpoint.path.value);
    const pointer = child(schemasPointer, name);
    const saysMore = body.fields.some(({ type }) => type.formats.length > 0 || type.limits.size > 0);
    if (samples.length === 0 && !saysMore) note({ mark: "unknown", pointer, keywords: [], reason: "the list of fields gives no formats, lengths or patterns, and no sample shows any", fill: "add them to the properties", place: body.place });
    schemas.set(name, describeFields(body.fields, pointer, { note, samples }));
  }
  return [...schemas];
};

const describeTypes = ({ types: { types, byElimination, nameless, request }, typeSamples, note, api }: Describing): readonly (readonly [string, SourceObject])[] => {
  const componentOf = (name: string): string | undefined => (types.has(name) ? name : undefined);
  for (const { place, rows } of nameless)
    note({ mark: "unknown", pointer: "", keywords: ["components"], reason: `a table of ${rows.length} rows has no name, and what it belongs to does not follow`, fill: "add its type to `components/schemas`", place });
  if (request === undefined && api.types.length > 0) note({ mark: "unknown", pointer: "", keywords: ["paths"], reason: "no table is that of a body", fill: "add `requestBody` if there is one", ...(api.types[0] !== undefined && { place: api.types[0].place }) });
  return [...types].map(([name, type]) => {
    const pointer = child(schemasPointer, name);
    if (byElimination.has(name)) note({ mark: "inferred", pointer, keywords: [], reason: `the table has no name; ${name} is the only type that is referred to and has no table`, fill: "correct the name", place: type.place });
    return [name, describeType(type, pointer, { note, componentOf, sample: typeSamples.get(name) })] as const;
  });
};

const isOneScheme = (requirement: SourceValue): boolean => Array.isArray(requirement) && requirement.every((one) => isSourceObject(one) && one.size < 2);

const describePaths = (api: DocumentedApi, context: EndpointContext, requirementOf: (endpoint: DocumentedApi["endpoints"][number]) => SourceValue | undefined): SourceObject => {
  const paths = new Map<string, SourceObject>();
  for (const endpoint of api.endpoints) {
    const { path, method } = endpoint;
    const pointer = child("/paths", path.value, method.value);
    const operation = describeEndpoint(endpoint, pointer, context);
    const requirement = requirementOf(endpoint);
    if (requirement !== undefined && !isOneScheme(requirement)) {
      const reason = endpoint.security.length > 0 ? "several schemes are listed in one line, and read as needed together" : "a sample sends all of these together";
      context.note({ mark: "inferred", pointer, keywords: ["security"], reason, fill: "write one requirement for each if one of them is enough", place: (endpoint.security[0] ?? endpoint.headers[0] ?? path).place });
    }
    if (requirement === undefined) context.note({ mark: "unknown", pointer, keywords: ["security"], reason: "how the caller authenticates is not documented", fill: "add `security` and its schemes, or `security: []`", place: path.place });
    const secured = requirement === undefined ? operation : new Map<string, SourceValue>([...operation, ["security", requirement]]);
    paths.set(path.value, new Map<string, SourceValue>([...(paths.get(path.value) ?? []), [method.value, secured]]));
  }
  return paths;
};

const referencesMissing = ({ types: { types }, api, note }: Describing): void => {
  const missing = typeReferences(api.types).filter((name) => !types.has(name));
  if (missing.length > 0) note({ mark: "unknown", pointer: "", keywords: ["components"], reason: `types that are referred to and not described: ${missing.slice(0, 20).join(", ")}`, fill: "add them to `components/schemas`" });
};

const createFreeId = (): ((name: string) => string) => {
  const taken = new Set<string>();
  return (name) => {
    const free = freeName(name, taken);
    taken.add(free);
    return free;
  };
};

/** The description that a documentation amounts to. What it leaves open is noted, `name` stands in for a title. */
export const describeApi = (api: DocumentedApi, name: string, note: Note): SourceObject => {
  const describing = createDescribing(api, note);
  const filters = filtersOf(api);
  const sets = filterSets(filters);
  const info = describeInfo(api, name, note);
  const servers = describeServers(api, note);
  const { schemes, requirementOf } = describeSecurity(api, note);
  const dialect = filters.length === 0 ? undefined : describeDialect(filters, sets, note);
  const paths = describePaths(api, { ...describing, sets, usual: api.usualMediaType, freeId: createFreeId() }, requirementOf);
  referencesMissing(describing);
  const schemas = new Map<string, SourceValue>([...describeBodies(describing), ...describeTypes(describing)]);
  const components = [
    ...(schemes.size === 0 ? [] : [["securitySchemes", schemes] as const]),
    ...(schemas.size === 0 ? [] : [["schemas", schemas] as const]),
  ];
  for (const { value, place } of api.unread)
    note({ mark: "unknown", pointer: "", keywords: [], reason: `a text that was not read: ${JSON.stringify(value.slice(0, 200))}`, fill: "see what it says of the API", place });
  return new Map<string, SourceValue>([
    ["openapi", "3.1.0"],
    ["info", info],
    ...(servers.length === 0 ? [] : [["servers", servers] as const]),
    ...(dialect === undefined ? [] : [["x-filter-dialect", dialect] as const]),
    ["paths", paths],
    ...(components.length === 0 ? [] : [["components", new Map<string, SourceValue>(components)] as const]),
  ]);
};
