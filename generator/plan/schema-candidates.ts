import type { Contract, Incoming, Operation, Response } from "../model/contract.js";
import { isSuccess } from "../model/is-success.js";
import type { Schema } from "../model/schema.js";
import { tokens } from "../source/pointer.js";
import { componentNames, type ComponentNames, componentOf } from "./components.js";
import { formIn, formOf, otherBodies } from "./form.js";
import { isJson, isMultipart, isUrlEncoded, jsonSchema, sequenceOf } from "./media-type.js";
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

/** Bodies that a call may choose: `AddPetRequestMultipart`, `AddPetRequestUrlEncoded`, `AddPetRequestMergePatch`. */
const otherBodyCandidates = (operation: Operation): readonly Candidate[] =>
  (operation.requestBody === undefined ? [] : otherBodies(operation.requestBody)).flatMap((content) => {
    const schema = isJson(content) ? content.schema : formIn(content)?.schema;
    const kind = isMultipart(content) ? "Multipart" : isUrlEncoded(content) ? "UrlEncoded" : pascalCase(content.mediaType.replace(/^[^/]*\/|\+json\b|;.*$/g, ""));
    return bodyCandidate(operation, schema, "request", `Request${kind}`);
  });

/** The bodies of answers, and what stands behind the name of what is answered. */
const namedAnswers = (responses: readonly Response[]): readonly { readonly schema: Schema; readonly suffix: string }[] => {
  const success = responses.filter((response) => isSuccess(response) && jsonSchema(response.content) !== undefined);
  return responses.flatMap((response) => {
    const schema = jsonSchema(response.content);
    // the one success body needs no status in its name
    const status = success.length === 1 && success[0] === response ? "" : pascalCase(response.status, "");
    return schema === undefined ? [] : [{ schema, suffix: `Response${status}` }];
  });
};

const responseCandidates = (operation: Operation): readonly Candidate[] =>
  namedAnswers(operation.responses).flatMap(({ schema, suffix }) => bodyCandidate(operation, schema, "response", suffix));

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
    ...otherBodyCandidates(operation),
    ...responseCandidates(operation),
  ]);
};

/** incomingName("order", "webhook") ~> "OrderWebhook" */
const incomingName = ({ kind, name, operation, method }: Incoming, isAlone: boolean): string => {
  const words = [operation ?? "", name, isAlone ? "" : method].filter((word) => word !== "").map((word) => pascalCase(word, "")).join("");
  const suffix = pascalCase(kind);
  return words.endsWith(suffix) ? words : `${words}${suffix}`;
};

/** Is its name enough to tell it from the others? One without a body makes way for one that has a body. */
const isAlone = (request: Incoming, all: readonly Incoming[]): boolean =>
  !all.some(
    (other) =>
      other !== request && other.kind === request.kind && other.name === request.name && other.operation === request.operation && (other.requestBody !== undefined || request.requestBody === undefined),
  );

/** Bodies of webhooks and callbacks, and answers to them, also where they are components: who receives one looks for it by its name. */
const incomingCandidates = ({ incoming }: Contract): readonly Candidate[] =>
  incoming.flatMap((request): readonly Candidate[] => {
    const name = incomingName(request, isAlone(request, incoming));
    const schema = bodySchema(request.requestBody);
    const sent: readonly Candidate[] = schema === undefined ? [] : [{ schema, role: "incoming", wanted: name }];
    return [...sent, ...namedAnswers(request.responses).map((answer): Candidate => ({ schema: answer.schema, role: "answer", wanted: `${name}${answer.suffix}` }))];
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
