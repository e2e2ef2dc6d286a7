import type { Report } from "../diagnostics/collector.js";
import { suggest } from "../diagnostics/suggest.js";
import { kindOfMember, type KindName } from "../source/bundle/kinds.js";
import { operationMethods } from "../source/operation-methods.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import type { Check } from "./check.js";

const described = ["description", "example", "examples", "content", "schema", "style", "explode", "required", "deprecated"];

/**
 * Fixed fields of the objects that a reader takes notice of, of all versions together (OpenAPI 3.0.4 §4.7, 3.1.1 §4.8, 3.2.0 §4):
 * what a version lacks is not misspelt.
 */
const fields: Partial<Readonly<Record<KindName, readonly string[]>>> = {
  document: ["openapi", "$self", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags", "externalDocs"],
  pathItem: ["$ref", "summary", "description", "servers", "parameters", "additionalOperations", ...operationMethods],
  operation: [
    ...["tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses", "callbacks"],
    ...["deprecated", "security", "servers"],
  ],
  parameter: ["name", "in", "allowEmptyValue", "allowReserved", ...described],
  header: ["allowEmptyValue", "allowReserved", ...described],
  requestBody: ["description", "content", "required"],
  response: ["summary", "description", "headers", "content", "links"],
  mediaType: ["schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding", "itemEncoding"],
  encoding: ["contentType", "headers", "style", "explode", "allowReserved", "encoding", "prefixEncoding", "itemEncoding"],
  example: ["summary", "description", "value", "externalValue", "dataValue", "serializedValue"],
  link: ["operationRef", "operationId", "parameters", "requestBody", "description", "server"],
  securityScheme: ["type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "oauth2MetadataUrl", "deprecated"],
  components: ["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems", "mediaTypes"],
};

/** What an object of a kind is called in the standard. */
const titles: Partial<Readonly<Record<KindName, string>>> = {
  document: "the root of a document",
  pathItem: "a path item",
  pathItemByReference: "a path item",
  requestBody: "a request body",
  mediaType: "a media type",
  securityScheme: "a security scheme",
  components: "`components`",
};

const titleOf = (kind: KindName): string => titles[kind] ?? `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;

const fieldsOf = (kind: KindName): readonly string[] | undefined => fields[kind === "pathItemByReference" ? "pathItem" : kind];

/** Kinds of objects that may be a reference, beside which other members say nothing. */
const isReference = (value: SourceObject, kind: KindName): boolean =>
  value.has("$ref") && kind !== "pathItem" && kind !== "pathItemByReference";

const unknownFields = (value: SourceObject, kind: KindName, pointer: Pointer, report: Report): void => {
  const known = fieldsOf(kind);
  if (known === undefined || isReference(value, kind)) return;
  for (const key of value.keys()) {
    if (known.includes(key) || key.startsWith("x-")) continue;
    const near = suggest(key, known.filter((name) => !value.has(name)));
    report("field-unknown", {
      message: `${titleOf(kind)} has no field ${JSON.stringify(key)}`,
      at: { pointer: child(pointer, key), part: "key" },
      ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
    });
  }
};

/** `example` and `examples` exclude each other (3.1 §4.8.12.2, §4.8.14.1). */
const bothExamples = (value: SourceObject, kind: KindName, pointer: Pointer, report: Report): void => {
  if (!(["parameter", "header", "mediaType"] as readonly KindName[]).includes(kind) || !value.has("example") || !value.has("examples")) return;
  report("object-invalid", {
    message: "`example` and `examples` exclude each other",
    at: { pointer: child(pointer, "examples"), part: "key" },
    notes: [{ message: "`example` stands here", target: { pointer: child(pointer, "example"), part: "key" } }],
  });
};

/** Where `allowReserved` says something: up to 3.1 in the query only (§4.8.12.2), in 3.2 not in headers (§4.12.2). */
const reservedPlaces = (version: string): readonly SourceValue[] =>
  /^3\.[01]\./.test(version) ? ["query"] : ["query", "querystring", "path", "cookie"];

const misplacedReserved = (value: SourceObject, kind: KindName, pointer: Pointer, version: string, report: Report): void => {
  const place = kind === "header" ? "header" : value.get("in");
  if ((kind !== "header" && kind !== "parameter") || !value.has("allowReserved") || place === undefined) return;
  // headers of OpenAPI 3.0 follow all that is said of parameters
  if (reservedPlaces(version).includes(place) || (kind === "header" && version.startsWith("3.0."))) return;
  report("object-invalid", {
    message: `\`allowReserved\` has no effect on a ${String(place)}${kind === "header" ? "" : " parameter"} in OpenAPI ${version.slice(0, 3)}`,
    at: { pointer: child(pointer, "allowReserved"), part: "key" },
  });
};

/** The variables of servers: `enum` is not empty and holds `default` (3.1 §4.8.6.1). */
const serverVariables = (servers: SourceValue | undefined, pointer: Pointer, report: Report): void => {
  if (!isSourceArray(servers)) return;
  servers.forEach((server, index) => {
    const variables = isSourceObject(server) ? server.get("variables") : undefined;
    if (!isSourceObject(variables)) return;
    for (const [name, variable] of variables) {
      const values = isSourceObject(variable) ? variable.get("enum") : undefined;
      if (!isSourceObject(variable) || !isSourceArray(values)) continue;
      const at = child(pointer, index, "variables", name);
      if (values.length === 0) report("object-invalid", { message: `the variable ${JSON.stringify(name)} can have no value: its \`enum\` is empty`, at: { pointer: child(at, "enum") } });
      else if (variable.has("default") && !values.includes(variable.get("default") ?? null))
        report("object-invalid", { message: `the default of the variable ${JSON.stringify(name)} is not among the values of its \`enum\``, at: { pointer: child(at, "default") } });
    }
  });
};

/** A document holds something (3.1 §4.8.1): paths, webhooks or components. */
const containers = (document: SourceObject, report: Report): void => {
  if (["paths", "webhooks", "components"].some((name) => document.has(name))) return;
  report("object-invalid", { message: "the document has neither `paths` nor `webhooks` nor `components`, so it describes nothing", at: { pointer: "" } });
};

/** `components` and what it holds are maps (3.1 §4.8.7). Schemas and security schemes are read, and what they are not is told there. */
const components = (document: SourceObject, report: Report): void => {
  const held = document.get("components");
  const told = new Set(["schemas", "securitySchemes"]);
  const known = fields.components ?? [];
  const wrong = (name: string, pointer: Pointer): void => report("structure-invalid", { message: `"${name}" must be an object`, at: { pointer } });
  if (held !== undefined && !isSourceObject(held)) wrong("components", "/components");
  if (!isSourceObject(held)) return;
  for (const name of known) {
    const section = held.get(name);
    if (section !== undefined && !isSourceObject(section) && !told.has(name)) wrong(name, child("/components", name));
  }
};

/** Kinds of objects that whoever reads them takes for such. What is said where others are written otherwise does no harm. */
const shaped: ReadonlySet<KindName> = new Set(["pathItem", "operation", "parameter", "requestBody", "response", "header", "mediaType", "securityScheme"]);

/** What is told by readers too is told in their words, and so but once. */
const wrongShape = (value: SourceValue, kind: KindName, pointer: Pointer, report: Report): void => {
  if (shaped.has(kind) && !isSourceObject(value))
    report(kind === "parameter" ? "parameter-invalid" : "structure-invalid", { message: `${titleOf(kind)} must be an object`, at: { pointer } });
};

/** Parameters of a path item or an operation, which stand in a list; by name they stand in `components` only. */
const areMisplaced = (key: string, value: SourceValue, kind: KindName): boolean => key === "parameters" && kindOfMember(kind, key) === "parameterMap" && kind !== "components" && !isSourceArray(value);

/** Members of the objects of a document that the standard does not have, or not together. Schemas are read elsewhere, keyword by keyword. */
export const objectFields: Check = ({ document }, report) => {
  const version = String(document.get("openapi") ?? "");
  const visit = (value: SourceValue, kind: KindName, pointer: Pointer): void => {
    // what schemas hold is read keyword by keyword, and data is anything
    if (kind === "data" || kind === "schema" || kind === "schemaMap" || kind === "propertyMap") return;
    wrongShape(value, kind, pointer, report);
    if (isSourceArray(value)) return value.forEach((item, index) => visit(item, kindOfMember(kind, String(index)), child(pointer, index)));
    if (!isSourceObject(value)) return;
    unknownFields(value, kind, pointer, report);
    bothExamples(value, kind, pointer, report);
    misplacedReserved(value, kind, pointer, version, report);
    serverVariables(value.get("servers"), child(pointer, "servers"), report);
    for (const [key, member] of value) {
      if (areMisplaced(key, member, kind)) report("structure-invalid", { message: '"parameters" must be a list', at: { pointer: child(pointer, key) } });
      else visit(member, kindOfMember(kind, key), child(pointer, key));
    }
  };
  containers(document, report);
  components(document, report);
  visit(document, "document", "");
};
