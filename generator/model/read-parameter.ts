import type { Finding } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import { child } from "../source/pointer.js";
import { isSourceObject } from "../source/value.js";
import type { Encoding, Header, MediaType, Parameter } from "./contract.js";
import { entriesOf, followed, isTrue, member, type Node, type Reader, textOf } from "./node.js";
import type { Schema } from "./schema.js";

export interface SchemaSource extends Reader {
  readonly schema: (pointer: string) => Schema;
}

const places = ["query", "querystring", "path", "header", "cookie"] as const;

const isPlace = (text: string | undefined): text is Parameter["in"] => places.some((place) => place === text);

/** Style defaults by place (OpenAPI 3.1 §4.8.12.2). */
const defaultStyle: Readonly<Record<Parameter["in"], string>> = {
  query: "form",
  // it is described by `content`
  querystring: "form",
  path: "simple",
  header: "simple",
  cookie: "form",
};

const readEncoding = (node: Node): Encoding => {
  const [contentType, style, explode, allowReserved] = ["contentType", "style", "explode", "allowReserved"].map((key) => member(node, key).value);
  return {
    pointer: node.pointer,
    ...(typeof contentType === "string" ? { contentType } : {}),
    ...(typeof style === "string" ? { style } : {}),
    ...(typeof explode === "boolean" ? { explode } : {}),
    ...(typeof allowReserved === "boolean" ? { allowReserved } : {}),
  };
};

const readEncodings = (media: Node, source: Reader): Pick<MediaType, "encoding"> => {
  const encoding = member(media, "encoding");
  return encoding.value === undefined ? {} : { encoding: new Map(entriesOf(encoding, source).map(([name, node]) => [name, readEncoding(node)])) };
};

/** `content` of a media type map; the schemas are read on the way. */
export const readContent = (node: Node, source: SchemaSource): readonly MediaType[] =>
  entriesOf(node, source).map(([mediaType, written]) => {
    // a reference to `components/mediaTypes` (OpenAPI 3.2 §4.7.1)
    const media = followed(written, source) ?? written;
    const [schema, itemSchema] = [member(media, "schema"), member(media, "itemSchema")];
    return {
      mediaType,
      pointer: media.pointer,
      ...(schema.value === undefined ? {} : { schema: source.schema(schema.pointer) }),
      ...(itemSchema.value === undefined ? {} : { itemSchema: source.schema(itemSchema.pointer) }),
      ...readEncodings(media, source),
    };
  });

const described = (node: Node, source: SchemaSource): Pick<Parameter, "schema" | "content"> => {
  const schema = member(node, "schema");
  if (schema.value !== undefined) return { schema: source.schema(schema.pointer) };
  const [media] = readContent(member(node, "content"), source);
  return {
    // a parameter without a schema takes anything
    schema: media?.schema ?? { pointer: schema.pointer, keywords: {}, rules: [], annotations: {}, always: true },
    ...(media === undefined ? {} : { content: media }),
  };
};

const whyNoParameter = (node: Node, name: string | undefined): Finding => {
  if (!isSourceObject(node.value)) return { message: "a parameter must be an object", at: { pointer: node.pointer } };
  if (name === undefined) return { message: "a parameter needs a `name`", at: { pointer: child(node.pointer, "name") } };
  const place = member(node, "in");
  const near = suggest(textOf(place) ?? "", places);
  return {
    message: `\`in\` must be one of ${places.join(", ")}`,
    at: { pointer: place.pointer },
    ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
  };
};

/** One parameter, or undefined after a report. */
export const readParameter = (written: Node, source: SchemaSource): Parameter | undefined => {
  const node = followed(written, source);
  if (node === undefined) return undefined;
  const name = textOf(member(node, "name"));
  const place = textOf(member(node, "in"));
  if (!isSourceObject(node.value) || name === undefined || !isPlace(place)) {
    source.report("parameter-invalid", whyNoParameter(node, name));
    return undefined;
  }
  const description = textOf(member(node, "description"));
  const style = textOf(member(node, "style")) ?? defaultStyle[place];
  const explode = member(node, "explode").value;
  return {
    name,
    in: place,
    pointer: node.pointer,
    required: place === "path" || isTrue(member(node, "required")),
    deprecated: isTrue(member(node, "deprecated")),
    ...(description === undefined ? {} : { description }),
    ...described(node, source),
    style,
    explode: typeof explode === "boolean" ? explode : style === "form" || style === "cookie",
    allowReserved: isTrue(member(node, "allowReserved")),
    json: member(node, "content").value !== undefined,
  };
};

/** The headers of a response by name; what they say of `Content-Type` is ignored (OpenAPI 3.1 §4.8.17.1). */
export const readHeaders = (node: Node, source: SchemaSource): readonly Header[] =>
  node.value === undefined
    ? []
    : entriesOf(node, source).flatMap(([name, written]): readonly Header[] => {
        const header = followed(written, source);
        if (header === undefined || name.toLowerCase() === "content-type") return [];
        const description = textOf(member(header, "description"));
        return [
          {
            name,
            pointer: header.pointer,
            ...(description === undefined ? {} : { description }),
            ...described(header, source),
            explode: isTrue(member(header, "explode")),
          },
        ];
      });
