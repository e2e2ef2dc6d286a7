import { type Code, code, identifier, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import type { MediaType, Operation } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import { formIn } from "../../plan/form.js";
import { sequenceOf } from "../../plan/media-type.js";
import type { OperationNames, Plan, PlannedOperation } from "../../plan/plan.js";
import { shownClient, shownParameter, shownParameterWithStandard } from "../codecs/codec-code.js";
import { hasQueryCodec } from "../codecs/query-codec.js";
import { createModuleWriter } from "../validation/module-scope.js";
import { bulkFunction, isBulk } from "./bulk-module.js";
import { areOptional, isAnyJson, optionsType } from "./call-options.js";
import type { ClientTypes } from "./client-types.js";
import { listFunctions } from "./lists.js";
import { operationTable } from "./operation-table.js";
import { answered, errorType, resultType } from "./outcome-types.js";
import { headerDeclarations, headersType } from "./response-headers.js";

const docsOf = ({ summary, description, deprecated }: Operation): string =>
  [summary ?? "", description ?? "", deprecated ? "@deprecated" : ""].map((text) => text.trim()).filter((text) => text !== "").join("\n\n");

const hasCodec = (content: readonly MediaType[], plan: Plan): boolean => {
  const { items, schema = items } = answered(content);
  return schema !== undefined && plan.codecOf(schema) !== undefined;
};

/** Of a body that is sent as JSON or as a form. */
const hasBodyCodec = ({ requestBody }: Operation, plan: Plan): boolean =>
  requestBody?.content.some((content) => (isAnyJson(content) || formIn(content) !== undefined) && content.schema !== undefined && plan.codecOf(content.schema) !== undefined) === true;

/** Does a program give anything otherwise than the wire has it? */
const areOptionsCoded = (operation: Operation, plan: Plan): boolean =>
  hasQueryCodec(operation, plan) ||
  operation.parameters.some(({ in: place, schema }) => place !== "query" && plan.codecOf(schema) !== undefined) ||
  hasBodyCodec(operation, plan);

const areItemsCoded = (operation: Operation, plan: Plan): boolean => {
  const sequence = sequenceOf(operation);
  return sequence !== undefined && plan.codecOf(sequence.items) !== undefined;
};

/** Does it give, or get, anything so? */
const isCoded = (operation: Operation, plan: Plan): boolean =>
  areOptionsCoded(operation, plan) || areItemsCoded(operation, plan) || operation.responses.some((response) => isSuccess(response) && hasCodec(response.content, plan));

/** The function's type. Where a client decides how values are shown, both of its forms say so. */
const functionType = (planned: PlannedOperation, plan: Plan, types: ClientTypes, options: string): Code => {
  const { operation, names } = planned;
  const value = resultType(operation, types.read, plan);
  const headers = headersType(planned);
  const head = headers === undefined ? code`` : code`, ${headers}`;
  if (!isCoded(operation, plan)) return code`${typeSymbol("runtime/client/operation", "Operation")}<${identifier(options)}, ${value}, ${identifier(names.error)}${head}>`;
  const optionsOf = areOptionsCoded(operation, plan) ? code`${identifier(options)}<Shown>` : identifier(options);
  const parameters = code`<${shownParameter}>(client: ${shownClient}, options${areOptional(operation, names, types.sent, plan) ? code`?` : code``}: ${optionsOf})`;
  const outcome = code`${typeSymbol("runtime/client/outcome", "Outcome")}<${value}, ${identifier(names.error)}${head}>`;
  return code`{
${parameters}: Promise<${value}>;
readonly safe: ${parameters} => Promise<${outcome}>;
}`;
};

/** What else the module declares. */
const takenNames = ({ call, options, once, error, headers, readHeaders, paginate, stream }: OperationNames): readonly string[] => [
  ...[call, options, once, error, headers, readHeaders, paginate, stream],
  ...["table", "bulkTable"],
];

/** The module of one operation: the types of its options and errors, and the function that calls it. */
export const callModule = (planned: PlannedOperation, plan: Plan, types: ClientTypes): ModuleDraft => {
  const { operation, names } = planned;
  const docs = docsOf(operation);
  const optionsName = isBulk(operation) ? names.once : names.options;
  const type = functionType(planned, plan, types, optionsName);
  const bulk = bulkFunction(planned, plan, types, docs, type);
  const call = bulk === undefined ? names.call : `${names.call}.once`;
  const writer = createModuleWriter(plan, takenNames(names));
  const table = operationTable(planned, plan, writer);
  const headers = headerDeclarations(planned, types.read, writer);
  const typeParameters = areOptionsCoded(operation, plan) ? { typeParameters: [shownParameterWithStandard(plan)] } : {};
  const declarations: readonly Declaration[] = [
    ...writer.declarations(),
    { kind: "typeAlias", name: optionsName, exported: true, ...typeParameters, type: optionsType(operation, names, types.sent, plan) },
    { kind: "typeAlias", name: names.error, exported: true, docs: `What \`${call}\` throws, and \`${call}.safe\` gives.`, type: errorType(planned, types.read) },
    { kind: "const", name: "table", exported: false, type: code`${typeSymbol("runtime/client/operation-table", "OperationTable")}`, value: table },
    ...(bulk ?? [
      {
        kind: "const",
        name: names.call,
        exported: true,
        ...(docs === "" ? {} : { docs }),
        type,
        value: code`/* @__PURE__ */ ${symbol("runtime/client/operation", "createOperation")}(table)`,
      },
    ]),
  ];
  return { kind: "module", path: names.callModule, declarations: [...declarations, ...headers, ...listFunctions(planned, plan, types, { value: isCoded(operation, plan), options: areOptionsCoded(operation, plan) })] };
};
