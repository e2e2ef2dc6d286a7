import type { DocumentedApi, DocumentedBody, DocumentedEndpoint, DocumentedResponse, Said } from "../documented-api.js";
import { readCurl, readUrl, type CurlSample } from "../read/curl.js";
import { cutAt, type Excerpt, part, placeOf, said, trimmed } from "../read/excerpt.js";
import { readStatements } from "../read/field-prose.js";
import { readSampleJson, type SampleJson } from "../read/sample-json.js";
import { type DocumentationForm, firstMatch } from "./form.js";

/** The line above the tabs of the samples, which repeats the URL: "- https://api.example.com/users/ - curl". */
const tabs = /(?<=^|\s)- (https?:\/\/[^\s'"<>]{1,1000})\s{1,20}- curl(?=\s|$)/dg;

/** Names of the tabs. */
const tabNames = /(?<=^|\s)- (?:curl|JavaScript|Node\.js|Python|Java|C#|PHP|Go|Ruby|R|Payload|Shell|TypeScript|Kotlin|Swift)(?=\s|$)/g;

const command = /(?<=^|\s)curl(?=\s)/g;

/** Where a sample of JSON may begin: at the first of a line, or behind a space. */
const json = /(?<=^|\s)[[{](?=\s*["[{\]}\d\u2026tfn-])/g;

const titleForm = /(?<=^|\s)([A-Z][^\n()|]{0,80}?) \((\d{1,4}(?:\.\d{1,4}){1,3}(?:-[\w.]{1,30})?)\)(?=\s|$)/d;

interface Sample {
  readonly json: SampleJson;
  readonly excerpt: Excerpt;
}

/** The first JSON of a text. Brackets that are none are passed over, and not for ever. */
const firstSample = (text: Excerpt): Sample | undefined => {
  for (const match of [...text.text.matchAll(json)].slice(0, 100)) {
    const found = readSampleJson(text.text, match.index);
    if (found !== undefined) return { json: found, excerpt: part(text, match.index, found.end) };
  }
  return undefined;
};

interface Asked {
  readonly curl: CurlSample;
  readonly rest: Excerpt;
}

/** The command of a section, which ends where its words do. */
const askedIn = (text: Excerpt): Asked | undefined => {
  command.lastIndex = 0;
  const match = command.exec(text.text);
  if (match === null) return undefined;
  const own = part(text, match.index);
  const curl = readCurl(own);
  return { curl, rest: part(own, curl.end) };
};

interface Answer {
  readonly response: DocumentedResponse | undefined;
  /** What is said before the next sample, and so of the next operation. */
  readonly next: Excerpt;
  readonly unread: readonly Said<string>[];
}

const captionOf = (text: Excerpt): Said<string> | undefined => {
  const line = trimmed(part(text, 0, /\n/.exec(text.text.trimStart()) === null ? undefined : text.text.indexOf("\n", text.text.search(/\S/))));
  return line.text === "" || line.text.length > 200 ? undefined : said(line);
};

const statusIn = (caption: Said<string> | undefined): Said<string> | undefined => {
  const status = /^([1-5]\d\d)(?=\s|$)/.exec(caption?.value ?? "")?.[1];
  return caption === undefined || status === undefined ? undefined : { value: status, place: caption.place };
};

/** What stands behind a command: a caption, sentences about the fields of the answer, and a sample of it. */
const readAnswer = (text: Excerpt): Answer => {
  const sample = firstSample(text);
  const described = sample === undefined ? text : part(text, 0, sample.excerpt.start - text.start);
  const { before, sentences } = readStatements(described);
  const caption = captionOf(before);
  const next = sample === undefined ? part(text, text.text.length) : part(text, sample.excerpt.start - text.start + sample.excerpt.text.length);
  if (caption === undefined && sample === undefined) return { response: undefined, next: text, unread: [] };
  const status = statusIn(caption);
  const response: DocumentedResponse = {
    place: caption?.place ?? placeOf(text),
    ...(status !== undefined && { status }),
    ...(caption !== undefined && { caption }),
    mediaTypes: [],
    fields: [],
    sentences,
    ...(sample !== undefined && { sample: { value: sample.json.value, place: placeOf(sample.excerpt) } }),
  };
  const rest = caption === undefined ? trimmed(before) : trimmed(part(before, caption.place.end.offset - before.start));
  return { response, next, unread: rest.text === "" ? [] : [said(rest)] };
};

const isContentType = ({ value }: { readonly value: { readonly name: string } }): boolean => value.name.toLowerCase() === "content-type";

const plainHeaders: ReadonlySet<string> = new Set(["accept", "content-length", "content-type", "host"]);

const bodyOf = ({ headers, body, method }: CurlSample): DocumentedBody | undefined => {
  const types = headers.filter(isContentType).map(({ value, place }) => ({ value: value.value, place }));
  const place = body?.place ?? types[0]?.place;
  if (place === undefined || method?.value === "get") return undefined;
  const sample = body === undefined ? undefined : readSampleJson(body.value, 0);
  return {
    place,
    mediaTypes: types,
    fields: [],
    sentences: [],
    ...(sample !== undefined && body !== undefined && { sample: { value: sample.value, place: body.place } }),
  };
};

interface Operation {
  readonly endpoint: DocumentedEndpoint;
  readonly next: Excerpt;
  readonly unread: readonly Said<string>[];
}

/** The URL of the command says more than that above the tabs, which is there in any case. */
const readOperation = (before: Excerpt, shown: Excerpt, section: Excerpt): Operation | undefined => {
  const asked = askedIn(section);
  const curlUrl = asked?.curl.url;
  const url = (curlUrl === undefined ? undefined : readUrl({ ...shown, text: curlUrl.value, start: curlUrl.place.start.offset })) ?? readUrl(shown);
  if (asked === undefined || url === undefined) return undefined;
  const { curl, rest } = asked;
  const statements = readStatements(before);
  const answer = readAnswer(rest);
  const request = bodyOf(curl);
  const endpoint: DocumentedEndpoint = {
    method: curl.method ?? { value: "get", place: url.path.place },
    path: url.path,
    servers: [url.server],
    security: [],
    headers: curl.headers.filter(({ value }) => !plainHeaders.has(value.name.toLowerCase())),
    query: url.query,
    parameters: [],
    sentences: statements.sentences,
    filters: statements.filters,
    roles: [],
    permissions: [],
    ...(request !== undefined && { request }),
    responses: answer.response === undefined ? [] : [answer.response],
  };
  return { endpoint, next: answer.next, unread: [...unreadIn(statements.before), ...statements.gluedEnums, ...answer.unread] };
};

/** What is left of a text without the names of tabs and the paths of a navigation. */
const unreadIn = (text: Excerpt): readonly Said<string>[] => {
  const blank = text.text.replaceAll(tabNames, (match) => match.replaceAll(/[^\n]/g, "\0"));
  return [...blank.matchAll(/[^\0\n]+/g)]
    .map((match) => trimmed(part(text, match.index, match.index + match[0].length)))
    .filter((piece) => piece.text !== "")
    .map(said);
};

interface Head {
  readonly title?: Said<string>;
  readonly version?: Said<string>;
  readonly description?: Said<string>;
  /** What stands behind the head. */
  readonly rest: Excerpt;
  readonly unread: readonly Said<string>[];
}

/** What stands in front of the first statement: an introduction, paths of a navigation, and the title with the version. */
const readHead = (text: Excerpt): Head => {
  const { before } = readStatements(text);
  const rest = part(text, before.text.length);
  const { before: introduction, marks: paths } = cutAt(before, /(?<=^|\s)- \/\S{0,1000}/dg);
  const pieces = [introduction, ...paths.map(({ after }) => after)];
  const titled = pieces.findLast((piece) => titleForm.test(piece.text));
  const match = titled === undefined ? null : titleForm.exec(titled.text);
  if (titled === undefined || match === null) return { rest, unread: pieces.flatMap(unreadIn) };
  const span = (index: number): Excerpt => part(titled, ...(match.indices?.[index] ?? [0, 0]));
  const left = [...pieces.filter((piece) => piece !== titled && piece !== introduction), part(titled, match.index + match[0].length)];
  const description = trimmed(titled === introduction ? part(titled, 0, match.index) : introduction);
  const inFront = titled === introduction ? [] : [part(titled, 0, match.index)];
  return {
    title: said(span(1)),
    version: said(span(2)),
    ...(description.text !== "" && { description: said(description) }),
    rest,
    unread: [...left, ...inFront].flatMap(unreadIn),
  };
};

const read = (text: Excerpt): DocumentedApi => {
  const { before, marks } = cutAt(text, tabs);
  const { rest, unread: unreadHead, ...head } = readHead(before);
  const endpoints: DocumentedEndpoint[] = [];
  const unread: Said<string>[] = [...unreadHead];
  let previous = rest;
  for (const { match, mark, after } of marks) {
    const [from, to] = match.indices?.[1] ?? [match.index, match.index];
    const operation = readOperation(previous, part(mark, from - match.index, to - match.index), after);
    if (operation === undefined) {
      unread.push(said(mark));
      previous = after;
    } else {
      endpoints.push(operation.endpoint);
      unread.push(...operation.unread);
      previous = operation.next;
    }
  }
  return { ...head, endpoints, types: [], unread: [...unread, ...unreadIn(trimmed(previous))] };
};

/**
 * The text of a reference page with samples, as Redocly's portal has it: no names of parameters and fields, but what is said of
 * them in their order, then a sample request, a caption and a sample answer.
 */
export const referencePage: DocumentationForm = {
  name: "reference-page",
  title: "the text of a reference page with samples",
  recognises: (text) => firstMatch(text, new RegExp(tabs.source, "g")),
  read,
};
