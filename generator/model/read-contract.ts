import type { Format } from "../formats/index.js";
import { detectFilters } from "../filters/detect-filters.js";
import type { DialectName } from "../filters/index.js";
import type { Report } from "../diagnostics/collector.js";
import { type DynamicScopes, noDynamicScopes } from "../source/dynamic-scopes.js";
import { operationMethods } from "../source/operation-methods.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceObject, type SourceObject } from "../source/value.js";
import type { Contract, NamedSchema, Operation, SecurityScheme } from "./contract.js";
import { hasMarks, noDirections, readDirections } from "./directions.js";
import { entriesOf, followed, member, type Node, patternedFieldsOf, type Reader, textOf } from "./node.js";
import { draftOperation, type OperationDraft, type OperationSource } from "./read-operation.js";
import { readIncoming } from "./read-incoming.js";
import { readServers } from "./read-servers.js";
import { createSchemaReader, type SchemaReader } from "./read-schema.js";

const readSecuritySchemes = (components: Node, reader: Reader): readonly SecurityScheme[] => {
  const schemes = member(components, "securitySchemes");
  if (schemes.value === undefined) return [];
  return entriesOf(schemes, reader).flatMap(([name, written]): readonly SecurityScheme[] => {
    const scheme = followed(written, reader);
    if (scheme === undefined) return [];
    const text = (key: string): string | undefined => textOf(member(scheme, key));
    const [place, parameterName, kind, description] = [text("in"), text("name"), text("scheme"), text("description")];
    return [
      {
        name,
        pointer: scheme.pointer,
        type: text("type") ?? "",
        ...(place === undefined ? {} : { in: place }),
        ...(parameterName === undefined ? {} : { parameterName }),
        ...(kind === undefined ? {} : { scheme: kind }),
        ...(description === undefined ? {} : { description }),
      },
    ];
  });
};

const readSchemas = (components: Node, schemas: SchemaReader, reader: Reader): readonly NamedSchema[] => {
  const node = member(components, "schemas");
  return node.value === undefined
    ? []
    : entriesOf(node, reader).map(([name, { pointer }]) => ({ name, schema: schemas.schema(pointer) }));
};

/** The operations of a path item by their methods; those of `additionalOperations` (OpenAPI 3.2 §4.9.1) are spelled as they are sent. */
const operationsIn = (item: Node, reader: Reader): readonly (readonly [string, Node])[] => {
  const additional = member(item, "additionalOperations");
  const own = isSourceObject(item.value) ? [...item.value.keys()].filter((key) => operationMethods.includes(key)) : [];
  return [...own.map((method) => [method, member(item, method)] as const), ...(additional.value === undefined ? [] : patternedFieldsOf(additional, reader))];
};

const draftOperations = (root: Node, source: OperationSource): readonly OperationDraft[] => {
  const paths = member(root, "paths");
  if (paths.value === undefined) return [];
  return patternedFieldsOf(paths, source).flatMap(([template, written]) => {
    const node = followed(written, source);
    if (node === undefined) return [];
    if (!isSourceObject(node.value)) {
      source.report("structure-invalid", { message: "a path item must be an object", at: { pointer: node.pointer } });
      return [];
    }
    // in the order of the document, in which names are settled
    return operationsIn(node, source).flatMap(([method, operation]) => draftOperation({ template, node }, method, operation, source) ?? []);
  });
};

const reportSameIds = (operations: readonly Operation[], report: Report): void => {
  const first = new Map<string, Operation>();
  for (const operation of operations) {
    const before = first.get(operation.id);
    if (before === undefined) first.set(operation.id, operation);
    else
      report("operation-id-duplicate", {
        message: `the operationId ${JSON.stringify(operation.id)} stands twice`,
        at: { pointer: child(operation.pointer, "operationId") },
        notes: [{ message: "it stands here first", target: { pointer: child(before.pointer, "operationId") } }],
      });
  }
};

export interface ContractOptions {
  /** What the `$dynamicRef`s of the document lead to; it has none if left out. */
  readonly dynamic?: DynamicScopes;
  /** The keywords of a schema that are passed over. */
  readonly ignoredAt?: (pointer: Pointer) => ReadonlySet<string>;
  /** Formats beside those of the registry, by name. */
  readonly customFormats?: ReadonlyMap<string, Format>;
  /** A built-in dialect of filters, or that none is read, whatever the document says. */
  readonly filterDialect?: DialectName | false | undefined;
}

/** The contract of a document; what is wrong with it is reported. */
export const readContract = (root: SourceObject, report: Report, options: ContractOptions = {}): Contract => {
  const { dynamic = noDynamicScopes, ignoredAt = () => new Set(), customFormats = new Map() } = options;
  const version = root.get("openapi");
  const legacy = typeof version === "string" && version.startsWith("3.0");
  const directions = readDirections(root);
  const demands = hasMarks(root) ? directions : noDirections;
  const schemas = createSchemaReader({ root, report, legacy, dynamic, directions: demands, customFormats, ignoredAt });
  const node: Node = { value: root, pointer: "" };
  const reader: Reader = { root, report };
  const components = member(node, "components");
  const info = member(node, "info");
  const source: OperationSource = { ...reader, schema: schemas.schema, security: member(node, "security") };
  const named = readSchemas(components, schemas, reader);
  const drafts = draftOperations(node, source);
  const declared = options.filterDialect ?? root.get("x-filter-dialect");
  const filters = detectFilters(declared, drafts.map(({ queryParameters }) => queryParameters), report);
  const operations = drafts.map(({ finish }) => finish(filters));
  reportSameIds(operations, report);
  const incoming = readIncoming(node, operations, source);
  const description = textOf(member(info, "description"));
  return {
    title: textOf(member(info, "title")) ?? "API",
    version: textOf(member(info, "version")) ?? "0.0.0",
    ...(description === undefined ? {} : { description }),
    servers: readServers(node, reader),
    securitySchemes: readSecuritySchemes(components, reader),
    schemas: named,
    schemaAt: schemas.schemas(),
    operations,
    incoming,
    consumed: schemas.consumed(),
    directions,
    demands,
    document: root,
  };
};
