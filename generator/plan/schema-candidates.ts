import type { Contract, Incoming, Operation, Response } from "../model/contract.js";
import { isSuccess } from "../model/is-success.js";
import type { Schema } from "../model/schema.js";
import { tokens } from "../source/pointer.js";
import { componentNames, type ComponentNames, componentOf } from "./components.js";
import { formOf } from "./form.js";
import { jsonSchema, sequenceOf } from "./media-type.js";
import type { SchemaRole } from "./plan.js";
import { pascalCase, typeName } from "./words.js";

/** A schema that gets a module of its own, and the name that it leads to. */
export interface Candidate {
  readonly schema: Schema;
  readonly role: SchemaRole;
  readonly wanted: string;
  readonly component?: string;
  readonly operation?: Operation;
}

const componentCandidates = (contract: Contract): readonly Candidate[] =>
  contract.schemas.map(({ name, schema }) => ({ schema, role: "component", wanted: typeName(name), component: name }));

const isReference = (schema: Schema): boolean => schema.keywords.$ref !== undefined && Object.keys(schema.keywords).length === 1;

const bodySchema = (body: Operation["requestBody"]): Schema | undefined => jsonSchema(body?.content ?? []) ?? formOf(body)?.schema;

const bodyCandidate = (operation: Operation, schema: Schema | undefined, role: "request" | "response", suffix: string): readonly Candidate[] =>
  schema === undefined || isReference(schema) ? [] : [{ schema, role, operation, wanted: `${pascalCase(operation.id)}${suffix}` }];

const responseCandidates = (operation: Operation): readonly Candidate[] => {
  const success = operation.responses.filter((response) => isSuccess(response) && jsonSchema(response.content) !== undefined);
  // the one success body needs no status in its name
  const suffix = (response: Response): string => (success.length === 1 && success[0] === response ? "Response" : `Response${pascalCase(response.status, "")}`);
  return operation.responses.flatMap((response) => bodyCandidate(operation, jsonSchema(response.content), "response", suffix(response)));
};

const batchCandidates = (operation: Operation, components: ComponentNames): readonly Candidate[] => {
  const arrays = [operation.bulk?.items, jsonSchema(operation.requestBody?.content ?? [])];
  return arrays.flatMap((schema): readonly Candidate[] => {
    const component = componentOf(schema?.keywords.items, components);
    return schema === undefined || component === undefined ? [] : [{ schema, role: "batch", operation, wanted: `${typeName(component)}Batch` }];
  });
};

const operationCandidates = (contract: Contract): readonly Candidate[] => {
  const components = componentNames(contract);
  return contract.operations.flatMap((operation) => [
    ...bodyCandidate(operation, sequenceOf(operation)?.items, "response", "Item"),
    ...batchCandidates(operation, components),
    ...bodyCandidate(operation, bodySchema(operation.requestBody), "request", "Request"),
    ...responseCandidates(operation),
  ]);
};

/** incomingName("order", "webhook") ~> "OrderWebhook" */
const incomingName = ({ kind, name, operation, method }: Incoming, isAlone: boolean): string => {
  const words = [operation ?? "", name, isAlone ? "" : method].filter((word) => word !== "").map((word) => pascalCase(word, "")).join("");
  const suffix = pascalCase(kind);
  return words.endsWith(suffix) ? words : `${words}${suffix}`;
};

/** Bodies of webhooks and callbacks, also where they are components: who receives one looks for it by its name. */
const incomingCandidates = ({ incoming }: Contract): readonly Candidate[] =>
  incoming.flatMap((request): readonly Candidate[] => {
    const schema = bodySchema(request.requestBody);
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

/** Every reason for which a schema gets a module, in document order; a schema may have several. */
export const schemaCandidates = (contract: Contract): readonly Candidate[] => [
  ...componentCandidates(contract),
  ...operationCandidates(contract),
  ...incomingCandidates(contract),
  ...referencedCandidates(contract),
];
