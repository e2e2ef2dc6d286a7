import { type Code, code, identifier, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Bulk, Operation } from "../../model/contract.js";
import { isSuccess } from "../../model/is-success.js";
import { conjunctsOf } from "../../model/layers.js";
import type { Schema } from "../../model/schema.js";
import { resolved, schemaAt } from "../../model/schema-at.js";
import { isJson, jsonContent } from "../../plan/media-type.js";
import type { Plan, PlannedOperation } from "../../plan/plan.js";
import { tokens } from "../../source/pointer.js";
import { codecCode, wireCode } from "../codecs/codec-code.js";
import type { TypeWriter } from "../types/type-expression.js";
import type { ClientTypes } from "./client-types.js";
import { bodyContent, optionsTypeWithoutBody } from "./call-options.js";
import { validatorOf } from "./validator-of.js";

/** The names of an object's properties, those of its parts among them. */
const fieldsOf = (schema: Schema): readonly string[] => [...new Set(conjunctsOf(schema).flatMap(({ keywords }) => [...(keywords.properties?.keys() ?? [])]))];

/** What the server answers for an item that it wrote. */
const valueSchema = ({ responses }: Operation, { response }: Bulk): Schema | undefined => {
  const lists = responses
    .filter(isSuccess)
    .flatMap(({ content }) => schemaAt(jsonContent(content)?.schema, tokens(response)) ?? [])
    .flatMap((list) => resolved(list).keywords.items ?? []);
  return lists[0];
};

/** Members of the body beside the array of items. */
const restOfBody = (operation: Operation, { request }: Bulk, types: TypeWriter): readonly Code[] => {
  const [name] = tokens(request);
  const body = bodyContent(operation.requestBody)?.schema;
  if (name === undefined || body === undefined) return [];
  const { properties, required = [] } = resolved(body).keywords;
  const others = [...(properties?.keys() ?? [])].filter((key) => key !== name);
  if (others.length === 0) return [];
  const isOptional = others.every((key) => !required.includes(key));
  return [code`{ readonly ${propertyKey("body")}${isOptional ? code`?` : code``}: Omit<${types.typeOf(body)}, ${literal(name)}> }`];
};

const bulkTable = (bulk: Bulk, items: Schema, plan: Plan): Code => {
  const { match, items: list, failed, errors } = bulk;
  const { maxItems } = list.keywords;
  const [validate, wire] = [validatorOf(items, plan), wireCode(items, plan)];
  const unique = list.rules.flatMap((rule) => (rule.kind === "uniqueBy" ? [rule.key] : []));
  const table = {
    request: tokens(bulk.request),
    response: tokens(bulk.response),
    ...(match === "position" ? {} : { match: { requestItem: tokens(match.requestItem), responseItem: tokens(match.responseItem) } }),
    ...(failed === undefined ? {} : { failed: tokens(failed) }),
    ...(errors === undefined ? {} : { errors: { ...errors, list: tokens(errors.list) } }),
    ...(unique.length === 0 ? {} : { unique }),
    ...(maxItems === undefined ? {} : { maxItems }),
    fields: fieldsOf(items),
  };
  const members = Object.entries(table).map(([key, value]) => code`${propertyKey(key)}: ${literal(value)},\n`);
  return code`{\n${members}${validate === undefined ? [] : [code`item: ${validate},\n`]}${wire === undefined ? [] : [code`wire: ${wire},\n`]}}`;
};

/** The schema of an item, where the operation takes any number of them. */
const itemOf = ({ bulk, requestBody }: Operation): Schema | undefined => {
  const content = bodyContent(requestBody);
  return content === undefined || !isJson(content) ? undefined : bulk?.items.keywords.items;
};

export const isBulk = (operation: Operation): boolean => itemOf(operation) !== undefined;

/** The types of a bulk operation's options, and the function that takes any number of items. */
export const bulkFunction = (planned: PlannedOperation, plan: Plan, types: ClientTypes, docs: string, once: Code): readonly Declaration[] | undefined => {
  const { operation, names } = planned;
  const { bulk } = operation;
  const items = itemOf(operation);
  if (bulk === undefined || items === undefined) return undefined;
  // these are options of the wire, whatever the client shows
  const options = optionsTypeWithoutBody(operation, names, types.sent, { ...plan, codecOf: () => undefined }, code`${typeSymbol("runtime/client/bulk/options", "BulkOptions")}`);
  const value = valueSchema(operation, bulk);
  const codecs = [codecCode(items, plan), codecCode(value, plan)];
  const coded = codecs.some((codec) => codec !== undefined) ? codecs.map((codec) => codec?.type ?? code`unknown`) : [];
  const typeArguments = [types.sent.typeOf(items), value === undefined ? code`unknown` : types.read.typeOf(value), identifier(names.options), once, ...coded];
  return [
    { kind: "typeAlias", name: names.options, exported: true, type: join([options, ...restOfBody(operation, bulk, types.sent)], " & ") },
    { kind: "const", name: "bulkTable", exported: false, type: code`${typeSymbol("runtime/client/bulk/table", "BulkTable")}`, value: bulkTable(bulk, items, plan) },
    {
      kind: "const",
      name: names.call,
      exported: true,
      docs: [docs, "Any number of items, in as many requests as they take; `results[i]` of the result is that of `items[i]`."].filter((part) => part !== "").join("\n\n"),
      type: code`${typeSymbol("runtime/client/bulk", "BulkOperation")}<${join(typeArguments, ", ")}>`,
      value: code`/* @__PURE__ */ ${symbol("runtime/client/bulk", "createBulkOperation")}(table, bulkTable)`,
    },
  ];
};

/** The module of `createFileJournal`, apart from the index since it needs a file system. */
export const fileJournalModule = ({ operations }: Plan): readonly ModuleDraft[] => {
  const names = [
    { name: "createFileJournal", typeOnly: false },
    { name: "FileJournalOptions", typeOnly: true },
  ];
  return operations.some(({ operation }) => isBulk(operation))
    ? [{ kind: "module", path: "file-journal", declarations: [{ kind: "reexport", module: "runtime/client/file-journal", names }] }]
    : [];
};
