import type { MediaType, Operation } from "../model/contract.js";
import { isSuccess } from "../model/is-success.js";
import type { Schema } from "../model/schema.js";

const isAny = (mediaType: string): boolean => /^(?:\*|application)\/\*\s*(?:;|$)/i.test(mediaType);

/**
 * `application/json`, `application/problem+json`, `text/json`; parameters do not matter (RFC 6839 §3.1). Where any media type will
 * do, what has a schema is JSON, unless it is octets.
 */
export const isJson = ({ mediaType, schema }: MediaType): boolean =>
  /^[^;]+\/(?:[^;]+\+)?json\s*(?:;|$)/i.test(mediaType) || (isAny(mediaType) && schema !== undefined && schema.keywords.format?.name !== "binary");

/** Several media types at once: a request says which it is. */
export const isRange = ({ mediaType }: MediaType): boolean => mediaType.includes("*");

/** Of several kinds of JSON the plain one, else the first by name, what has a name of its own first: in which order they stand says nothing. */
export const jsonOf = (content: readonly MediaType[]): MediaType | undefined =>
  content.filter(isJson).reduce<MediaType | undefined>((best, one) => (best === undefined || jsonKey(one) < jsonKey(best) ? one : best), undefined);

const jsonKey = ({ mediaType }: MediaType): string => `${/^application\/json\s*(?:;|$)/i.test(mediaType) ? 0 : mediaType.includes("*") ? 2 : 1}${mediaType}`;

/** `application/jsonl`, `text/jsonl`, `application/x-ndjson`: a value on each line. */
export const isJsonLines = ({ mediaType }: MediaType): boolean => /^[^;]+\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)\s*(?:;|$)/i.test(mediaType);

/** `application/json-seq` (RFC 7464): each item behind a record separator. */
const isJsonSequence = ({ mediaType }: MediaType): boolean => /^[^;]+\/(?:[^;]+\+)?json-seq\s*(?:;|$)/i.test(mediaType);

/** Server-sent events. */
const isEventStream = ({ mediaType }: MediaType): boolean => /^text\/event-stream\s*(?:;|$)/i.test(mediaType);

/** How the items of a media type follow one another. */
export type Framing = "lines" | "sequence" | "events";

export const framingOf = (content: MediaType): Framing | undefined =>
  isJsonLines(content) ? "lines" : isJsonSequence(content) ? "sequence" : isEventStream(content) ? "events" : undefined;

/** The items that a success gives one after the other (OpenAPI 3.2 §4.14.1). */
export interface Sequence {
  readonly mediaType: string;
  readonly framing: Framing;
  readonly items: Schema;
}

export const sequenceOf = ({ responses }: Operation): Sequence | undefined => {
  const content = responses.filter(isSuccess).flatMap((response) => response.content);
  for (const one of content) {
    const framing = framingOf(one);
    if (one.itemSchema !== undefined && framing !== undefined) return { mediaType: one.mediaType, framing, items: one.itemSchema };
  }
  return undefined;
};

/** The schema of what is JSON as one text. */
export const jsonSchema = (content: readonly MediaType[]): Schema | undefined => jsonOf(content)?.schema;

/** What is read and written as JSON: as one text, or else in lines. */
export const jsonContent = (content: readonly MediaType[]): MediaType | undefined => jsonOf(content) ?? content.find(isJsonLines);

export const isMultipart = ({ mediaType }: MediaType): boolean => /^multipart\//i.test(mediaType);

export const isUrlEncoded = ({ mediaType }: MediaType): boolean => /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(mediaType);

/** What is read as a text, where it is no JSON. */
export const isText = ({ mediaType }: MediaType): boolean => /^text\/|\+?xml\b/i.test(mediaType);
