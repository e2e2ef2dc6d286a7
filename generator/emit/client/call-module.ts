import { type Code, code, identifier, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import type { MediaType, Operation } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import { formOf } from "../../plan/form.js";
import { jsonContent, sequenceOf } from "../../plan/media-type.js";
import type { Plan, PlannedOperation } from "../../plan/plan.js";
import { shownClient, shownParameter, shownParameterWithStandard } from "../codecs/codec-code.js";
import { hasQueryCodec } from "../codecs/query-codec.js";
import { bulkFunction, isBulk } from "./bulk-module.js";
import { areOptional, optionsType } from "./call-options.js";
import type { ClientTypes } from "./client-types.js";
import { listFunctions } from "./lists.js";
import { operationTable } from "./operation-table.js";
import { errorType, resultType } from "./outcome-types.js";

const docsOf = ({ summary, description, deprecated }: Operation): string =>
  [summary ?? "", description ?? "", deprecated ? "@deprecated" : ""].map((text) => text.trim()).filter((text) => text !== "").join("\n\n");

const hasCodec = (content: readonly MediaType[], plan: Plan): boolean => {
  const schema = jsonContent(content)?.schema;
  return schema !== undefined && plan.codecOf(schema) !== undefined;
};

const hasFormCodec = ({ requestBody }: Operation, plan: Plan): boolean => {
  const form = formOf(requestBody);
  return form !== undefined && plan.codecOf(form.schema) !== undefined;
};

/** Does a program give anything otherwise than the wire has it? */
const areOptionsCoded = (operation: Operation, plan: Plan): boolean =>
  hasQueryCodec(operation, plan) ||
  operation.parameters.some(({ in: place, schema }) => place !== "query" && plan.codecOf(schema) !== undefined) ||
  hasCodec(operation.requestBody?.content ?? [], plan) ||
  hasFormCodec(operation, plan);

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
  if (!isCoded(operation, plan)) return code`${typeSymbol("runtime/client/operation", "Operation")}<${identifier(options)}, ${value}, ${identifier(names.error)}>`;
  const optionsOf = areOptionsCoded(operation, plan) ? code`${identifier(options)}<Shown>` : identifier(options);
  const parameters = code`<${shownParameter}>(client: ${shownClient}, options${areOptional(operation, names, types.sent, plan) ? code`?` : code``}: ${optionsOf})`;
  const outcome = code`${typeSymbol("runtime/client/outcome", "Outcome")}<${value}, ${identifier(names.error)}>`;
  return code`{
${parameters}: Promise<${value}>;
readonly safe: ${parameters} => Promise<${outcome}>;
}`;
};

/** The module of one operation: the types of its options and errors, and the function that calls it. */
export const callModule = (planned: PlannedOperation, plan: Plan, types: ClientTypes): ModuleDraft => {
  const { operation, names } = planned;
  const docs = docsOf(operation);
  const optionsName = isBulk(operation) ? names.once : names.options;
  const type = functionType(planned, plan, types, optionsName);
  const bulk = bulkFunction(planned, plan, types, docs, type);
  const call = bulk === undefined ? names.call : `${names.call}.once`;
  const typeParameters = areOptionsCoded(operation, plan) ? { typeParameters: [shownParameterWithStandard(plan)] } : {};
  const declarations: readonly Declaration[] = [
    { kind: "typeAlias", name: optionsName, exported: true, ...typeParameters, type: optionsType(operation, names, types.sent, plan) },
    { kind: "typeAlias", name: names.error, exported: true, docs: `What \`${call}\` throws, and \`${call}.safe\` gives.`, type: errorType(operation, types.read) },
    { kind: "const", name: "table", exported: false, type: code`${typeSymbol("runtime/client/operation-table", "OperationTable")}`, value: operationTable(planned, plan) },
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
  return { kind: "module", path: names.callModule, declarations: [...declarations, ...listFunctions(planned, plan, types, { value: isCoded(operation, plan), options: areOptionsCoded(operation, plan) })] };
};
