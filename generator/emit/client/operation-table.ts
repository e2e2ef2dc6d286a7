import { type Code, code, join, symbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { MediaType, Operation, Parameter, RequestBody } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import type { Schema } from "../../model/schema.js";
import { resolved } from "../../model/schema-at.js";
import { formIn, otherBodies } from "../../plan/form.js";
import { isJson, isJsonLines, isText, jsonContent, jsonOf } from "../../plan/media-type.js";
import type { OperationNames, Plan, PlannedOperation } from "../../plan/plan.js";
import { operationMethods } from "../../source/operation-methods.js";
import { codecCode, wireCode } from "../codecs/codec-code.js";
import { queryWire } from "../codecs/query-codec.js";
import { otherParameters } from "../filters/query.js";
import type { ModuleWriter } from "../validation/module-scope.js";
import { answerMediaTypes, bodyContent, hasQuery, isAnyJson, optionName, renamedOptions, sentAs } from "./call-options.js";
import { checksOf } from "./checks-of.js";
import { formMember, querystringMember } from "./form-code.js";
import { optionsSchema } from "./options-schema.js";
import { answered } from "./outcome-types.js";
import { securityOf } from "./security.js";
import { ownServer } from "./servers.js";
import { validatorOf } from "./validator-of.js";

const parameterTable = (parameter: Parameter, operation: Operation, plan: Plan): Code => {
  const option = parameter.in === "query" ? parameter.name : optionName(parameter, operation);
  const members = {
    name: parameter.name,
    in: parameter.in,
    ...(option === parameter.name ? {} : { option }),
    style: parameter.style,
    explode: parameter.explode,
    ...(parameter.allowReserved ? { allowReserved: true } : {}),
    ...(parameter.in !== "querystring" && parameter.content !== undefined && isJson(parameter.content) ? { json: true } : {}),
  };
  // those of the query are written together
  const wire = parameter.in === "query" ? undefined : wireCode(parameter.schema, plan);
  const parts = Object.entries(members).map(([key, value]) => code`${propertyKey(key)}: ${literal(value)}`);
  const writing = parameter.in === "querystring" ? querystringMember(parameter) : [];
  return code`{ ${join([...parts, ...writing, ...(wire === undefined ? [] : [code`wire: ${wire}`])], ", ")} }`;
};

/** `check: reportParameters`: what looks at the values of parameters beside the query. */
const parameterCheck = (operation: Operation, writer: ModuleWriter): readonly Code[] => {
  const schema = optionsSchema(operation);
  const report = schema === undefined ? undefined : writer.reportOf(schema);
  return report === undefined ? [] : [code`check: ${report},\n`];
};

const parameterTables = (operation: Operation, plan: Plan): readonly Code[] => {
  const inQuery = new Set(otherParameters(operation));
  const used = operation.parameters.filter((parameter) => parameter.in !== "query" || inQuery.has(parameter));
  return used.length === 0 ? [] : [code`parameters: [\n${used.map((parameter) => code`${parameterTable(parameter, operation, plan)},\n`)}],\n`];
};

/** What the run time knows of the query (templates/client/operation.ts). */
const queryTable = (operation: Operation, names: OperationNames, plan: Plan): readonly Code[] => {
  if (!hasQuery(operation)) return [];
  const table = symbol(names.module, "filterTable");
  const filters =
    operation.filters === undefined
      ? []
      : [
          code`flatten: (where) => ${symbol("runtime/filters", "flattenWhere")}(${table}, where),\n`,
          code`write: (query) => ${symbol("runtime/filters", "writeFilters")}(${table}, query),\n`,
        ];
  const renamed = renamedOptions(operation);
  const renames = Object.keys(renamed).length === 0 ? [] : [code`renamed: ${literal(renamed)},\n`];
  const wire = queryWire(operation, table, plan);
  return [code`query: {\nvalidate: ${symbol(names.module, names.validateQuery)},\n${filters}${renames}${wire}},\n`];
};

const oneBodyTable = (content: MediaType, body: RequestBody, plan: Plan): readonly Code[] => {
  const asJson = isAnyJson(content);
  const lines = body.content.find(isJsonLines);
  return [
    code`mediaType: ${literal(sentAs(content))}`,
    code`required: ${literal(body.required)}`,
    ...(asJson ? [code`json: true`] : []),
    ...(asJson && lines !== undefined ? [code`lines: ${literal(lines.mediaType)}`] : []),
    ...(asJson || formIn(content) !== undefined ? checksOf(content.schema, plan) : []),
    ...formMember(content),
    // a codec does it as well
    ...(asJson && content.schema !== undefined && plan.codecOf(content.schema) === undefined && plan.hasMsDate(content.schema)
      ? [code`escape: ${symbol("runtime/client/wire/escape-ms-dates", "escapeMsDates")}`]
      : []),
  ];
};

const bodyTable = ({ requestBody }: Operation, plan: Plan): readonly Code[] => {
  const content = bodyContent(requestBody);
  if (content === undefined || requestBody === undefined) return [];
  const others = otherBodies(requestBody).map((other) => code`${propertyKey(other.mediaType)}: { ${join(oneBodyTable(other, requestBody, plan), ", ")} },\n`);
  const choice = others.length === 0 ? [] : [code`others: {\n${others}}`];
  return [code`body: { ${join([...oneBodyTable(content, requestBody, plan), ...choice], ", ")} },\n`];
};

const isList = (schema: Schema): boolean => {
  const { type, items } = resolved(schema).keywords;
  return items !== undefined || type?.includes("array") === true;
};

/** Checks of each item, for an answer of nothing but items. */
const itemChecks = (items: Schema, plan: Plan): readonly Code[] => {
  const validate = validatorOf(items, plan);
  const codec = codecCode(items, plan);
  return [
    ...(validate === undefined ? [] : [code`validate: ${symbol("runtime/client/validate-items", "validateItems")}(${validate})`]),
    ...(codec === undefined ? [] : [code`wire: /* @__PURE__ */ ${symbol("runtime/client/wire/wire", "wireOf")}({ items: ${codec.value} })`]),
  ];
};

/** Octets, as far as an answer without a media type goes. */
const areOctets = (content: readonly MediaType[]): boolean => content[0] !== undefined && jsonContent(content) === undefined && !isText(content[0]);

const answerTables = ({ responses }: Operation, plan: Plan): readonly Code[] => {
  const answers = responses.filter(isSuccess).flatMap(({ status, content }) => {
    const { schema, items } = answered(content);
    const asList = items !== undefined || (schema !== undefined && content.some(isJsonLines) && isList(schema)) ? [code`list: true`] : [];
    const asOctets = areOctets(content) ? [code`octets: true`] : [];
    const parts = [...(items === undefined ? checksOf(schema, plan) : itemChecks(items, plan)), ...asList, ...asOctets];
    return parts.length === 0 ? [] : [code`${literal(status.toUpperCase())}: { ${join(parts, ", ")} }`];
  });
  return answers.length === 0 ? [] : [code`answers: { ${join(answers, ", ")} },\n`];
};

/** JSON where some answer is JSON; else what the description lists. */
const acceptTable = (operation: Operation): readonly Code[] => {
  const content = operation.responses.flatMap((response) => response.content);
  const json = jsonOf(content);
  const accepted = json === undefined ? [...new Set(content.map(({ mediaType }) => mediaType))] : [json.mediaType];
  const [, ...others] = answerMediaTypes(operation);
  const further = others.length === 0 ? code`` : code`accepts: ${literal(others)},\n`;
  return accepted.length === 0 ? [] : [code`accept: ${literal(accepted.join(", "))},\n${further}`];
};

/** The methods of a path item are written in lower case; all others are sent as they are written. */
const wireMethod = ({ method }: Operation): string => (operationMethods.includes(method) ? method.toUpperCase() : method);

/** What the run time knows of an operation (templates/client/operation-table.ts). */
export const operationTable = ({ operation, names }: PlannedOperation, plan: Plan, writer: ModuleWriter): Code => {
  const server = ownServer(operation);
  return code`{
id: ${literal(operation.id)},
method: ${literal(wireMethod(operation))},
path: ${literal(operation.path)},
${server === undefined ? code`` : code`server: ${literal(server)},\n`}${parameterTables(operation, plan)}${parameterCheck(operation, writer)}${queryTable(operation, names, plan)}${bodyTable(operation, plan)}${acceptTable(operation)}${answerTables(operation, plan)}security: ${securityOf(operation, plan.contract)},
}`;
};
