import { type Code, code, identifier, join, keyOfCode, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { MediaType, Operation, Parameter, Response } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import type { Schema } from "../../model/schema.js";
import { resolved } from "../../model/schema-at.js";
import { isJson, isJsonLines, jsonContent, sequenceOf } from "../../plan/media-type.js";
import { operationMethods } from "../../source/operation-methods.js";
import { formOf } from "../../plan/form.js";
import type { Plan, PlannedOperation } from "../../plan/plan.js";
import { decodedType, shownClient, shownParameter, shownParameterWithStandard, wireCode } from "../codecs/codec-code.js";
import { hasQueryCodec } from "../codecs/query-codec.js";
import { otherParameters } from "../filters/query.js";
import type { TypeWriter } from "../types/type-expression.js";
import type { ClientTypes } from "./client-types.js";
import { bulkFunction, isBulk } from "./bulk-module.js";
import { answerMediaTypes, areOptional, bodyContent, optionName, optionsType, queryTable } from "./call-options.js";
import { checksOf } from "./checks-of.js";
import { formMember, querystringMember } from "./form-code.js";
import { listFunctions } from "./lists.js";
import { securityOf } from "./security.js";
import { ownServer } from "./servers.js";

const isText = ({ mediaType }: MediaType): boolean => /^text\/|\+?xml\b/i.test(mediaType);

const contentType = (content: readonly MediaType[], types: TypeWriter): Code => {
  const [first] = content;
  if (first === undefined) return code`undefined`;
  const json = jsonContent(content);
  if (json?.schema !== undefined) return types.typeOf(json.schema);
  // JSON Lines are read as one list
  if (json !== undefined) return json.itemSchema === undefined ? code`unknown` : code`(${types.typeOf(json.itemSchema)})[]`;
  return isText(first) ? code`string` : code`Blob`;
};

const distinct = (types: readonly Code[]): readonly Code[] => [...new Map(types.map((type) => [keyOfCode(type), type])).values()];

/** What a success gives; unknown where the description names none. */
const resultType = ({ responses }: Operation, types: TypeWriter, plan: Plan): Code => {
  const successes = distinct(responses.filter(isSuccess).map(({ content }) => decodedType(contentType(content, types), jsonContent(content)?.schema, plan)));
  return successes.length === 0 ? code`unknown` : join(successes, " | ");
};

const failure = (name: string): Code => code`${typeSymbol("runtime/client/errors", name)}`;

/** An error body that is not described can be anything. */
const errorBodyType = ({ content }: Response, types: TypeWriter): Code => (content.length === 0 ? code`unknown` : contentType(content, types));

/** `ApiError<401, ErrorResponse> | … | ValidationError | …` */
const errorType = ({ responses }: Operation, types: TypeWriter): Code => {
  const named = responses.filter(({ status }) => /^[3-5]\d\d$/.test(status));
  const described = named.map((response) => code`${failure("ApiError")}<${literal(Number(response.status))}, ${errorBodyType(response, types)}>`);
  const statuses = named.length === 0 ? code`` : code`<${join(named.map(({ status }) => literal(Number(status))), " | ")}>`;
  const others = responses.filter(({ status }) => /^[45]XX$/i.test(status) || status === "default").map((response) => errorBodyType(response, types));
  const other = others.length === 0 ? code`unknown` : join(distinct(others), " | ");
  return join(
    [...described, code`${failure("ApiError")}<${failure("OtherStatus")}${statuses}, ${other}>`, ...["ValidationError", "TimeoutError", "NetworkError", "AbortError"].map(failure)],
    " | ",
  );
};

const parameterTable = (parameter: Parameter, operation: Operation, plan: Plan): Code => {
  const option = parameter.in === "query" ? parameter.name : optionName(parameter, operation);
  const members = {
    name: parameter.name,
    in: parameter.in,
    ...(option === parameter.name ? {} : { option }),
    style: parameter.style,
    explode: parameter.explode,
    ...(parameter.allowReserved ? { allowReserved: true } : {}),
    ...(parameter.json && parameter.in !== "querystring" ? { json: true } : {}),
  };
  // those of the query are written together
  const wire = parameter.in === "query" ? undefined : wireCode(parameter.schema, plan);
  const parts = Object.entries(members).map(([key, value]) => code`${propertyKey(key)}: ${literal(value)}`);
  const writing = parameter.in === "querystring" ? querystringMember(parameter) : [];
  return code`{ ${join([...parts, ...writing, ...(wire === undefined ? [] : [code`wire: ${wire}`])], ", ")} }`;
};

const parameterTables = (operation: Operation, plan: Plan): readonly Code[] => {
  const inQuery = new Set(otherParameters(operation));
  const used = operation.parameters.filter((parameter) => parameter.in !== "query" || inQuery.has(parameter));
  return used.length === 0 ? [] : [code`parameters: [\n${used.map((parameter) => code`${parameterTable(parameter, operation, plan)},\n`)}],\n`];
};

const bodyTable = (operation: Operation, plan: Plan): readonly Code[] => {
  const content = bodyContent(operation.requestBody);
  if (content === undefined) return [];
  const isAnyJson = isJson(content) || isJsonLines(content);
  const isForm = formOf(operation.requestBody) !== undefined;
  const lines = operation.requestBody?.content.find(isJsonLines);
  const parts = [
    code`mediaType: ${literal(content.mediaType)}`,
    code`required: ${literal(operation.requestBody?.required ?? false)}`,
    ...(isAnyJson ? [code`json: true`] : []),
    ...(isAnyJson && lines !== undefined ? [code`lines: ${literal(lines.mediaType)}`] : []),
    ...(isAnyJson || isForm ? checksOf(content.schema, plan) : []),
    ...formMember(operation),
    // a codec does it as well
    ...(isAnyJson && content.schema !== undefined && plan.codecOf(content.schema) === undefined && plan.hasMsDate(content.schema)
      ? [code`escape: ${symbol("runtime/client/wire/escape-ms-dates", "escapeMsDates")}`]
      : []),
  ];
  return [code`body: { ${join(parts, ", ")} },\n`];
};

const isList = (schema: Schema): boolean => {
  const { type, items } = resolved(schema).keywords;
  return items !== undefined || type?.includes("array") === true;
};

const answerTables = ({ responses }: Operation, plan: Plan): readonly Code[] => {
  const answers = responses.filter(isSuccess).flatMap(({ status, content }) => {
    const schema = jsonContent(content)?.schema;
    const isOfItems = content.some((one) => isJsonLines(one) && one.itemSchema !== undefined);
    const asList = isOfItems || (schema !== undefined && content.some(isJsonLines) && isList(schema)) ? [code`list: true`] : [];
    const parts = [...checksOf(schema, plan), ...asList];
    return parts.length === 0 ? [] : [code`${literal(status.toUpperCase())}: { ${join(parts, ", ")} }`];
  });
  return answers.length === 0 ? [] : [code`answers: { ${join(answers, ", ")} },\n`];
};

/** JSON where some answer is JSON; else what the description lists. */
const acceptTable = (operation: Operation): readonly Code[] => {
  const content = operation.responses.flatMap((response) => response.content);
  const json = content.find(isJson);
  const accepted = json === undefined ? [...new Set(content.map(({ mediaType }) => mediaType))] : [json.mediaType];
  const [, ...others] = answerMediaTypes(operation);
  const further = others.length === 0 ? code`` : code`accepts: ${literal(others)},\n`;
  return accepted.length === 0 ? [] : [code`accept: ${literal(accepted.join(", "))},\n${further}`];
};

/** The methods of a path item are written in lower case; all others are sent as they are written. */
const wireMethod = ({ method }: Operation): string => (operationMethods.includes(method) ? method.toUpperCase() : method);

const tableOf = ({ operation, names }: PlannedOperation, plan: Plan): Code => {
  const server = ownServer(operation);
  return code`{
id: ${literal(operation.id)},
method: ${literal(wireMethod(operation))},
path: ${literal(operation.path)},
${server === undefined ? code`` : code`server: ${literal(server)},\n`}${parameterTables(operation, plan)}${queryTable(operation, names, plan)}${bodyTable(operation, plan)}${acceptTable(operation)}${answerTables(operation, plan)}security: ${securityOf(operation, plan.contract)},
}`;
};

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
    { kind: "const", name: "table", exported: false, type: code`${typeSymbol("runtime/client/operation-table", "OperationTable")}`, value: tableOf(planned, plan) },
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
