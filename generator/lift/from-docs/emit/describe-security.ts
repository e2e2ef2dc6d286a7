import type { Place } from "../../../diagnostics/place.js";
import { child, type Pointer } from "../../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../../source/value.js";
import type { DocumentedApi, DocumentedEndpoint, Said, SampleText } from "../documented-api.js";
import type { Note } from "../gap.js";

export interface Security {
  /** Schemes by name. */
  readonly schemes: SourceObject;
  /** What an operation needs; undefined where nothing is said. */
  readonly requirementOf: (endpoint: DocumentedEndpoint) => SourceValue | undefined;
}

/** Credentials in samples are placeholders that say what they stand for. */
const isSecret = ({ name, value }: SampleText): boolean =>
  name.toLowerCase() === "authorization" || /your[_ -]|api[_ -]?key|token|secret|credential/i.test(value);

const securityHeaders = ({ headers }: DocumentedEndpoint): readonly Said<SampleText>[] => headers.filter(({ value }) => isSecret(value));

/** Headers of a sample that are no credentials. */
export const plainHeaders = ({ headers }: DocumentedEndpoint): readonly Said<SampleText>[] => headers.filter(({ value }) => !isSecret(value));

const unique = <Item>(items: readonly Said<Item>[], keyOf: (item: Item) => string): readonly Said<Item>[] => [
  ...new Map(items.toReversed().map((item) => [keyOf(item.value), item])).values(),
].reverse();

const words = (name: string): readonly string[] => name.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");

/** "X-ACME-KEY-ID" ~> ["acme", "key", "id"] */
const headerWords = ({ value }: Said<SampleText>): readonly string[] => words(value.name.replace(/^x-/i, ""));

/** The one header whose name ends in the name of the scheme. */
const headerOf = (scheme: Said<string>, headers: readonly Said<SampleText>[]): Said<SampleText> | undefined => {
  const own = words(scheme.value).join(" ");
  const found = headers.filter((header) => ` ${headerWords(header).join(" ")}`.endsWith(` ${own}`));
  return found.length === 1 ? found[0] : undefined;
};

interface Pairing {
  readonly scheme: string;
  readonly header: Said<SampleText> | undefined;
  readonly reason: string;
  readonly place: Place;
}

/** Schemes belong to the headers of the same name, and if one of each is left over, they belong together. */
const pair = (schemes: readonly Said<string>[], headers: readonly Said<SampleText>[]): readonly Pairing[] => {
  const found = new Map(schemes.map((scheme) => [scheme, headerOf(scheme, headers)]));
  // two schemes with one header leave open which of them it is
  const named = new Map([...found].map(([scheme, header]) => [scheme, [...found.values()].filter((one) => one === header).length === 1 ? header : undefined]));
  const open = schemes.filter((scheme) => named.get(scheme) === undefined);
  const free = headers.filter((header) => ![...named.values()].includes(header));
  const [last] = open.length === 1 && free.length === 1 ? free : [];
  return schemes.map((scheme) => {
    const header = named.get(scheme) ?? last;
    const reason = header === last ? "a sample sends the header; it and the scheme are the only ones left over" : "a sample sends the header, which has the name of the scheme";
    return { scheme: scheme.value, header, reason, place: header?.place ?? scheme.place };
  });
};

const ofHeaders = (headers: readonly Said<SampleText>[]): readonly Pairing[] =>
  headers.map((header) => ({
    scheme: headerWords(header).join("_") || "key",
    header,
    place: header.place,
    reason: "a sample sends the header with a placeholder for a secret; the name of the scheme is made of it",
  }));

const authorization = /^(bearer|basic|digest)(?=\s|$)/i;

const schemeOf = ({ scheme, header, reason, place }: Pairing, pointer: Pointer, note: Note): SourceObject => {
  const http = header?.value.name.toLowerCase() === "authorization" ? authorization.exec(header.value.value)?.[1]?.toLowerCase() : undefined;
  if (http !== undefined) {
    note({ mark: "inferred", pointer, keywords: ["type", "scheme"], reason, fill: "correct the scheme", place });
    return new Map([["type", "http"], ["scheme", http]]);
  }
  if (header !== undefined) note({ mark: "inferred", pointer, keywords: ["type", "in", "name"], reason, fill: "correct `type`, `in` and `name`", place });
  else note({ mark: "unknown", pointer, keywords: ["type", "in", "name"], reason: "only the name of the scheme is documented; a header of that name is a placeholder", fill: "write the true `type`, `in` and `name`", place });
  return new Map([["type", "apiKey"], ["in", "header"], ["name", header?.value.name ?? scheme]]);
};

const schemesPointer = "/components/securitySchemes";

const isName = (name: string): boolean => /^[\w.-]{1,100}$/.test(name);

/** The schemes of all operations, and what each operation needs of them: all that it names, or all that its sample sends. */
export const describeSecurity = (api: DocumentedApi, note: Note): Security => {
  const names = unique(api.endpoints.flatMap(({ security }) => security), (name) => name);
  const headers = unique(api.endpoints.flatMap(securityHeaders), ({ name }) => name.toLowerCase());
  const pairings = (names.length > 0 ? pair(names, headers) : ofHeaders(headers)).filter(({ scheme }) => isName(scheme));
  const schemes = new Map(pairings.map((pairing) => [pairing.scheme, schemeOf(pairing, child(schemesPointer, pairing.scheme), note)]));
  const requirementOf = (endpoint: DocumentedEndpoint): SourceValue | undefined => {
    const sent = new Set(securityHeaders(endpoint).map(({ value }) => value.name.toLowerCase()));
    const own = endpoint.security.map(({ value }) => value);
    const needed = own.length > 0 ? own : pairings.filter(({ header }) => header !== undefined && sent.has(header.value.name.toLowerCase())).map(({ scheme }) => scheme);
    return needed.length === 0 ? undefined : [new Map(needed.filter((name) => schemes.has(name)).map((name) => [name, []]))];
  };
  return { schemes, requirementOf };
};
