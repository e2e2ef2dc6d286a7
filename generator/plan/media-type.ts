import type { MediaType } from "../model/contract.js";

/** `application/json`, `application/problem+json`, `text/json`; parameters do not matter (RFC 6839 §3.1). */
export const isJson = ({ mediaType }: MediaType): boolean => /^[^;]+\/(?:[^;]+\+)?json\s*(?:;|$)/i.test(mediaType);

/** `application/jsonl`, `text/jsonl`, `application/x-ndjson`: a value on each line. */
export const isJsonLines = ({ mediaType }: MediaType): boolean => /^[^;]+\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)\s*(?:;|$)/i.test(mediaType);

/** What is read and written as JSON: as one text, or else in lines. */
export const jsonContent = (content: readonly MediaType[]): MediaType | undefined => content.find(isJson) ?? content.find(isJsonLines);

export const isMultipart = ({ mediaType }: MediaType): boolean => /^multipart\//i.test(mediaType);

export const isUrlEncoded = ({ mediaType }: MediaType): boolean => /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(mediaType);
