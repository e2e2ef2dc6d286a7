import type { Contract, Operation } from "../model/contract.js";
import { isSuccess } from "../model/is-success.js";
import type { Schema } from "../model/schema.js";
import type { Allocator } from "./allocator.js";
import { componentNames, componentOf } from "./components.js";
import { jsonSchema, sequenceOf } from "./media-type.js";
import { madeInNameOrder } from "./name-order.js";
import type { PlannedSchema, PlannedStream } from "./plan.js";
import { kebabCase } from "./words.js";

/** The schemas of bulk bodies, and of answers that can come as JSON Lines. */
const streamedArrays = ({ bulk, requestBody, responses, stream }: Operation): readonly (Schema | undefined)[] => [
  bulk?.items,
  jsonSchema(requestBody?.content ?? []),
  ...(stream === undefined ? [] : responses.filter(isSuccess).map(({ content }) => jsonSchema(content))),
];

/** What stands in a stream one by one: items of such arrays, and what follows one another in an answer. */
const streamedItems = (operation: Operation): readonly (Schema | undefined)[] => [
  ...streamedArrays(operation).map((array) => array?.keywords.items),
  sequenceOf(operation)?.items,
];

const validateStream = (type: string): string => `validate${type}Stream`;

/** A stream for each component whose values come in one. */
export const nameStreams = (contract: Contract, schemas: readonly PlannedSchema[], names: Allocator): readonly PlannedStream[] => {
  const components = componentNames(contract);
  const streamed = new Set(contract.operations.flatMap(streamedItems).flatMap((schema) => componentOf(schema, components) ?? []));
  const schemaOf = new Map(schemas.map((planned) => [planned.component, planned]));
  const items = [...streamed].flatMap((component) => schemaOf.get(component) ?? []);
  const derive = (type: string): readonly string[] => [validateStream(type)];
  return madeInNameOrder(items, ({ component = "" }) => [component], (item): PlannedStream => {
    const type = names.type(item.names.type, derive, item.schema.pointer);
    return { item, module: names.module("streams", kebabCase(type)), validate: validateStream(type) };
  });
};
