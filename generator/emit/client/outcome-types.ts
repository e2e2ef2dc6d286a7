import { type Code, code, join, keyOfCode, typeSymbol } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { MediaType, Operation, Response } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import { jsonContent } from "../../plan/media-type.js";
import type { Plan } from "../../plan/plan.js";
import { decodedType } from "../codecs/codec-code.js";
import type { TypeWriter } from "../types/type-expression.js";

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
export const resultType = ({ responses }: Operation, types: TypeWriter, plan: Plan): Code => {
  const successes = distinct(responses.filter(isSuccess).map(({ content }) => decodedType(contentType(content, types), jsonContent(content)?.schema, plan)));
  return successes.length === 0 ? code`unknown` : join(successes, " | ");
};

const failure = (name: string): Code => code`${typeSymbol("runtime/client/errors", name)}`;

/** An error body that is not described can be anything. */
const errorBodyType = ({ content }: Response, types: TypeWriter): Code => (content.length === 0 ? code`unknown` : contentType(content, types));

/** `ApiError<401, ErrorResponse> | … | ValidationError | …` */
export const errorType = ({ responses }: Operation, types: TypeWriter): Code => {
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
