import { type Code, code, join, keyOfCode, typeSymbol } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { MediaType, Operation, Parameter, RequestBody } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import { firstBody, formIn, otherBodies } from "../../plan/form.js";
import type { OperationNames, Plan } from "../../plan/plan.js";
import { isJson, isJsonLines, isRange, jsonOf } from "../../plan/media-type.js";
import { encodableType } from "../codecs/codec-code.js";
import { encodableQuery, encodableWhere } from "../codecs/query-codec.js";
import { firstLine } from "../filters/first-line.js";
import { otherParameters } from "../filters/query.js";
import type { TypeWriter } from "../types/type-expression.js";
import { formType } from "./form-code.js";

/** Names of options that mean something of their own. */
const taken: ReadonlySet<string> = new Set(["where", "query", "body", "page", "pageSize", "signal", "timeout", "deadline", "retry", "headers", "validate", "accept", "contentType"]);

/** What the options of a call name a path, header or cookie parameter: its own name where that is free. */
export const optionName = (parameter: Parameter, { parameters, orderBy }: Operation): string => {
  const others = parameters.filter((one) => one !== parameter && one.in !== "query" && one.name === parameter.name);
  const isFree = !taken.has(parameter.name) && orderByOption(orderBy?.parameter) !== parameter.name;
  return isFree && (others.length === 0 || parameter.in === "path") ? parameter.name : `${parameter.name}_${parameter.in}`;
};

/** orderByOption("_order_by") ~> "order_by" */
export const orderByOption = (parameter: string | undefined): string | undefined => parameter?.replace(/^_+(?=.)/, "");

export const hasQuery = ({ parameters }: Operation): boolean => parameters.some((parameter) => parameter.in === "query");

/** The body that is sent unless told otherwise. */
export const bodyContent = (body: RequestBody | undefined): MediaType | undefined => (body === undefined ? undefined : firstBody(body));

export const isAnyJson = (content: MediaType): boolean => isJson(content) || isJsonLines(content);

/** The media type of a body: JSON goes as such, whatever would do as well. */
export const sentAs = (content: MediaType): string => (isRange(content) && isJson(content) ? "application/json" : content.mediaType);

interface Option {
  readonly name: string;
  readonly type: Code;
  readonly optional: boolean;
  readonly docs?: string | undefined;
}

const optionText = ({ name, type, optional, docs }: Option): Code => {
  const comment = docs === undefined ? code`` : code`/** ${safeComment(docs)} */\n`;
  return code`${comment}readonly ${propertyKey(name)}${optional ? code`?` : code``}: ${type};\n`;
};

/** Text of a description inside a comment cannot close it. */
const safeComment = (docs: string): Code => ({ kind: "code", parts: [docs.replaceAll("*/", "* /").replaceAll(/[\r\n\u2028\u2029]+/g, " ")] });

const bodyType = (content: MediaType | undefined, types: TypeWriter, plan: Plan): Code => {
  const form = content === undefined ? undefined : formIn(content);
  if (form !== undefined) return formType(form, types, (type) => encodableType(type, form.schema, plan));
  if (content === undefined || !isAnyJson(content)) return code`${typeSymbol("runtime/client/operation-table", "RawBody")}`;
  return content.schema === undefined ? code`unknown` : encodableType(types.typeOf(content.schema), content.schema, plan);
};

/** Ways to write the body that is sent unless told otherwise: as JSON, or beside that as JSON Lines. */
const bodyMediaTypes = ({ requestBody }: Operation): readonly string[] => mediaTypes(requestBody?.content ?? []);

/** Those of its successful answers. */
export const answerMediaTypes = ({ responses }: Operation): readonly string[] => mediaTypes(responses.filter(isSuccess).flatMap(({ content }) => content));

const mediaTypes = (content: readonly MediaType[]): readonly string[] => {
  const found = [jsonOf(content), content.find(isJsonLines)].flatMap((one) => (one === undefined ? [] : [one.mediaType]));
  return found.length < 2 ? [] : found;
};

interface Body {
  readonly type: Code;
  /** None where it goes without saying. */
  readonly mediaTypes: readonly string[];
}

/** What a body can be, those that are typed alike together. */
const otherBodyTypes = (operation: Operation, types: TypeWriter, plan: Plan): readonly Body[] => {
  const bodies = new Map<string, Body>();
  for (const content of operation.requestBody === undefined ? [] : otherBodies(operation.requestBody)) {
    const type = bodyType(content, types, plan);
    const same = bodies.get(keyOfCode(type))?.mediaTypes ?? [];
    bodies.set(keyOfCode(type), { type, mediaTypes: [...same, content.mediaType] });
  }
  return [...bodies.values()];
};

/** `body` with the `contentType` that says how it is sent, where there is a choice. */
const bodyChoice = (operation: Operation, types: TypeWriter, plan: Plan): Code | undefined => {
  const { requestBody } = operation;
  const others = otherBodyTypes(operation, types, plan);
  const first = bodyContent(requestBody);
  if (requestBody === undefined || first === undefined || others.length === 0) return undefined;
  const type = bodyType(first, types, plan);
  const alike = others.find((other) => keyOfCode(other.type) === keyOfCode(type));
  const standard = isRange(first) ? sentAs(first) : first.mediaType;
  const own = [...new Set([standard, ...bodyMediaTypes(operation), ...(alike?.mediaTypes ?? [])])];
  const alternative = (body: Body, isFirst: boolean): Code => {
    const docs = isFirst ? `How the body is sent; ${standard} unless told otherwise.` : "How the body is sent.";
    const members: readonly Option[] = [
      { name: "body", type: body.type, optional: !requestBody.required, docs: firstLine(requestBody.description) },
      { name: "contentType", type: join(body.mediaTypes.map((value) => literal(value)), " | "), optional: isFirst, docs },
    ];
    return code`{\n${members.map(optionText)}}`;
  };
  return code`(\n| ${join([alternative({ type, mediaTypes: own }, true), ...others.filter((other) => other !== alike).map((other) => alternative(other, false))], "\n| ")}\n)`;
};

const choice = (name: string, values: readonly string[], docs: string): readonly Option[] =>
  values.length === 0 ? [] : [{ name, type: join(values.map((value) => literal(value)), " | "), optional: true, docs: `${docs}; ${values[0] ?? ""} unless told otherwise.` }];

const fixedOptions = (operation: Operation, names: OperationNames, types: TypeWriter, plan: Plan, withoutBody = false): readonly Option[] => {
  const { parameters, requestBody, filters, orderBy } = operation;
  const hasChoice = !withoutBody && requestBody !== undefined && otherBodies(requestBody).length > 0;
  const order = orderByOption(orderBy?.parameter);
  const paged = pagesOf(operation);
  const others = otherParameters(operation).filter(({ name }) => name !== paged?.page && name !== paged?.size);
  const parts: readonly (Option | undefined)[] = [
    ...parameters
      .filter((parameter) => parameter.in !== "query")
      .map((parameter): Option => ({ name: optionName(parameter, operation), type: encodableType(types.typeOf(parameter.schema), parameter.schema, plan), optional: !parameter.required, docs: firstLine(parameter.description) })),
    filters === undefined ? undefined : { name: "where", type: encodableWhere(code`${typeSymbol(names.module, names.where)}`, operation, plan), optional: true, docs: "The filters by field: a value, or operators." },
    hasQuery(operation)
      ? { name: "query", type: encodableQuery(code`${typeSymbol(names.module, names.query)}`, operation, names, plan), optional: !others.some(({ required }) => required), docs: "Query parameters by their own names." }
      : undefined,
    order === undefined || orderBy === undefined
      ? undefined
      : { name: order, type: orderBy.list ? code`readonly ${typeSymbol(names.module, names.orderBy)}[]` : code`${typeSymbol(names.module, names.orderBy)}`, optional: true, docs: `The parameter \`${orderBy.parameter}\`.` },
    requestBody === undefined || withoutBody || hasChoice ? undefined : { name: "body", type: bodyType(bodyContent(requestBody), types, plan), optional: !requestBody.required, docs: firstLine(requestBody.description) },
    ...(hasChoice ? [] : choice("contentType", bodyMediaTypes(operation), "How the body is sent")),
    ...choice("accept", answerMediaTypes(operation), "How the answer is asked for"),
  ];
  return parts.filter((part) => part !== undefined);
};

/** The two parameters of an operation that is paged by number and size. */
export const pagesOf = ({ pagination }: Operation): { readonly page: string; readonly size: string } | undefined =>
  pagination?.page === undefined || pagination.size === undefined ? undefined : { page: pagination.page, size: pagination.size };

const areTogether = ({ queryRules }: Operation, page: string, size: string): boolean =>
  queryRules.some((rule) => rule.kind === "allOrNone" && JSON.stringify(rule).includes(JSON.stringify(page)) && JSON.stringify(rule).includes(JSON.stringify(size)));

/** `page` and `pageSize`, both or neither where the description asks for that. */
const pageOptions = (operation: Operation, types: TypeWriter): Code | undefined => {
  const paged = pagesOf(operation);
  if (paged === undefined) return undefined;
  const typeOf = (name: string): Code => {
    const schema = operation.parameters.find((parameter) => parameter.in === "query" && parameter.name === name)?.schema;
    return schema === undefined ? code`number` : types.typeOf(schema);
  };
  const [page, size] = [typeOf(paged.page), typeOf(paged.size)];
  if (!areTogether(operation, paged.page, paged.size)) return code`{ readonly page?: ${page}; readonly pageSize?: ${size} }`;
  return code`(
  | { readonly page: ${page}; readonly pageSize: ${size} }
  | { readonly page?: undefined; readonly pageSize?: undefined }
  | { ${propertyKey("page and pageSize must be set together")}: never }
)`;
};

const callOptions = code`${typeSymbol("runtime/client/exchange", "CallOptions")}`;

/** The type of the options of a call. */
export const optionsType = (operation: Operation, names: OperationNames, types: TypeWriter, plan: Plan): Code =>
  join([callOptions, ...ownOptions(operation, names, types, plan, false)], " & ");

/** The same for a function that makes bodies itself, and has common options of its own. */
export const optionsTypeWithoutBody = (operation: Operation, names: OperationNames, types: TypeWriter, plan: Plan, common: Code): Code =>
  join([common, ...ownOptions(operation, names, types, plan, true)], " & ");

const ownOptions = (operation: Operation, names: OperationNames, types: TypeWriter, plan: Plan, withoutBody: boolean): readonly Code[] => {
  const options = fixedOptions(operation, names, types, plan, withoutBody);
  const own = options.length === 0 ? [] : [code`{\n${options.map(optionText)}}`];
  const paged = pageOptions(operation, types);
  const bodies = withoutBody ? undefined : bodyChoice(operation, types, plan);
  return [...own, ...(bodies === undefined ? [] : [bodies]), ...(paged === undefined ? [] : [paged])];
};

/** Can a call go without options? */
export const areOptional = (operation: Operation, names: OperationNames, types: TypeWriter, plan: Plan): boolean =>
  operation.requestBody?.required !== true && fixedOptions(operation, names, types, plan).every(({ optional }) => optional);

/** `{ order_by: "_order_by", page: "_page", pageSize: "_page_size" }` */
export const renamedOptions = (operation: Operation): Readonly<Record<string, string>> => {
  const paged = pagesOf(operation);
  const order = orderByOption(operation.orderBy?.parameter);
  return {
    ...(order === undefined || operation.orderBy === undefined ? {} : { [order]: operation.orderBy.parameter }),
    ...(paged === undefined ? {} : { page: paged.page, pageSize: paged.size }),
  };
};
