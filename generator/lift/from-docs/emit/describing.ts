import { pascalCase } from "../../../plan/words.js";
import type { SourceValue } from "../../../source/value.js";
import type { DocumentedApi, DocumentedBody, DocumentedEndpoint, DocumentedType, Said } from "../documented-api.js";
import type { Note } from "../gap.js";
import { type NamedTypes, nameTypes, referencesIn } from "../infer/name-types.js";
import { sampleAt } from "../infer/sample-at.js";
import { wireRows } from "../infer/wire-rows.js";
import { freeName } from "../free-name.js";
import { nameable } from "../nameable.js";

/** What is known before the first part of a description is written. */
export interface Describing {
  readonly api: DocumentedApi;
  readonly note: Note;
  readonly types: NamedTypes;
  readonly typeSamples: ReadonlyMap<string, Said<SourceValue>>;
  /** Names of the components of bodies whose fields are listed. */
  readonly bodies: ReadonlyMap<DocumentedBody, string>;
  /** The component that has exactly these properties. */
  readonly componentFor: (keys: readonly string[]) => string | undefined;
  /** The samples of bodies that operations on a path have. */
  readonly samplesOf: (path: string) => readonly Said<SourceValue>[];
}

/** The thing that an endpoint is about: what its title quotes, or else the last word of its path that is none of the usual ones. */
export const entityOf = ({ summary, path }: DocumentedEndpoint): string => {
  const quoted = /['"\u2018\u201c]([^'"\u2018\u2019\u201c\u201d]{1,100})['"\u2019\u201d]/.exec(summary?.value ?? "")?.[1];
  const steps = path.value.split("/").filter((step) => step !== "" && !step.startsWith("{") && !["list", "batch", "bulk"].includes(step));
  return pascalCase(nameable(quoted ?? steps.at(-1) ?? ""));
};

/** A key for a set of names, in which no name can be taken for two. */
const setKey = (names: readonly string[]): string => JSON.stringify([...new Set(names)].sort());

const bodyNames = (endpoints: readonly DocumentedEndpoint[], taken: ReadonlySet<string>): ReadonlyMap<DocumentedBody, string> => {
  const names = new Map<DocumentedBody, string>();
  const all = new Set(taken);
  const byFields = new Map<string, string>();
  const claim = (body: DocumentedBody | undefined, name: string): void => {
    if (body === undefined || body.fields.length === 0) return;
    // the same fields in the same direction are the same thing
    const key = JSON.stringify([name, ...body.fields.map(({ path, type, required }) => [path, type.words, required])]);
    const free = byFields.get(key) ?? freeName(name, all);
    byFields.set(key, free);
    all.add(free);
    names.set(body, free);
  };
  for (const endpoint of endpoints) {
    claim(endpoint.request, `${entityOf(endpoint)}Write`);
    for (const response of endpoint.responses) claim(response, /^[45]/.test(response.status?.value ?? "") ? `${entityOf(endpoint)}Error` : `${entityOf(endpoint)}Read`);
  }
  return names;
};

const samplesByPath = ({ endpoints }: DocumentedApi): ReadonlyMap<string, readonly Said<SourceValue>[]> => {
  const samples = new Map<string, readonly Said<SourceValue>[]>();
  for (const { path, request, responses } of endpoints) {
    const own = [...responses, ...(request === undefined ? [] : [request])].flatMap(({ sample }) => sample ?? []);
    samples.set(path.value, [...(samples.get(path.value) ?? []), ...own]);
  }
  return samples;
};

/** The samples of types, by walking from the body of a request along its rows. */
const samplesByType = ({ request, types }: NamedTypes, { endpoints }: DocumentedApi): ReadonlyMap<string, Said<SourceValue>> => {
  const found = new Map<string, Said<SourceValue>>();
  const visit = (type: DocumentedType, sample: Said<SourceValue>): void => {
    for (const { row, wireName } of wireRows(type.rows, sample)) {
      const [name] = referencesIn(row.type);
      const inner = name === undefined ? undefined : types.get(name);
      const value = wireName === undefined ? undefined : sampleAt(sample.value, [wireName]);
      if (name === undefined || inner === undefined || value === undefined || found.has(name)) continue;
      found.set(name, { value, place: sample.place });
      visit(inner, { value, place: sample.place });
    }
  };
  const sample = endpoints.find(({ request: body }) => body?.sample !== undefined)?.request?.sample;
  if (request !== undefined && sample !== undefined) visit(request, sample);
  return found;
};

export const createDescribing = (api: DocumentedApi, note: Note): Describing => {
  const types = nameTypes(api.types);
  const bodies = bodyNames(api.endpoints, new Set(types.types.keys()));
  const byKeys = new Map<string, string>();
  const samples = samplesByPath(api);
  const typeSamples = samplesByType(types, api);
  for (const [name, { rows }] of types.types) byKeys.set(setKey(wireRows(rows, typeSamples.get(name)).flatMap(({ wireName }) => wireName ?? [])), name);
  for (const [{ fields }, name] of bodies) {
    const key = setKey(fields.flatMap(({ path: [first = ""] }) => [first]));
    // of two bodies with the same fields, the answer is what samples show, and it comes last
    byKeys.set(key, name);
  }
  return { api, note, types, typeSamples, bodies, componentFor: (keys) => byKeys.get(setKey(keys)), samplesOf: (path) => samples.get(path) ?? [] };
};

/** Whether a title says that an operation takes many at once. */
export const isBulk = ({ summary }: DocumentedEndpoint): boolean => /^[^A-Za-z]*(?:bulk|batch)(?![A-Za-z])/i.test(summary?.value ?? "");
