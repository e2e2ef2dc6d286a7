import { type Code, code, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import type { MediaType, Operation, Parameter, Response } from "../../model/contract.js";
import { isJson } from "../../plan/media-type.js";
import type { Plan, PlannedOperation } from "../../plan/plan.js";
import { otherParameters } from "../filters/query.js";
import type { TypeWriter } from "../types/type-expression.js";
import { bulkFunction, isBulk } from "./bulk-module.js";
import { bodyContent, optionName, optionsType, queryTable } from "./call-options.js";
import { listFunctions } from "./lists.js";
import { securityOf } from "./security.js";
import { validatorOf } from "./validator-of.js";

const isSuccess = ({ status }: Response): boolean => /^2/.test(status);

const isText = ({ mediaType }: MediaType): boolean => /^text\/|\+?xml\b/i.test(mediaType);

const contentType = (content: readonly MediaType[], types: TypeWriter): Code => {
  const [first] = content;
  if (first === undefined) return code`undefined`;
  const json = content.find(isJson);
  if (json !== undefined) return json.schema === undefined ? code`unknown` : types.typeOf(json.schema);
  return isText(first) ? code`string` : code`Blob`;
};

const distinct = (types: readonly Code[]): readonly Code[] => [...new Map(types.map((type) => [JSON.stringify(type.parts), type])).values()];

/** What a success gives; unknown where the description names none. */
export const resultType = ({ responses }: Operation, types: TypeWriter): Code => {
  const successes = distinct(responses.filter(isSuccess).map(({ content }) => contentType(content, types)));
  return successes.length === 0 ? code`unknown` : join(successes, " | ");
};

const failure = (name: string): Code => code`${typeSymbol("runtime/client/errors", name)}`;

/** An error body that is not described can be anything. */
const errorBodyType = ({ content }: Response, types: TypeWriter): Code => (content.length === 0 ? code`unknown` : contentType(content, types));

/** `ApiError<401, ErrorResponse> | … | ValidationError | …` */
const errorType = ({ responses }: Operation, types: TypeWriter): Code => {
  const described = responses
    .filter(({ status }) => /^[3-5]\d\d$/.test(status))
    .map((response) => code`${failure("ApiError")}<${literal(Number(response.status))}, ${errorBodyType(response, types)}>`);
  const others = responses.filter(({ status }) => /^[45]XX$/i.test(status) || status === "default").map((response) => errorBodyType(response, types));
  const other = others.length === 0 ? code`unknown` : join(distinct(others), " | ");
  return join(
    [...described, code`${failure("ApiError")}<${failure("OtherStatus")}, ${other}>`, ...["ValidationError", "TimeoutError", "NetworkError", "AbortError"].map(failure)],
    " | ",
  );
};

const parameterTable = (parameter: Parameter, operation: Operation): Code => {
  const option = parameter.in === "query" ? parameter.name : optionName(parameter, operation);
  return literal({
    name: parameter.name,
    in: parameter.in,
    ...(option === parameter.name ? {} : { option }),
    style: parameter.style,
    explode: parameter.explode,
    ...(parameter.allowReserved ? { allowReserved: true } : {}),
    ...(parameter.json ? { json: true } : {}),
  });
};

const parameterTables = (operation: Operation): readonly Code[] => {
  const inQuery = new Set(otherParameters(operation));
  const used = operation.parameters.filter((parameter) => parameter.in !== "query" || inQuery.has(parameter));
  return used.length === 0 ? [] : [code`parameters: [\n${used.map((parameter) => code`${parameterTable(parameter, operation)},\n`)}],\n`];
};

const bodyTable = (operation: Operation, plan: Plan): readonly Code[] => {
  const content = bodyContent(operation.requestBody);
  if (content === undefined) return [];
  const validate = isJson(content) ? validatorOf(content.schema, plan) : undefined;
  const parts = [
    code`mediaType: ${literal(content.mediaType)}`,
    code`required: ${literal(operation.requestBody?.required ?? false)}`,
    ...(isJson(content) ? [code`json: true`] : []),
    ...(validate === undefined ? [] : [code`validate: ${validate}`]),
  ];
  return [code`body: { ${join(parts, ", ")} },\n`];
};

const answerTables = ({ responses }: Operation, plan: Plan): readonly Code[] => {
  const answers = responses.filter(isSuccess).flatMap(({ status, content }) => {
    const validate = validatorOf(content.find(isJson)?.schema, plan);
    return validate === undefined ? [] : [code`${literal(status.toUpperCase())}: ${validate}`];
  });
  return answers.length === 0 ? [] : [code`answers: { ${join(answers, ", ")} },\n`];
};

/** JSON where some answer is JSON; else what the description lists. */
const acceptTable = ({ responses }: Operation): readonly Code[] => {
  const content = responses.flatMap((response) => response.content);
  const json = content.find(isJson);
  const accepted = json === undefined ? [...new Set(content.map(({ mediaType }) => mediaType))] : [json.mediaType];
  return accepted.length === 0 ? [] : [code`accept: ${literal(accepted.join(", "))},\n`];
};

const tableOf = ({ operation, names }: PlannedOperation, plan: Plan): Code =>
  code`{
id: ${literal(operation.id)},
method: ${literal(operation.method.toUpperCase())},
path: ${literal(operation.path)},
${parameterTables(operation)}${queryTable(operation, names)}${bodyTable(operation, plan)}${acceptTable(operation)}${answerTables(operation, plan)}security: ${securityOf(operation, plan.contract)},
}`;

const docsOf = ({ summary, description, deprecated }: Operation): string =>
  [summary ?? "", description ?? "", deprecated ? "@deprecated" : ""].map((text) => text.trim()).filter((text) => text !== "").join("\n\n");

/** The module of one operation: the types of its options and errors, and the function that calls it. */
export const callModule = (planned: PlannedOperation, plan: Plan, types: TypeWriter): ModuleDraft => {
  const { operation, names } = planned;
  const docs = docsOf(operation);
  const value = resultType(operation, types);
  const optionsName = isBulk(operation) ? names.once : names.options;
  const type = code`${typeSymbol("runtime/client/operation", "Operation")}<${identifier(optionsName)}, ${value}, ${identifier(names.error)}>`;
  const bulk = bulkFunction(planned, plan, types, docs, type);
  const call = bulk === undefined ? names.call : `${names.call}.once`;
  const declarations: readonly Declaration[] = [
    { kind: "typeAlias", name: optionsName, exported: true, type: optionsType(operation, names, types) },
    { kind: "typeAlias", name: names.error, exported: true, docs: `What \`${call}\` throws, and \`${call}.safe\` gives.`, type: errorType(operation, types) },
    { kind: "const", name: "table", exported: false, type: code`${typeSymbol("runtime/client/operation", "OperationTable")}`, value: tableOf(planned, plan) },
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
  return { kind: "module", path: names.callModule, declarations: [...declarations, ...listFunctions(planned, plan, types)] };
};
