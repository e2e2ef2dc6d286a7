import { type Code, code, join, keyOfCode, typeSymbol } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { MediaType, Operation, Response } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import type { Schema } from "../../model/schema.js";
import { isText, jsonContent } from "../../plan/media-type.js";
import type { Plan, PlannedOperation } from "../../plan/plan.js";
import { codecCode, decodedBy, decodedType } from "../codecs/codec-code.js";
import type { TypeWriter } from "../types/type-expression.js";
import { headersType } from "./response-headers.js";

const distinct = (types: readonly Code[]): readonly Code[] => [...new Map(types.map((type) => [keyOfCode(type), type])).values()];

const contentType = (content: readonly MediaType[], types: TypeWriter): Code => {
  const [first] = content;
  if (first === undefined) return code`undefined`;
  const json = jsonContent(content);
  if (json?.schema !== undefined) return types.typeOf(json.schema);
  // JSON Lines are read as one list
  if (json !== undefined) return json.itemSchema === undefined ? code`unknown` : code`(${types.typeOf(json.itemSchema)})[]`;
  // which of them it is, the answer says
  return join(distinct(content.map((one) => (isText(one) ? code`string` : code`Blob`))), " | ");
};

/** The schema of what an answer in JSON is, or of each item of it where that is all there is. */
export const answered = (content: readonly MediaType[]): { readonly schema?: Schema; readonly items?: Schema } => {
  const json = jsonContent(content);
  if (json === undefined || json.schema !== undefined) return json?.schema === undefined ? {} : { schema: json.schema };
  return json.itemSchema === undefined ? {} : { items: json.itemSchema };
};

const decodedAnswer = (content: readonly MediaType[], types: TypeWriter, plan: Plan): Code => {
  const { schema, items } = answered(content);
  const codec = codecCode(items, plan);
  return codec === undefined ? decodedType(contentType(content, types), schema, plan) : decodedBy(contentType(content, types), code`{ readonly items: ${codec.type} }`, plan);
};

/** What a success gives; unknown where the description names none. */
export const resultType = ({ responses }: Operation, types: TypeWriter, plan: Plan): Code => {
  const successes = distinct(responses.filter(isSuccess).map(({ content }) => decodedAnswer(content, types, plan)));
  return successes.length === 0 ? code`unknown` : join(successes, " | ");
};

const failure = (name: string): Code => code`${typeSymbol("runtime/client/errors", name)}`;

/** An error body that is not described can be anything. */
const errorBodyType = ({ content }: Response, types: TypeWriter): Code => (content.length === 0 ? code`unknown` : contentType(content, types));

/** `ApiError<401, ErrorResponse> | … | ValidationError | …` */
export const errorType = (planned: PlannedOperation, types: TypeWriter): Code => {
  const { responses } = planned.operation;
  const headers = headersType(planned);
  const head = headers === undefined ? code`` : code`, ${headers}`;
  const named = responses.filter(({ status }) => /^[3-5]\d\d$/.test(status));
  const described = named.map((response) => code`${failure("ApiError")}<${literal(Number(response.status))}, ${errorBodyType(response, types)}${head}>`);
  const statuses = named.length === 0 ? code`` : code`<${join(named.map(({ status }) => literal(Number(status))), " | ")}>`;
  const others = responses.filter(({ status }) => /^[45]XX$/i.test(status) || status === "default").map((response) => errorBodyType(response, types));
  const other = others.length === 0 ? code`unknown` : join(distinct(others), " | ");
  return join(
    [...described, code`${failure("ApiError")}<${failure("OtherStatus")}${statuses}, ${other}${head}>`, ...["ValidationError", "TimeoutError", "NetworkError", "AbortError"].map(failure)],
    " | ",
  );
};
