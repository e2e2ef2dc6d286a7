import type { DocumentedApi, DocumentedBody, DocumentedEndpoint } from "./documented-api.js";

const keyOf = ({ method, path }: DocumentedEndpoint): string => `${method.value} ${path.value}`;

/** One text may list fields where another shows a sample. */
const mergeBodies = <Body extends DocumentedBody>(first: Body, second: DocumentedBody | undefined): Body => {
  if (second === undefined) return first;
  const sample = first.sample ?? second.sample;
  return {
    ...first,
    fields: first.fields.length > 0 ? first.fields : second.fields,
    sentences: first.sentences.length > 0 ? first.sentences : second.sentences,
    mediaTypes: first.mediaTypes.length > 0 ? first.mediaTypes : second.mediaTypes,
    ...(sample !== undefined && { sample }),
  };
};

/** What several texts say of one operation; where they say the same twice, the first counts. */
const mergeEndpoints = (first: DocumentedEndpoint, second: DocumentedEndpoint): DocumentedEndpoint => {
  const summary = first.summary ?? second.summary;
  const request = first.request === undefined ? second.request : mergeBodies(first.request, second.request);
  const or = <Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] => (one.length > 0 ? one : other);
  const later = new Map(second.responses.map((response) => [response.status?.value, response]));
  const known = new Set(first.responses.map(({ status }) => status?.value));
  return {
    method: first.method,
    path: first.path,
    ...(summary !== undefined && { summary }),
    servers: [...first.servers, ...second.servers],
    security: or(first.security, second.security),
    headers: or(first.headers, second.headers),
    query: or(first.query, second.query),
    parameters: or(first.parameters, second.parameters),
    sentences: or(first.sentences, second.sentences),
    filters: or(first.filters, second.filters),
    roles: or(first.roles, second.roles),
    permissions: or(first.permissions, second.permissions),
    ...(request !== undefined && { request }),
    responses: [...first.responses.map((response) => mergeBodies(response, later.get(response.status?.value))), ...second.responses.filter(({ status }) => !known.has(status?.value))],
  };
};

/** Several texts on one API as one; of titles and the like, the first counts. */
export const mergeApis = (apis: readonly DocumentedApi[]): DocumentedApi => {
  const endpoints = new Map<string, DocumentedEndpoint>();
  for (const endpoint of apis.flatMap((api) => api.endpoints)) {
    const before = endpoints.get(keyOf(endpoint));
    endpoints.set(keyOf(endpoint), before === undefined ? endpoint : mergeEndpoints(before, endpoint));
  }
  const usual = apis.find(({ usualMediaType }) => usualMediaType !== undefined)?.usualMediaType;
  const [title] = apis.flatMap((api) => api.title ?? []);
  const [version] = apis.flatMap((api) => api.version ?? []);
  const [description] = apis.flatMap((api) => api.description ?? []);
  return {
    ...(title !== undefined && { title }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    endpoints: [...endpoints.values()],
    ...(usual !== undefined && { usualMediaType: usual }),
    types: apis.flatMap(({ types }) => types),
    unread: apis.flatMap(({ unread }) => unread),
  };
};
