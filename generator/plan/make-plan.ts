import type { Report } from "../diagnostics/collector.js";
import type { Contract, Incoming, MediaType, Operation } from "../model/contract.js";
import { type Leaf, plainRepresentation, type Representation } from "../../templates/client/wire/representation.js";
import { createCodecTrees } from "../model/codec-tree.js";
import { recursiveSchemas } from "../model/recursive-schemas.js";
import type { Schema } from "../model/schema.js";
import { type Pointer, tokens } from "../source/pointer.js";
import { createAllocator, type Allocator } from "./allocator.js";
import { nameFilterSets } from "./filter-sets.js";
import { formOf } from "./form.js";
import { isJson, sequenceOf } from "./media-type.js";
import type { OperationNames, Plan, PlannedOperation, PlannedSchema, PlannedStream, SchemaNames, SchemaRole } from "./plan.js";
import { reservedVariables } from "./reserved.js";
import { uploadNames } from "./upload-files.js";
import { kebabCase, pascalCase, typeName } from "./words.js";

const derived = (type: string): readonly string[] => [type, `as${type}`, `${type}Rules`, `is${type}`, `is${type}AtDepth`, `report${type}`, `validate${type}`, `${type}Schema`];

type FirstNames = Omit<SchemaNames, "jsonSchema">;

const schemaNames = (wanted: string, pointer: Pointer, names: Allocator): FirstNames => {
  const type = names.type(wanted, derived, pointer);
  return {
    module: names.module("schemas", kebabCase(type)),
    type,
    is: `is${type}`,
    report: `report${type}`,
    isAtDepth: `is${type}AtDepth`,
    validate: `validate${type}`,
    standard: `${type}Schema`,
  };
};

interface Candidate {
  readonly schema: Schema;
  readonly role: SchemaRole;
  readonly wanted: string;
  readonly component?: string;
  readonly operation?: Operation;
}

const componentCandidates = (contract: Contract): readonly Candidate[] =>
  contract.schemas.map(({ name, schema }) => ({ schema, role: "component", wanted: typeName(name), component: name }));

const isReference = (schema: Schema): boolean => schema.keywords.$ref !== undefined && Object.keys(schema.keywords).length === 1;

const jsonSchema = (content: readonly MediaType[]): Schema | undefined => content.find(isJson)?.schema;

const bodySchema = ({ requestBody }: Operation): Schema | undefined => jsonSchema(requestBody?.content ?? []) ?? formOf(requestBody)?.schema;

const bodyCandidate = (
  operation: Operation,
  schema: Schema | undefined,
  role: "request" | "response",
  suffix: string,
): readonly Candidate[] =>
  schema === undefined || isReference(schema) ? [] : [{ schema, role, operation, wanted: `${pascalCase(operation.id)}${suffix}` }];

const isSuccess = (status: string): boolean => /^2/.test(status);

const responseCandidates = (operation: Operation): readonly Candidate[] => {
  const success = operation.responses.filter((response) => isSuccess(response.status) && jsonSchema(response.content) !== undefined);
  return operation.responses.flatMap((response) =>
    bodyCandidate(
      operation,
      jsonSchema(response.content),
      "response",
      // the one success body needs no status in its name
      success.length === 1 && success[0] === response ? "Response" : `Response${pascalCase(response.status, "")}`,
    ),
  );
};

/** The component that the items of a bulk body are. */
const itemComponent = (schema: Schema, contract: Contract): string | undefined => {
  const pointer = schema.keywords.items?.keywords.$ref?.pointer;
  return contract.schemas.find((named) => named.schema.pointer === pointer)?.name;
};

const batchCandidates = (operation: Operation, contract: Contract): readonly Candidate[] => {
  const arrays = [operation.bulk?.items, jsonSchema(operation.requestBody?.content ?? [])];
  return arrays.flatMap((schema): readonly Candidate[] => {
    const component = schema === undefined ? undefined : itemComponent(schema, contract);
    return schema === undefined || component === undefined
      ? []
      : [{ schema, role: "batch", operation, wanted: `${typeName(component)}Batch` }];
  });
};

const operationCandidates = (contract: Contract): readonly Candidate[] =>
  contract.operations.flatMap((operation) => [
    ...bodyCandidate(operation, sequenceOf(operation)?.items, "response", "Item"),
    ...batchCandidates(operation, contract),
    ...bodyCandidate(operation, bodySchema(operation), "request", "Request"),
    ...responseCandidates(operation),
  ]);

/** incomingName("order", "webhook") ~> "OrderWebhook" */
const incomingName = ({ kind, name, operation, method }: Incoming, isAlone: boolean): string => {
  const words = [operation ?? "", name, isAlone ? "" : method].filter((word) => word !== "").map((word) => pascalCase(word, "")).join("");
  const suffix = pascalCase(kind);
  return words.endsWith(suffix) ? words : `${words}${suffix}`;
};

/** Bodies of webhooks and callbacks, also where they are components: who receives one looks for it by its name. */
const incomingCandidates = ({ incoming }: Contract): readonly Candidate[] =>
  incoming.flatMap((request): readonly Candidate[] => {
    const schema = jsonSchema(request.requestBody.content) ?? formOf(request.requestBody)?.schema;
    const isAlone = incoming.filter((other) => other.kind === request.kind && other.name === request.name && other.operation === request.operation).length === 1;
    return schema === undefined ? [] : [{ schema, role: "incoming", wanted: incomingName(request, isAlone) }];
  });

/** Targets of references that are no component: named after where they stand. */
const referencedCandidates = (contract: Contract): readonly Candidate[] =>
  [...contract.schemaAt.values()].flatMap((schema): readonly Candidate[] => {
    const target = schema.keywords.$ref;
    if (target === undefined || target.schema().variant !== undefined) return [];
    const path = tokens(target.pointer).filter((token) => token !== "properties" && token !== "components" && token !== "schemas");
    return [{ schema: target.schema(), role: "referenced", wanted: pascalCase(path.join(" "), "Type") }];
  });

type FirstPlanned = Omit<PlannedSchema, "names"> & { readonly names: FirstNames };

const planSchemas = (contract: Contract, names: Allocator): readonly FirstPlanned[] => {
  const planned = new Map<Pointer, FirstPlanned>();
  const candidates = [...componentCandidates(contract), ...operationCandidates(contract), ...incomingCandidates(contract), ...referencedCandidates(contract)];
  for (const { wanted, ...candidate } of candidates)
    if (!planned.has(candidate.schema.pointer))
      planned.set(candidate.schema.pointer, {
        ...candidate,
        names: schemaNames(wanted, candidate.schema.pointer, names),
      });
  return [...planned.values()];
};

/** Named last: a component called `XJson` keeps `XJsonSchema` for its own. */
const withJsonSchema = ({ names: first, ...planned }: FirstPlanned, names: Allocator): PlannedSchema => {
  const derive = (type: string): readonly string[] => [`${type}JsonSchema`];
  const type = names.type(first.type, derive, planned.schema.pointer);
  return { ...planned, names: { ...first, jsonSchema: `${type}JsonSchema` } };
};

/** Named last, too. */
const withCodec = (planned: PlannedSchema, codecOf: Plan["codecOf"], names: Allocator): PlannedSchema => {
  if (codecOf(planned.schema) === undefined) return planned;
  const derive = (type: string): readonly string[] => [`${lowered(type)}Codec`, `${type}Codec`, `${type}With`];
  const type = names.type(planned.names.type, derive, planned.schema.pointer);
  const codec = { module: names.module("codecs", kebabCase(type)), value: `${lowered(type)}Codec`, type: `${type}Codec`, with: `${type}With` };
  return { ...planned, names: { ...planned.names, codec } };
};

/** The schemas of bulk bodies, and of answers that can come as JSON Lines. */
const streamedArrays = ({ bulk, requestBody, responses, stream }: Operation): readonly (Schema | undefined)[] => [
  bulk?.items,
  jsonSchema(requestBody?.content ?? []),
  ...(stream === undefined ? [] : responses.filter(({ status }) => isSuccess(status)).map(({ content }) => jsonSchema(content))),
];

/** The component that each item of an answer is, where items follow one another. */
const sequenceComponent = (operation: Operation, contract: Contract): string | undefined => {
  const pointer = sequenceOf(operation)?.items.keywords.$ref?.pointer;
  return contract.schemas.find((named) => named.schema.pointer === pointer)?.name;
};

const planStreams = (contract: Contract, schemas: readonly PlannedSchema[], names: Allocator): readonly PlannedStream[] => {
  const arrays = contract.operations.flatMap(streamedArrays);
  const components = [
    ...arrays.flatMap((schema) => (schema === undefined ? [] : (itemComponent(schema, contract) ?? []))),
    ...contract.operations.flatMap((operation) => sequenceComponent(operation, contract) ?? []),
  ];
  return [...new Set(components)].flatMap((component): readonly PlannedStream[] => {
    const item = schemas.find((planned) => planned.component === component);
    if (item === undefined) return [];
    const derive = (type: string): readonly string[] => [`validate${type}Stream`];
    const type = names.type(item.names.type, derive, item.schema.pointer);
    return [{ item, module: names.module("streams", kebabCase(type)), validate: `validate${type}Stream` }];
  });
};

/** A field whose operators are no named set has interfaces of its own. */
const fieldNames = (parameter: string): readonly string[] => [
  parameter,
  ...["Filter", "Operators"].map((suffix) => parameter.replace(/Parameter(\d*)$/, `${suffix}$1`)),
];

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** withoutVerb("ListOrganizationusers") ~> "Organizationusers" */
const withoutVerb = (prefix: string): string => /^(?:List|Get|Find|Search|Query)(?=[A-Z])(.+)$/.exec(prefix)?.[1] ?? prefix;

/** callable("Delete") ~> "DeleteOperation": no function can be called `delete` */
const callable = (prefix: string): string => (reservedVariables.has(lowered(prefix)) ? `${prefix}Operation` : prefix);

const planOperation = (operation: Operation, names: Allocator): PlannedOperation => {
  const derive = (prefix: string): readonly string[] => [
    `${prefix}Query`,
    `as${prefix}Query`,
    `${prefix}QueryRules`,
    `validate${prefix}Query`,
    `is${prefix}Query`,
    `${prefix}QuerySchema`,
    `${prefix}QueryParameters`,
    `${prefix}Where`,
    `${prefix}FilterParameter`,
    `${prefix}OrderBy`,
    `read${prefix}Where`,
    `write${prefix}Where`,
    `${prefix}Options`,
    `${prefix}OnceOptions`,
    `${prefix}Error`,
    lowered(prefix),
    `paginate${withoutVerb(prefix)}`,
    `stream${withoutVerb(prefix)}`,
  ];
  const prefix = names.type(callable(pascalCase(operation.id, "Operation")), derive, operation.pointer);
  const fieldParameter = new Map(
    (operation.filters?.fields ?? []).map((field) => [
      field.name,
      names.type(`${prefix}${pascalCase(field.name, "Field")}Parameter`, fieldNames, field.pointer),
    ]),
  );
  const named: OperationNames = {
    module: names.module("operations", kebabCase(prefix)),
    prefix,
    query: `${prefix}Query`,
    validateQuery: `validate${prefix}Query`,
    isQuery: `is${prefix}Query`,
    querySchema: `${prefix}QuerySchema`,
    where: `${prefix}Where`,
    filterParameter: `${prefix}FilterParameter`,
    orderBy: `${prefix}OrderBy`,
    readWhere: `read${prefix}Where`,
    writeWhere: `write${prefix}Where`,
    callModule: names.module("client", kebabCase(prefix)),
    call: lowered(prefix),
    options: `${prefix}Options`,
    once: `${prefix}OnceOptions`,
    error: `${prefix}Error`,
    paginate: `paginate${withoutVerb(prefix)}`,
    stream: `stream${withoutVerb(prefix)}`,
    fieldParameter,
  };
  return { operation, names: named };
};

const choiceOf = (leaf: Leaf): keyof Representation => (leaf === "int64" ? "int64" : leaf === "decimal" ? "decimals" : "dates");

/** Names and files of the package; collisions are settled here, in document order, and reported. */
export const makePlan = (contract: Contract, packageName: string, report: Report, chosen: Partial<Representation> = {}): Plan => {
  const names = createAllocator(report, uploadNames(contract));
  const first = planSchemas(contract, names);
  const operations = contract.operations.map((operation) => planOperation(operation, names));
  const representation: Representation = { ...plainRepresentation, ...chosen };
  const fixed = (["dates", "int64", "decimals"] as const).filter((key) => chosen[key] === plainRepresentation[key]);
  const codecOf = createCodecTrees((leaf) => !fixed.includes(choiceOf(leaf)));
  const msDates = createCodecTrees((leaf) => leaf === "ms-date");
  const schemas = first.map((planned) => withJsonSchema(planned, names)).map((planned) => withCodec(planned, codecOf, names));
  const streams = planStreams(contract, schemas, names);
  const byPointer = new Map(schemas.map((planned) => [planned.schema.pointer, planned]));
  const filterSets = nameFilterSets(contract.operations.flatMap(({ filters }) => filters?.fields ?? []), names.isFree);
  const plannedFor = (schema: Schema): PlannedSchema | undefined =>
    schema.variant === undefined ? byPointer.get(schema.pointer) : undefined;
  const recursive = recursiveSchemas([...contract.schemaAt.values(), ...schemas.map(({ schema }) => schema)]);
  const isRecursive = (schema: Schema): boolean => recursive.has(schema);
  return { packageName, contract, schemas, plannedFor, codecOf, hasMsDate: (schema) => msDates(schema) !== undefined, representation, fixed, isRecursive, operations, streams, filterSets };
};
