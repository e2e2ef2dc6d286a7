import type { DocumentedApi, DocumentedBody, DocumentedEndpoint, DocumentedField, DocumentedParameter, DocumentedResponse, Said } from "../documented-api.js";
import { cutAt, type Excerpt, groupOf, type Marked, part, placeOf, said, trimmed } from "../read/excerpt.js";
import { readFieldProse } from "../read/field-prose.js";
import { readTypeNotation } from "../read/type-notation.js";
import { type DocumentationForm, firstMatch } from "./form.js";

/** # Title Endpoint: POST /path */
const page = /(?<=^|\s)# ([^\n#`]{1,200}?)\s{1,20}Endpoint:\s{1,20}(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s{1,20}(\/\S{0,1000})/dg;

/** ## Request fields (application/json): */
const section =
  /(?<=^|\s)## (?:(?<request>Request) (?:fields|body)|Response (?<status>[1-5]\d\d|[1-5]XX|default) (?:fields|body)|(?<in>Path|Query|Header|Cookie) parameters)(?: \((?<media>[\w.+*-]{1,100}\/[\w.+*-]{1,100})\))?:?(?=\s|$)/dg;

/** - `name` (type) */
const field = /(?<=^|\s)- `([^`\n]{1,256})`(?: \(((?:[^()\n]|\([^()\n]{0,64}\)){0,256})\))?/dg;

const label = /(?<=^|\s)(Version|Security):/dg;

/** "post.url" ~> ["post", "url"]; "items[].id" ~> ["items", "id"] */
const pathOf = (name: string): readonly string[] => name.split(".").map((key) => key.replace(/\[\]$/, "")).filter((key) => key !== "");

const readField = ({ match, mark, after }: Marked): DocumentedField => {
  const { shape, required, readOnly, writeOnly } = readTypeNotation(match[2] ?? "");
  return { path: pathOf(match[1] ?? ""), place: placeOf(mark), type: shape, required, readOnly, writeOnly, ...readFieldProse(after) };
};

const readFields = (text: Excerpt): { readonly fields: readonly DocumentedField[]; readonly before: Excerpt } => {
  const { before, marks } = cutAt(text, field);
  return { fields: marks.map(readField), before: trimmed(before) };
};

const bodyOf = ({ match, mark }: Marked, fields: readonly DocumentedField[]): DocumentedBody => {
  const span = match.indices?.groups?.["media"];
  const media = span === undefined ? [] : [said(part(mark, span[0] - match.index, span[1] - match.index))];
  return { place: placeOf(mark), mediaTypes: media, fields, sentences: [] };
};

interface Sections {
  readonly parameters: readonly DocumentedParameter[];
  readonly request?: DocumentedBody;
  readonly responses: readonly DocumentedResponse[];
  readonly unread: readonly Said<string>[];
}

const places = { Path: "path", Query: "query", Header: "header", Cookie: "cookie" } as const;

const isPlace = (text: string): text is keyof typeof places => Object.hasOwn(places, text);

const readSections = (marks: readonly Marked[]): Sections => {
  const parameters: DocumentedParameter[] = [];
  const responses: DocumentedResponse[] = [];
  const unread: Said<string>[] = [];
  let request: DocumentedBody | undefined;
  for (const marked of marks) {
    const { fields, before } = readFields(marked.after);
    const { status, in: where } = marked.match.groups ?? {};
    if (before.text !== "") unread.push(said(before));
    if (where !== undefined && isPlace(where)) parameters.push(...fields.map((one) => ({ ...one, in: places[where] })));
    else if (status !== undefined) responses.push({ ...bodyOf(marked, fields), status: { value: status, place: placeOf(marked.mark) } });
    else request = bodyOf(marked, fields);
  }
  return { parameters, responses, unread, ...(request !== undefined && { request }) };
};

/** "a, b" ~> the two names, each with its place */
const readNames = (text: Excerpt): readonly Said<string>[] =>
  [...text.text.matchAll(/[A-Za-z_][\w-]{0,100}/dg)].map((match) => said(part(text, match.index, match.index + match[0].length)));

interface Head {
  readonly version?: Said<string>;
  readonly security: readonly Said<string>[];
  readonly unread: readonly Said<string>[];
}

const readHead = (text: Excerpt): Head => {
  const { before, marks } = cutAt(text, label);
  const value = (name: string): Excerpt | undefined => {
    const found = marks.find(({ match }) => match[1] === name);
    return found === undefined ? undefined : trimmed(found.after);
  };
  const version = value("Version");
  const security = value("Security");
  const rest = trimmed(before);
  return {
    ...(version !== undefined && version.text !== "" && { version: said(version) }),
    security: security === undefined ? [] : readNames(security),
    unread: rest.text === "" ? [] : [said(rest)],
  };
};

interface Page {
  readonly endpoint: DocumentedEndpoint;
  readonly version?: Said<string>;
  readonly unread: readonly Said<string>[];
}

const readPage = (marked: Marked): Page => {
  const { after } = marked;
  const { before, marks } = cutAt(after, section);
  const head = readHead(before);
  const { parameters, request, responses, unread } = readSections(marks);
  const method = said(groupOf(marked, 2));
  return {
    ...(head.version !== undefined && { version: head.version }),
    unread: [...head.unread, ...unread],
    endpoint: {
      method: { ...method, value: method.value.toLowerCase() },
      path: said(groupOf(marked, 3)),
      summary: said(groupOf(marked, 1)),
      servers: [],
      security: head.security,
      headers: [],
      query: [],
      parameters,
      sentences: [],
      filters: [],
      roles: [],
      permissions: [],
      ...(request !== undefined && { request }),
      responses,
    },
  };
};

const read = (text: Excerpt): DocumentedApi => {
  const { before, marks } = cutAt(text, page);
  const pages = marks.map(readPage);
  const version = pages.find((one) => one.version !== undefined)?.version;
  const rest = trimmed(before);
  return {
    ...(version !== undefined && { version }),
    endpoints: pages.map(({ endpoint }) => endpoint),
    types: [],
    unread: [...(rest.text === "" ? [] : [said(rest)]), ...pages.flatMap(({ unread }) => unread)],
  };
};

/**
 * A page per operation in Markdown: title, endpoint, version and security, then lists of fields as
 * "- `name` (type, required) text", on lines of their own or all on one.
 */
export const fieldList: DocumentationForm = {
  name: "field-list",
  title: "lists of fields in Markdown",
  recognises: (text) => firstMatch(text, /(?:^|\s)# [^\n#`]{1,200}?\s{1,20}Endpoint:\s{1,20}[A-Z]{3,7}\s{1,20}\/\S{0,1000}/),
  read,
};
