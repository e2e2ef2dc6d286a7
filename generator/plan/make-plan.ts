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
import { renameOf, type Renames, reportUnavailable, reportUnknownNames } from "./renames.js";
import { reservedVariables } from "./reserved.js";
import { uploadNames } from "./upload-files.js";
import { kebabCase, pascalCase, typeName } from "./words.js";

const derived = (type: string): readonly string[] => [type, `as${type}`, `${type}Rules`, `is${type}`, `is${type}AtDepth`, `report${type}`, `validate${type}`, `${type}Schema`];

type FirstNames = Omit<SchemaNames, "jsonSchema">;

/** The name that the configuration gives, if it can be had, or else the one that the description leads to. */
const wantedName = (given: string | undefined, own: string, derive: (name: string) => readonly string[], pointer: Pointer, { names, report }: Naming): string => {
  if (given === undefined || names.areFree(given, derive)) return given ?? own;
  reportUnavailable(given, pointer, report);
  return own;
};

/** What hands out names: those of the configuration go before those of the description. */
interface Naming {
  readonly names: Allocator;
  readonly renames: Renames;
  readonly report: Report;
}

const schemaNames = (candidate: Candidate, naming: Naming): FirstNames => {
  const { names } = naming;
  const { pointer } = candidate.schema;
  const type = names.type(wantedName(givenName(candidate, naming.renames), candidate.wanted, derived, pointer, naming), derived, pointer);
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

const givenName = ({ component, wanted }: Candidate, renames: Renames): string | undefined => renameOf(renames.schemas, component ?? wanted);

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

/** What a name is handed out by: never the place in the document, so that names stay where something is moved or added. */
const nameOrder = <Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): readonly Item[] =>
  items
    .map((item) => ({ item, key: keysOf(item).join("\u0000") }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ item }) => item);

const rank: Readonly<Record<SchemaRole, string>> = { component: "0", batch: "1", request: "2", response: "2", incoming: "2", referenced: "3" };

/** Given names first, then components that are called so already, other components, bodies, and what else is referred to. */
const candidateKeys = (candidate: Candidate, renames: Renames): readonly string[] => {
  const { role, wanted, component, schema } = candidate;
  return [givenName(candidate, renames) === undefined ? "1" : "0", rank[role], component === undefined || component === wanted ? "0" : "1", wanted, component ?? "", schema.pointer];
};

/** In document order, and named in the order of names. A schema that several operations share is named after the first of them by name. */
const planSchemas = (contract: Contract, naming: Naming): readonly FirstPlanned[] => {
  const candidates = [...componentCandidates(contract), ...operationCandidates(contract), ...incomingCandidates(contract), ...referencedCandidates(contract)];
  const sorted = nameOrder(candidates, (candidate) => candidateKeys(candidate, naming.renames));
  const chosen = new Map<Pointer, Candidate>();
  for (const candidate of sorted) if (!chosen.has(candidate.schema.pointer)) chosen.set(candidate.schema.pointer, candidate);
  const named = new Map([...chosen].map(([pointer, candidate]) => [pointer, schemaNames(candidate, naming)]));
  const there = [...chosen.values()].map(({ component, wanted }) => component ?? wanted);
  reportUnknownNames("schemas", naming.renames.schemas, there, naming.report);
  return [...new Set(candidates.map(({ schema }) => schema.pointer))].flatMap((pointer): readonly FirstPlanned[] => {
    const [candidate, names] = [chosen.get(pointer), named.get(pointer)];
    if (candidate === undefined || names === undefined) return [];
    const { wanted: _, ...rest } = candidate;
    return [{ ...rest, names }];
  });
};

/** Each item made in the order of names, all of them in their own order. */
const madeInNameOrder = <Item, Made>(items: readonly Item[], keysOf: (item: Item) => readonly string[], make: (item: Item) => Made): readonly Made[] => {
  const made = new Map(nameOrder(items, keysOf).map((item) => [item, make(item)]));
  return items.flatMap((item) => {
    const one = made.get(item);
    return one === undefined ? [] : [one];
  });
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
  return madeInNameOrder([...new Set(components)], (component) => [component], (component): readonly PlannedStream[] => {
    const item = schemas.find((planned) => planned.component === component);
    if (item === undefined) return [];
    const derive = (type: string): readonly string[] => [`validate${type}Stream`];
    const type = names.type(item.names.type, derive, item.schema.pointer);
    return [{ item, module: names.module("streams", kebabCase(type)), validate: `validate${type}Stream` }];
  }).flat();
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

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const givenPrefix = ({ id }: Operation, renames: Renames): string | undefined => {
  const given = renameOf(renames.operations, id);
  return given && capitalised(given);
};

const planOperation = (operation: Operation, naming: Naming): PlannedOperation => {
  const { names } = naming;
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
    // `listPets` and `findPets` share these, so only those that may be made are taken
    ...(operation.pagination === undefined ? [] : [`paginate${withoutVerb(prefix)}`]),
    ...(operation.stream === undefined && sequenceOf(operation) === undefined ? [] : [`stream${withoutVerb(prefix)}`]),
  ];
  const own = callable(pascalCase(operation.id, "Operation"));
  const given = givenPrefix(operation, naming.renames);
  const isWord = given !== undefined && callable(given) !== given;
  if (isWord) reportUnavailable(lowered(given), operation.pointer, naming.report);
  const prefix = names.type(wantedName(isWord ? undefined : given, own, derive, operation.pointer, naming), derive, operation.pointer);
  const fieldParameter = new Map(
    madeInNameOrder(operation.filters?.fields ?? [], ({ name }) => [name], (field) => [
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

/** Names and files of the package; collisions are settled here, in the order of names, and reported. */
export const makePlan = (contract: Contract, packageName: string, report: Report, chosen: Partial<Representation> = {}, renames: Renames = {}): Plan => {
  const names = createAllocator(report, uploadNames(contract));
  const naming: Naming = { names, renames, report };
  const first = planSchemas(contract, naming);
  reportUnknownNames("operations", renames.operations, contract.operations.map(({ id }) => id), report);
  const operationKeys = (operation: Operation): readonly string[] => [
    givenPrefix(operation, renames) === undefined ? "1" : "0",
    lowered(pascalCase(operation.id)) === operation.id ? "0" : "1",
    operation.id,
    operation.pointer,
  ];
  const operations = madeInNameOrder(contract.operations, operationKeys, (operation) => planOperation(operation, naming));
  const representation: Representation = { ...plainRepresentation, ...chosen };
  const fixed = (["dates", "int64", "decimals"] as const).filter((key) => chosen[key] === plainRepresentation[key]);
  const codecOf = createCodecTrees((leaf) => !fixed.includes(choiceOf(leaf)));
  const msDates = createCodecTrees((leaf) => leaf === "ms-date");
  const typeKeys = ({ names: { type } }: FirstPlanned): readonly string[] => [type];
  const withJsonSchemas = madeInNameOrder(first, typeKeys, (planned) => withJsonSchema(planned, names));
  const schemas = madeInNameOrder(withJsonSchemas, typeKeys, (planned) => withCodec(planned, codecOf, names));
  const streams = planStreams(contract, schemas, names);
  const byPointer = new Map(schemas.map((planned) => [planned.schema.pointer, planned]));
  const filterSets = nameFilterSets(contract.operations.flatMap(({ filters }) => filters?.fields ?? []), names.isFree);
  const plannedFor = (schema: Schema): PlannedSchema | undefined =>
    schema.variant === undefined ? byPointer.get(schema.pointer) : undefined;
  const recursive = recursiveSchemas([...contract.schemaAt.values(), ...schemas.map(({ schema }) => schema)]);
  const isRecursive = (schema: Schema): boolean => recursive.has(schema);
  return { packageName, contract, schemas, plannedFor, codecOf, hasMsDate: (schema) => msDates(schema) !== undefined, representation, fixed, isRecursive, operations, streams, filterSets };
};
