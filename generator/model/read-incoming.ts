import { operationMethods } from "../source/operation-methods.js";
import { isSourceObject } from "../source/value.js";
import { valueAt } from "../source/resolve.js";
import type { Incoming, Operation } from "./contract.js";
import { followed, member, type Node, patternedFieldsOf } from "./node.js";
import { type OperationSource, readRequestBody, readResponses } from "./read-operation.js";

/** Path items by their names: webhooks, callbacks of an operation, or the addresses of one callback. */
const itemsIn = (owner: Node, source: OperationSource): readonly (readonly [string, Node])[] =>
  owner.value === undefined
    ? []
    : patternedFieldsOf(owner, source).flatMap(([name, written]) => {
        const node = followed(written, source);
        return node === undefined ? [] : [[name, node] as const];
      });

const requestsIn = (item: Node, source: OperationSource): readonly Omit<Incoming, "kind" | "name">[] =>
  (isSourceObject(item.value) ? [...item.value.keys()] : [])
    .filter((key) => operationMethods.includes(key))
    .map((method) => {
      const node = member(item, method);
      const requestBody = readRequestBody(member(node, "requestBody"), source);
      const responses = member(node, "responses");
      return { method, pointer: node.pointer, ...(requestBody === undefined ? {} : { requestBody }), responses: responses.value === undefined ? [] : readResponses(responses, source) };
    });

const callbacksOf = (operation: Operation, source: OperationSource): readonly Incoming[] => {
  const node: Node = { value: valueAt(source.root, operation.pointer), pointer: operation.pointer };
  return itemsIn(member(node, "callbacks"), source).flatMap(([name, callback]) =>
    itemsIn(callback, source).flatMap(([, item]) =>
      requestsIn(item, source).map((request): Incoming => ({ ...request, kind: "callback", name, operation: operation.id })),
    ),
  );
};

/** What the API sends to its user: webhooks, and callbacks of its operations, with what is sent and answered. */
export const readIncoming = (root: Node, operations: readonly Operation[], source: OperationSource): readonly Incoming[] => [
  ...itemsIn(member(root, "webhooks"), source).flatMap(([name, item]) => requestsIn(item, source).map((request): Incoming => ({ ...request, kind: "webhook", name }))),
  ...operations.flatMap((operation) => callbacksOf(operation, source)),
];
