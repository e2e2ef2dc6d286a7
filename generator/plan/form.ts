import type { MediaType, RequestBody } from "../model/contract.js";
import { layersOf } from "../model/layers.js";
import type { Schema } from "../model/schema.js";
import { isJson, isJsonLines, isMultipart, isRange, isUrlEncoded, jsonContent } from "./media-type.js";

/** A body with fields, which is sent as a form. */
export interface Form {
  readonly content: MediaType;
  readonly schema: Schema;
}

const hasFields = (schema: Schema): boolean =>
  layersOf(schema).some(({ keywords }) => keywords.properties !== undefined || keywords.additionalProperties !== undefined || keywords.type?.includes("object") === true);

/** The form that a body of one media type is. */
export const formIn = (content: MediaType): Form | undefined =>
  content.schema !== undefined && (isMultipart(content) || isUrlEncoded(content)) && hasFields(content.schema) ? { content, schema: content.schema } : undefined;

/** The form that a body is, where JSON is not taken as well: in several parts if it can be, since those hold files too. */
export const formOf = (body: RequestBody | undefined): Form | undefined => {
  const content = body === undefined || jsonContent(body.content) !== undefined ? [] : body.content;
  return [...content.filter(isMultipart), ...content.filter(isUrlEncoded)].flatMap((one) => formIn(one) ?? [])[0];
};

/** The body that is sent unless told otherwise: JSON where the operation takes it, or else a form, or else what stands first. */
export const firstBody = (body: RequestBody): MediaType | undefined => jsonContent(body.content) ?? formOf(body)?.content ?? body.content[0];

/** What a body can be instead, in document order; JSON Lines beside JSON are another way to write the same. */
export const otherBodies = (body: RequestBody): readonly MediaType[] => {
  const first = firstBody(body);
  const written = first !== undefined && isJson(first);
  return body.content.filter((content) => content !== first && !isRange(content) && !(written && isJsonLines(content)));
};

/** A text that JSON could carry. */
const isText = (mediaType: string): boolean => /^text\/|\b(?:json|xml)\b/i.test(mediaType);

const isFileLayer = ({ keywords: { format, type }, annotations: { contentMediaType, contentEncoding } }: Schema): boolean => {
  if (type !== undefined && !type.includes("string")) return false;
  if (format?.name === "binary") return true;
  return contentEncoding === undefined && contentMediaType !== undefined && !isText(contentMediaType);
};

/** Octets: `format: binary` of OpenAPI 3.0, `contentMediaType` without an encoding in 3.1 (§4.8.14.2). */
export const isFile = (schema: Schema): boolean => layersOf(schema).some(isFileLayer);

export const isFileList = (schema: Schema): boolean => layersOf(schema).some(({ keywords: { items } }) => items !== undefined && isFile(items));

/** The fields of a form, by name; of several schemas for one field the first that says that it is a file. */
export const fieldsOf = (schema: Schema): ReadonlyMap<string, Schema> => {
  const fields = new Map<string, Schema>();
  for (const { keywords } of layersOf(schema))
    for (const [name, field] of keywords.properties ?? []) if (!fields.has(name) || isFile(field) || isFileList(field)) fields.set(name, field);
  return fields;
};
