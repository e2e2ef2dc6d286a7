import { operationMethods } from "../operation-methods.js";

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
  /** `$ref` is a name like any other. */
  readonly isNamesOnly?: true;
}

const allOfKind = (kind: KindName, names: readonly string[]): Readonly<Record<string, KindName>> =>
  Object.fromEntries(names.map((name) => [name, kind]));

const media = { schema: "schema", itemSchema: "schema", examples: "exampleMap", encoding: "encodingMap" } as const;
const parameter = { schema: "schema", content: "mediaTypeMap", examples: "exampleMap" } as const;

const schemaMembers = {
  ...allOfKind("schema", ["contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then"]),
  ...allOfKind("schema", ["additionalProperties", "unevaluatedItems", "unevaluatedProperties"]),
  ...allOfKind("schemaMap", ["allOf", "anyOf", "oneOf", "prefixItems"]),
  ...allOfKind("propertyMap", ["properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions"]),
  discriminator: "discriminator" as const,
};

export type KindName =
  | "document"
  | "pathMap"
  | "namedPathMap"
  | "pathItem"
  | "pathItemByReference"
  | "operation"
  | "parameterMap"
  | "parameter"
  | "requestBodyMap"
  | "requestBody"
  | "responseMap"
  | "namedResponseMap"
  | "response"
  | "mediaTypeMap"
  | "mediaType"
  | "encodingMap"
  | "encoding"
  | "headerMap"
  | "header"
  | "schemaMap"
  | "propertyMap"
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

const pathItem = {
  parameters: "parameterMap",
  additionalOperations: "operationMap",
  ...allOfKind("operation", operationMethods),
} as const;

export const kinds: Readonly<Record<KindName, Kind>> = {
  document: { members: { paths: "pathMap", webhooks: "namedPathMap", components: "components" } },
  pathMap: { others: "pathItem" },
  namedPathMap: { others: "pathItem" },
  pathItem: { members: pathItem },
  // one that a callback refers to stays where it is: what it calls back can lead to itself, or to many others
  pathItemByReference: { section: "pathItems", members: pathItem },
  operationMap: { others: "operation" },
  operation: { members: { parameters: "parameterMap", requestBody: "requestBody", responses: "responseMap", callbacks: "callbackMap" } },
  parameterMap: { others: "parameter" },
  parameter: { section: "parameters", members: parameter },
  requestBodyMap: { others: "requestBody" },
  requestBody: { section: "requestBodies", members: { content: "mediaTypeMap" } },
  responseMap: { others: "response" },
  namedResponseMap: { others: "response" },
  response: { section: "responses", members: { headers: "headerMap", content: "mediaTypeMap", links: "linkMap" } },
  mediaTypeMap: { others: "mediaType" },
  mediaType: { section: "mediaTypes", members: media },
  encodingMap: { others: "encoding" },
  encoding: { members: { headers: "headerMap" } },
  headerMap: { others: "header" },
  header: { section: "headers", members: parameter },
  schemaMap: { others: "schema" },
  propertyMap: { others: "schema", isNamesOnly: true },
  schema: { section: "schemas", members: schemaMembers },
  discriminator: { members: { mapping: "mapping" } },
  mapping: { isNamesOnly: true },
  exampleMap: { others: "example" },
  example: { section: "examples" },
  linkMap: { others: "link" },
  link: { section: "links" },
  callbackMap: { others: "callback" },
  callback: { section: "callbacks", others: "pathItemByReference" },
  securitySchemeMap: { others: "securityScheme" },
  securityScheme: { section: "securitySchemes" },
  components: {
    members: {
      schemas: "schemaMap",
      responses: "namedResponseMap",
      parameters: "parameterMap",
      examples: "exampleMap",
      requestBodies: "requestBodyMap",
      headers: "headerMap",
      securitySchemes: "securitySchemeMap",
      links: "linkMap",
      callbacks: "callbackMap",
      pathItems: "namedPathMap",
      mediaTypes: "mediaTypeMap",
    },
  },
  data: { isNamesOnly: true },
};

/** Maps in which a key that begins with `x-` is an extension. In all others it is a name, such as that of a header or a component. */
const extensibleMaps = new Set<KindName>(["pathMap", "responseMap", "callback"]);

const isExtension = (kind: KindName, key: string): boolean =>
  key.startsWith("x-") && (kinds[kind].others === undefined || extensibleMaps.has(kind));

export const kindOfMember = (kind: KindName, key: string): KindName => {
  if (isExtension(kind, key)) return "data";
  const { members, others } = kinds[kind];
  return (members !== undefined && Object.hasOwn(members, key) ? members[key] : others) ?? "data";
};

/**
 * Kinds whose targets can stand in `components` and be referred to there. In all others a `$ref` is replaced by what it leads
 * to: the standard has that for path items; in many descriptions of several files, `paths`, the sections of `components` and
 * operations are written so too.
 */
export const hasReferences = (kind: KindName): boolean => kinds[kind].section !== undefined;
