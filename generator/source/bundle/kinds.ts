/**
 * What stands where in an OpenAPI document (OpenAPI 3.1 §4.8, 3.2 §4), as far as references are concerned: a `$ref` is one only
 * where the standard has a Reference Object, a Path Item or a schema. Everywhere else it is data.
 */
interface Kind {
  /** Kinds of named members. */
  readonly members?: Readonly<Record<string, KindName>>;
  /** Kind of all other members, and of items. */
  readonly others?: KindName;
  /** Where a target from another file goes in `components`. */
  readonly section?: string;
  /** A reference is replaced by its target. */
  readonly inline?: true;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

const media = { schema: "schema", itemSchema: "schema", examples: "exampleMap", encoding: "encodingMap" } as const;
const parameter = { schema: "schema", content: "mediaTypeMap", examples: "exampleMap" } as const;

const schemaMembers = {
  ...Object.fromEntries(
    [
      "additionalProperties",
      "contains",
      "contentSchema",
      "else",
      "if",
      "items",
      "not",
      "propertyNames",
      "then",
      "unevaluatedItems",
      "unevaluatedProperties",
    ].map((name) => [name, "schema"] as const),
  ),
  ...Object.fromEntries(
    ["allOf", "anyOf", "oneOf", "prefixItems", "properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map(
      (name) => [name, "schemaMap"] as const,
    ),
  ),
  discriminator: "discriminator",
} as const;

export type KindName =
  | "document"
  | "pathMap"
  | "pathItem"
  | "operation"
  | "parameterMap"
  | "parameter"
  | "requestBodyMap"
  | "requestBody"
  | "responseMap"
  | "response"
  | "mediaTypeMap"
  | "mediaType"
  | "encodingMap"
  | "encoding"
  | "headerMap"
  | "header"
  | "schemaMap"
  | "schema"
  | "discriminator"
  | "mapping"
  | "exampleMap"
  | "example"
  | "linkMap"
  | "link"
  | "callbackMap"
  | "callback"
  | "securitySchemeMap"
  | "securityScheme"
  | "components"
  | "operationMap"
  | "data";

export const kinds: Readonly<Record<KindName, Kind>> = {
  document: { members: { paths: "pathMap", webhooks: "pathMap", components: "components" } },
  pathMap: { others: "pathItem" },
  pathItem: {
    inline: true,
    members: {
      parameters: "parameterMap",
      additionalOperations: "operationMap",
      ...Object.fromEntries(methods.map((method) => [method, "operation" as const])),
    },
  },
  operationMap: { others: "operation" },
  operation: { members: { parameters: "parameterMap", requestBody: "requestBody", responses: "responseMap", callbacks: "callbackMap" } },
  parameterMap: { others: "parameter" },
  parameter: { section: "parameters", members: parameter },
  requestBodyMap: { others: "requestBody" },
  requestBody: { section: "requestBodies", members: { content: "mediaTypeMap" } },
  responseMap: { others: "response" },
  response: { section: "responses", members: { headers: "headerMap", content: "mediaTypeMap", links: "linkMap" } },
  mediaTypeMap: { others: "mediaType" },
  mediaType: { section: "mediaTypes", members: media },
  encodingMap: { others: "encoding" },
  encoding: { members: { headers: "headerMap" } },
  headerMap: { others: "header" },
  header: { section: "headers", members: parameter },
  schemaMap: { others: "schema" },
  schema: { section: "schemas", members: schemaMembers },
  discriminator: { members: { mapping: "mapping" } },
  mapping: {},
  exampleMap: { others: "example" },
  example: { section: "examples" },
  linkMap: { others: "link" },
  link: { section: "links" },
  callbackMap: { others: "callback" },
  callback: { section: "callbacks", others: "pathItem" },
  securitySchemeMap: { others: "securityScheme" },
  securityScheme: { section: "securitySchemes" },
  components: {
    members: {
      schemas: "schemaMap",
      responses: "responseMap",
      parameters: "parameterMap",
      examples: "exampleMap",
      requestBodies: "requestBodyMap",
      headers: "headerMap",
      securitySchemes: "securitySchemeMap",
      links: "linkMap",
      callbacks: "callbackMap",
      pathItems: "pathMap",
      mediaTypes: "mediaTypeMap",
    },
  },
  data: {},
};

/** Maps whose keys are names, so that one that begins with `x-` is no extension. */
const nameMaps = new Set<KindName>(["schemaMap", "mediaTypeMap", "headerMap", "encodingMap"]);

export const kindOfMember = (kind: KindName, key: string): KindName => {
  if (key.startsWith("x-") && !nameMaps.has(kind)) return "data";
  const { members, others } = kinds[kind];
  return (members !== undefined && Object.hasOwn(members, key) ? members[key] : others) ?? "data";
};

/** Kinds in which a `$ref` is a reference. */
export const hasReferences = (kind: KindName): boolean => kinds[kind].section !== undefined || kinds[kind].inline === true;
