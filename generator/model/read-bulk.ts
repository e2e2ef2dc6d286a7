import { tokens, type Pointer } from "../source/pointer.js";
import type { Bulk, BulkFailures, RequestBody, Response } from "./contract.js";
import { isSuccess } from "./is-success.js";
import { member, type Node, textOf } from "./node.js";
import type { OperationPart } from "./read-operation-extensions.js";
import type { Schema } from "./schema.js";
import { resolved, schemaAt } from "./schema-at.js";

/** Does the schema describe its members, and not this one? Of what is put together of parts nothing is said. */
const lacks = (schema: Schema, name: string): boolean => {
  const { properties, additionalProperties, allOf, anyOf, oneOf } = resolved(schema).keywords;
  if (properties === undefined || (allOf ?? anyOf ?? oneOf) !== undefined) return false;
  return !properties.has(name) && (additionalProperties === undefined || additionalProperties.always === false);
};

/** The first name of a path that its place does not have. */
const missingIn = (schema: Schema | undefined, [first, ...rest]: readonly string[]): string | undefined => {
  if (schema === undefined || first === undefined) return undefined;
  if (lacks(schema, first)) return first;
  return missingIn(resolved(schema).keywords.properties?.get(first), rest);
};

/** Reports a pointer that leads nowhere; gives it back in any case. */
const checkedPointer = (node: Node, schema: Schema | undefined, what: string, part: OperationPart): Pointer | undefined => {
  const pointer = textOf(node);
  const missing = pointer === undefined ? undefined : missingIn(schema, tokens(pointer));
  if (missing !== undefined)
    part.source.report("bulk-invalid", { message: `${what} has no ${JSON.stringify(missing)}`, at: { pointer: node.pointer } });
  return pointer;
};

/** What the schema of a successful answer is, whatever its media type. */
const answerOf = (responses: readonly Response[]): Schema | undefined =>
  responses.filter(isSuccess).flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []))[0];

const failuresOf = (node: Node, item: Schema | undefined, part: OperationPart): BulkFailures => {
  const failed = checkedPointer(member(node, "failed"), item, "a result of the answer", part);
  const errors = member(node, "errors");
  const list = checkedPointer(member(errors, "list"), item, "a result of the answer", part);
  const error = list === undefined || item === undefined ? undefined : schemaAt(item, tokens(list))?.keywords.items;
  const named = (key: "field" | "code" | "message"): { readonly [Key in typeof key]?: string } => {
    const name = textOf(member(errors, key));
    if (name !== undefined && error !== undefined && lacks(error, name))
      part.source.report("bulk-invalid", { message: `an error of a result has no ${JSON.stringify(name)}`, at: { pointer: member(errors, key).pointer } });
    return name === undefined ? {} : { [key]: name };
  };
  return {
    ...(failed === undefined ? {} : { failed }),
    ...(list === undefined ? {} : { errors: { list, ...named("field"), ...named("code"), ...named("message") } }),
  };
};

/** `x-bulk`: where the items are, how a result names its item, and how it says that the item failed. */
export const readBulk = (part: OperationPart, body: RequestBody | undefined, responses: readonly Response[]): Bulk | undefined => {
  const node = member(part.node, "x-bulk");
  if (node.value === undefined) return undefined;
  const request = textOf(member(node, "request")) ?? "";
  const items = schemaAt(body?.content.find(({ schema }) => schema !== undefined)?.schema, tokens(request));
  if (items?.keywords.items === undefined) {
    part.source.report("bulk-invalid", {
      message: `no array of items stands at ${JSON.stringify(request)} of the request body`,
      at: { pointer: node.pointer },
    });
    return undefined;
  }
  const answer = answerOf(responses);
  const response = checkedPointer(member(node, "response"), answer, "the answer", part) ?? "";
  const result = schemaAt(answer, tokens(response))?.keywords.items;
  const match = member(node, "match");
  const requestItem = checkedPointer(member(match, "requestItem"), items.keywords.items, "an item of the request", part);
  const responseItem = checkedPointer(member(match, "responseItem"), result, "a result of the answer", part);
  return {
    request,
    response,
    match: requestItem === undefined || responseItem === undefined ? "position" : { requestItem, responseItem },
    ...failuresOf(node, result, part),
    items,
  };
};
