import { type Code, code, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import type { Operation } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import type { Schema } from "../../model/schema.js";
import { resolved } from "../../model/schema-at.js";
import { type Framing, jsonContent, sequenceOf } from "../../plan/media-type.js";
import type { OperationNames, Plan, PlannedOperation } from "../../plan/plan.js";
import { decodedType, shownClient, shownParameter } from "../codecs/codec-code.js";
import type { ClientTypes } from "./client-types.js";
import { pagesOf } from "./call-options.js";
import { checksOf } from "./checks-of.js";

/** Where the items of a list stand in its answer, and what they are. */
interface Items {
  readonly path: readonly string[];
  readonly schema: Schema;
}

/** The answer itself where it is an array, or its one member that is an array of anything described. */
const itemsOf = (operation: Operation): Items | undefined => {
  const success = operation.responses.find(isSuccess);
  const written = success === undefined ? undefined : jsonContent(success.content)?.schema;
  if (written === undefined) return undefined;
  const answer = resolved(written);
  if (answer.keywords.items !== undefined) return { path: [], schema: answer.keywords.items };
  const lists = [...(answer.keywords.properties ?? [])].flatMap(([name, member]): readonly Items[] => {
    const { items } = resolved(member).keywords;
    return items === undefined ? [] : [{ path: [name], schema: items }];
  });
  return lists.length === 1 ? lists[0] : undefined;
};

/** The options of a call without those that the iteration sets itself. */
const optionsWithout = (options: Code, further: Code, own: readonly string[]): Code => {
  const omitted = join(own.map((name) => literal(name)), " | ");
  return code`Omit<${options}, ${omitted}> & ${further}`;
};

/** A list whose client decides how values are shown has a type parameter for it. */
interface Coding {
  readonly typeParameters: readonly Code[];
  readonly client: Code;
  readonly options: (names: OperationNames) => Code;
}

/** What a client may show otherwise than the wire: its values, the options among them. */
export interface Coded {
  readonly value: boolean;
  readonly options: boolean;
}

const codingOf = (coded: Coded): Coding => ({
  typeParameters: coded.value ? [shownParameter] : [],
  client: coded.value ? shownClient : code`${typeSymbol("runtime/client/client", "AnyClient")}`,
  options: ({ options }) => (coded.options ? code`${identifier(options)}<Shown>` : identifier(options)),
});

const usual = { page: 1, pageSize: 100 } as const;

const limitsOf = (operation: Operation, name: string | undefined): Schema["keywords"] & Schema["annotations"] => {
  const schema = operation.parameters.find((parameter) => parameter.in === "query" && parameter.name === name)?.schema;
  return schema === undefined ? {} : { ...resolved(schema).keywords, ...resolved(schema).annotations };
};

/** Where a list begins, and how long its pages are, as far as the description says something else than usual. */
const startOf = (operation: Operation): Code => {
  const pages = pagesOf(operation);
  const first = limitsOf(operation, pages?.page);
  const { maximum } = limitsOf(operation, pages?.size);
  // a default is the first page; without one, a page 0 that is allowed is there
  const page = first.default === 0 || (first.default === undefined && first.minimum === 0) ? 0 : usual.page;
  const pageSize = maximum !== undefined && maximum >= 1 ? Math.min(usual.pageSize, Math.floor(maximum)) : usual.pageSize;
  return page === usual.page && pageSize === usual.pageSize ? code`` : code`, ${literal({ page, pageSize })}`;
};

const paginateFunction = ({ operation, names }: PlannedOperation, { path }: Items, item: Code, coding: Coding): Declaration => ({
  kind: "function",
  name: names.paginate,
  exported: true,
  docs: `The items of \`${names.call}\`, page after page; each page is asked for when the one before it is taken.`,
  typeParameters: coding.typeParameters,
  parameters: [
    { name: "client", type: coding.client },
    { name: "options", type: optionsWithout(coding.options(names), code`${typeSymbol("runtime/client/paginate", "PaginateOptions")}`, ["page", "pageSize"]), optional: true },
  ],
  returnType: code`${typeSymbol("runtime/client/paginate", "Pages")}<${item}>`,
  body: code`return ${symbol("runtime/client/paginate", "paginate")}(client, table, ${literal(path)}, options${startOf(operation)});`,
});

const framings: Readonly<Record<Framing, readonly Code[]>> = {
  lines: [],
  sequence: [code`frames: ${symbol("runtime/client/json-sequence", "linesOfSequence")}`],
  events: [code`frames: ${symbol("runtime/client/event-stream", "linesOfEvents")}`],
};

/** What makes an answer come item by item: a parameter, or nothing where its media type says so. */
const sourceOf = (operation: Operation): Code => {
  if (operation.stream !== undefined) return literal({ parameter: operation.stream.parameter, value: operation.stream.value });
  const sequence = sequenceOf(operation);
  return sequence === undefined ? code`{}` : code`{ ${join([code`accept: ${literal(sequence.mediaType)}`, ...framings[sequence.framing]], ", ")} }`;
};

const streamFunction = ({ operation, names }: PlannedOperation, checks: readonly Code[], item: Code, coding: Coding): Declaration => {
  return {
    kind: "function",
    name: names.stream,
    exported: true,
    docs: `The items of \`${names.call}\`${operation.stream === undefined ? "" : " as JSON Lines"}, as they come. Leaving the loop cancels the request.`,
    typeParameters: coding.typeParameters,
    parameters: [{ name: "client", type: coding.client }, { name: "options", type: code`${coding.options(names)} & ${typeSymbol("runtime/client/stream-lines", "StreamLinesOptions")}`, optional: true }],
    returnType: code`AsyncGenerator<${item}, void, undefined>`,
    body: code`return ${symbol("runtime/client/stream-lines", "streamLines")}(client, table, ${sourceOf(operation)}, { ${join(checks, ", ")} }, options);`,
  };
};

/** What the lists of an operation give: page after page, and item after item as they come; undefined where it has no such list. */
export const listsOf = (operation: Operation): { readonly paged: Items | undefined; readonly streamed: Schema | undefined } => {
  const items = itemsOf(operation);
  return {
    paged: pagesOf(operation) === undefined ? undefined : items,
    streamed: operation.stream === undefined ? sequenceOf(operation)?.items : items?.schema,
  };
};

/** `paginateXs` where a list has pages, `streamXs` where it comes in JSON Lines. */
export const listFunctions = (planned: PlannedOperation, plan: Plan, { read }: ClientTypes, coded: Coded): readonly Declaration[] => {
  const { operation } = planned;
  const { paged, streamed } = listsOf(operation);
  const coding = codingOf(coded);
  const itemType = (schema: Schema): Code => decodedType(read.typeOf(schema), schema, plan);
  return [
    ...(paged === undefined ? [] : [paginateFunction(planned, paged, itemType(paged.schema), coding)]),
    ...(streamed === undefined ? [] : [streamFunction(planned, checksOf(streamed, plan), itemType(streamed), coding)]),
  ];
};
