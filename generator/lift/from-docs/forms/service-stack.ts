import type { DocumentedApi, DocumentedBody, DocumentedEndpoint, DocumentedResponse, DocumentedRow, DocumentedType, Said, SampleText } from "../documented-api.js";
import { readDotNetType } from "../read/dot-net-type.js";
import { cutAt, type Excerpt, groupOf, type Marked, part, placeOf, said, trimmed } from "../read/excerpt.js";
import { readSampleJson } from "../read/sample-json.js";
import { type DocumentationForm, firstMatch } from "./form.js";

/** Name | Parameter | Data Type | Required | Description |, with the line below it */
const header = /(?<=^|\s|\|)Name ?\| ?Parameter ?\| ?Data Type ?\| ?Required ?\| ?Description ?\|?(?:\s*(?:---\|){1,6}(?:---)?)?/dg;

/** POST /path HTTP/1.1, or HTTP/1.1 200 OK */
const http = /(?<=^|\s)(?:(?<method>GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD) (?<target>\/\S{0,1000}) HTTP\/[12](?:\.[01])?|HTTP\/[12](?:\.[01])? (?<status>[1-5]\d\d)(?: (?![\w-]{1,60}:)[A-Za-z-]{1,30}){0,5})/dg;

/** POST | /path | */
const route = /(?<=^|\s|\|)(GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD) ?\| ?(\/[^\s|]{0,1000})(?: ?\|)?/dg;

/** Required role: | Admin | */
const needs = /(?<=^|\s|\|)Required (roles?|permissions?): ?\| ?([^|\n]{1,500})\|?/dg;

const httpHeader = /\s*([A-Za-z][A-Za-z-]{0,60}): *([^\s[{]{1,200}(?: (?![\w-]{1,60}:)[^\s:[{]{1,200}){0,10})/y;

/** Sentences that every page of this kind has, and that say nothing of one API. */
const boilerplate =
  /To override the Content-type in your clients, use the HTTP Accept Header, append the \S{1,40} suffix or \?format=\S{1,40}|The following are sample HTTP requests and responses\.|The placeholders shown need to be replaced with actual values\.|(?<=^|\s|\|)[-|]{3,}(?=\s|$)/g;

interface Cell {
  readonly excerpt: Excerpt;
  /** A line begins with it. */
  readonly isFirst: boolean;
}

const cellsOf = (table: Excerpt): readonly Cell[] => {
  const cells: Cell[] = [];
  let isFirst = true;
  for (const match of table.text.matchAll(/([^|\n]*)([|\n]|$)/g)) {
    cells.push({ excerpt: trimmed(part(table, match.index, match.index + (match[1] ?? "").length)), isFirst });
    isFirst = match[2] === "\n";
  }
  return cells;
};

const kinds: ReadonlySet<string> = new Set(["body", "cookie", "form", "formData", "header", "model", "path", "query"]);

const isAnswer = (cell: Cell | undefined): boolean => cell?.excerpt.text === "Yes" || cell?.excerpt.text === "No";

interface Row {
  readonly row: DocumentedRow;
  /** The cells of it, the last one is its description. */
  readonly from: number;
  readonly to: number;
}

/** A row by the cells that all rows have: where the value stands, its type, and whether it is required. */
const rowAt = (cells: readonly Cell[], index: number, after: number): Row | undefined => {
  const [kind, type, required, description] = [cells[index], cells[index + 1], cells[index + 2], cells[index + 3]];
  if (kind === undefined || type === undefined || !kinds.has(kind.excerpt.text) || !isAnswer(required)) return undefined;
  const before = index - 1 > after && !kind.isFirst ? cells[index - 1] : undefined;
  const name = before !== undefined && /^[A-Za-z_]\w{0,100}$/.test(before.excerpt.text) ? before.excerpt : undefined;
  const text = description === undefined || description.isFirst ? "" : description.excerpt.text;
  const row = {
    ...(name !== undefined && { name: name.text }),
    place: placeOf(name ?? kind.excerpt),
    kind: kind.excerpt.text,
    type: readDotNetType(type.excerpt.text),
    required: required?.excerpt.text === "Yes",
    ...(text !== "" && { description: text.replaceAll(/\s+/g, " ") }),
  };
  return { row, from: name === undefined ? index : index - 1, to: text === "" ? index + 2 : index + 3 };
};

interface Table {
  readonly type: DocumentedType;
  /** What stands behind the last row. */
  readonly rest: Excerpt;
  readonly unread: readonly Said<string>[];
}

const readTable = ({ mark, after }: Marked, name: Said<string> | undefined): Table => {
  const cells = cellsOf(after);
  const rows: Row[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const found = rowAt(cells, index, rows.at(-1)?.to ?? -1);
    if (found !== undefined) {
      rows.push(found);
      index = found.to;
    }
  }
  const last = rows.at(-1);
  const covered = new Set(rows.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step)));
  const between = cells.slice(0, (last?.to ?? -1) + 1).filter(({ excerpt }, index) => excerpt.text !== "" && !covered.has(index));
  const end = last === undefined ? 0 : cells[last.to]?.excerpt;
  const rest = end === undefined || end === 0 ? after : part(after, end.start - after.start + end.text.length);
  return {
    type: {
      ...(name !== undefined && { name }),
      place: placeOf(mark),
      rows: rows.map(({ row }) => row),
      kinds: [...new Set(rows.map(({ row }) => row.kind))],
    },
    rest,
    unread: between.map(({ excerpt }) => said(excerpt)),
  };
};

/** The name of a type right in front of its table: "Account Parameters:", or the name on a line of its own. */
const headingBefore = (text: Excerpt): Excerpt | undefined => {
  const tail = part(text, Math.max(0, text.text.length - 200));
  const match = /(?:^|\n|\| |\|)[ \t#*]*([A-Z]\w{0,100})(?: (?:Parameters|Properties|Fields))?:?[ \t*]*\s*$/d.exec(tail.text);
  const span = match?.indices?.[1];
  return span === undefined ? undefined : part(tail, span[0], span[1]);
};

interface Exchange {
  readonly mark: Marked;
  readonly headers: readonly Said<SampleText>[];
  readonly body: DocumentedBody["sample"];
  readonly rest: Excerpt;
}

const readExchange = (mark: Marked): Exchange => {
  const { after } = mark;
  const headers: Said<SampleText>[] = [];
  let at = 0;
  for (;;) {
    httpHeader.lastIndex = at;
    const match = httpHeader.exec(after.text);
    if (match === null || headers.length >= 50) break;
    const excerpt = trimmed(part(after, at, httpHeader.lastIndex));
    headers.push({ value: { name: match[1] ?? "", value: match[2] ?? "" }, place: placeOf(excerpt) });
    at = httpHeader.lastIndex;
  }
  while (/\s/.test(after.text.charAt(at))) at += 1;
  const json = /[[{]/.test(after.text.charAt(at)) ? readSampleJson(after.text, at) : undefined;
  if (json === undefined) return { mark, headers, body: undefined, rest: part(after, at) };
  return { mark, headers, body: { value: json.value, place: placeOf(part(after, at, json.end)) }, rest: part(after, json.end) };
};

const headerNamed = (exchange: Exchange | undefined, name: string): readonly Said<string>[] =>
  (exchange?.headers ?? []).filter(({ value }) => value.name.toLowerCase() === name).map(({ value, place }) => ({ value: value.value, place }));

/** Headers that every request has, and that say nothing of who sends it. */
const plainHeaders: ReadonlySet<string> = new Set(["accept", "content-length", "content-type", "host"]);

const sampleOf = (exchange: Exchange): Omit<DocumentedBody, "type"> => ({
  place: placeOf(exchange.mark.mark),
  mediaTypes: headerNamed(exchange, "content-type").map(({ value, place }) => ({ value: value.replace(/;.*$/, ""), place })),
  fields: [],
  sentences: [],
  ...(exchange.body !== undefined && { sample: exchange.body }),
});

const isMediaType = ({ value }: Said<string>): boolean => /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(value);

const responseOf = (exchange: Exchange): DocumentedResponse => {
  const body = sampleOf(exchange);
  const status = exchange.mark.match.groups?.["status"] ?? "200";
  return { ...body, mediaTypes: body.mediaTypes.filter(isMediaType), status: { value: status, place: body.place } };
};

const requestOf = (exchange: Exchange | undefined, tables: readonly DocumentedType[]): DocumentedBody | undefined => {
  const table = tables.find((one) => one.kinds.includes("body"));
  if (exchange?.body === undefined && table === undefined) return undefined;
  if (exchange === undefined) return table === undefined ? undefined : { place: table.place, mediaTypes: [], fields: [], sentences: [] };
  const body = sampleOf(exchange);
  return { ...body, mediaTypes: body.mediaTypes.filter(isMediaType) };
};

const hostsOf = (exchange: Exchange | undefined): readonly Said<string>[] =>
  headerNamed(exchange, "host").flatMap(({ value, place }) => (/^[\w.:-]{1,200}$/.test(value) ? [{ value: `https://${value}`, place }] : []));

const listed = (text: Excerpt): readonly Said<string>[] =>
  [...text.text.matchAll(/[^\s,][^,]*/g)].map((match) => said(trimmed(part(text, match.index, match.index + match[0].length))));

interface Metadata {
  readonly roles: readonly Said<string>[];
  readonly permissions: readonly Said<string>[];
  readonly routes: readonly Marked[];
  readonly unread: readonly Said<string>[];
}

/** What is left of a text when the matches of patterns are taken out. */
const leftOf = (text: Excerpt, patterns: readonly RegExp[]): readonly Said<string>[] => {
  const blank = patterns.reduce((left, pattern) => left.replaceAll(pattern, (match) => match.replaceAll(/[^\n]/g, "\0")), text.text);
  return [...blank.matchAll(/[^\0\n]+/g)]
    .map((match) => trimmed(part(text, match.index, match.index + match[0].length)))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.text))
    .map(said);
};

const readMetadata = (text: Excerpt): Metadata => {
  const listedUnder = (word: string): readonly Said<string>[] =>
    cutAt(text, needs).marks.flatMap((mark) => (mark.match[1]?.startsWith(word) === true ? listed(groupOf(mark, 2)) : []));
  return {
    roles: listedUnder("role"),
    permissions: listedUnder("permission"),
    routes: cutAt(text, route).marks,
    unread: leftOf(text, [needs, route, boilerplate]),
  };
};

interface Parts {
  readonly tables: readonly DocumentedType[];
  readonly texts: readonly Excerpt[];
  readonly exchanges: readonly Exchange[];
  readonly unread: readonly Said<string>[];
}

const withoutHeading = (text: Excerpt, heading: Excerpt | undefined): Excerpt => (heading === undefined ? text : part(text, 0, heading.start - text.start));

/** Takes tables and samples out of the text; what is left stands between them. */
const readParts = (text: Excerpt): Parts => {
  const { before: described, marks: samples } = cutAt(text, http);
  const exchanges = samples.map(readExchange);
  const { before, marks } = cutAt(described, header);
  const tables: DocumentedType[] = [];
  const unread: Said<string>[] = [];
  const texts: Excerpt[] = [];
  let previous = before;
  for (const mark of marks) {
    const heading = headingBefore(previous);
    texts.push(withoutHeading(previous, heading));
    const table = readTable(mark, heading === undefined ? undefined : said(heading));
    tables.push(table.type);
    unread.push(...table.unread);
    previous = table.rest;
  }
  return { tables, exchanges, unread, texts: [...texts, previous, ...exchanges.map(({ rest }) => rest)] };
};

const endpointOf = (route: Marked, { tables, exchanges }: Parts, metadata: Omit<Metadata, "unread">): DocumentedEndpoint => {
  const method = said(groupOf(route, 1));
  const asked = exchanges.find(({ mark }) => mark.match.groups?.["method"] === method.value);
  const request = requestOf(asked, tables);
  return {
    method: { ...method, value: method.value.toLowerCase() },
    path: said(groupOf(route, 2)),
    servers: hostsOf(asked),
    security: [],
    headers: (asked?.headers ?? []).filter(({ value }) => !plainHeaders.has(value.name.toLowerCase())),
    query: [],
    parameters: [],
    sentences: [],
    filters: [],
    roles: metadata.roles,
    permissions: metadata.permissions,
    ...(request !== undefined && { request }),
    responses: exchanges.filter(({ mark }) => mark.match.groups?.["status"] !== undefined).map(responseOf),
  };
};

const read = (text: Excerpt): DocumentedApi => {
  const parts = readParts(text);
  const all = parts.texts.map(readMetadata);
  const metadata = {
    roles: all.flatMap(({ roles }) => roles),
    permissions: all.flatMap(({ permissions }) => permissions),
    routes: all.flatMap(({ routes }) => routes),
  };
  return {
    endpoints: metadata.routes.map((one) => endpointOf(one, parts, metadata)),
    types: parts.tables,
    usualMediaType: { name: "application/json", reason: "ServiceStack offers JSON unless it is switched off; the page shows another format" },
    unread: [...parts.unread, ...all.flatMap(({ unread }) => unread)],
  };
};

/** A metadata page of ServiceStack: routes, tables of types, and a sample request with its answer. */
export const serviceStack: DocumentationForm = {
  name: "service-stack",
  title: "a metadata page of ServiceStack",
  recognises: (text) => firstMatch(text, new RegExp(header.source, "g")),
  read,
};
