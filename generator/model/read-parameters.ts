import type { Pointer } from "../source/pointer.js";
import type { Parameter } from "./contract.js";
import { itemsOf, member, type Node } from "./node.js";
import { readParameter, type SchemaSource } from "./read-parameter.js";

/** What is in force for one operation. */
export interface Parameters {
  readonly used: readonly Parameter[];
  /** Those whose place another of the same name takes. */
  readonly replaced: readonly Parameter[];
}

const keyOf = (parameter: Parameter): string => `${parameter.in} ${parameter.name}`;

/** The parameters of one list, in which each may stand once (OpenAPI 3.1 §4.8.9.1 and §4.8.10.1). */
const readList = (node: Node, source: SchemaSource): readonly Parameter[] => {
  const seen = new Map<string, Pointer>();
  return itemsOf(node, source).flatMap((item): readonly Parameter[] => {
    const parameter = readParameter(item, source);
    if (parameter === undefined) return [];
    const before = seen.get(keyOf(parameter));
    if (before !== undefined)
      source.report("parameter-collision", {
        message: `the ${parameter.in} parameter ${JSON.stringify(parameter.name)} stands twice`,
        at: { pointer: item.pointer },
        notes: [{ message: "it stands here too", target: { pointer: before } }],
      });
    seen.set(keyOf(parameter), item.pointer);
    return [parameter];
  });
};

/** A parameter that is the whole query stands alone (OpenAPI 3.2 §4.12). */
const reportTwoQueries = (parameters: readonly Parameter[], source: SchemaSource): void => {
  const [whole, ...others] = parameters.filter((parameter) => parameter.in === "querystring");
  const other = others[0] ?? parameters.find((parameter) => parameter.in === "query");
  if (whole === undefined || other === undefined) return;
  source.report("parameter-collision", {
    message: `${JSON.stringify(whole.name)} is the whole query, so there can be no other parameter in it`,
    at: { pointer: whole.pointer },
    notes: [{ message: "it is here", target: { pointer: other.pointer } }],
  });
};

/** Parameters of the path, replaced by those of the operation with the same name and place. */
export const readParameters = (path: Node, operation: Node, source: SchemaSource): Parameters => {
  const all = [path, operation].flatMap((owner) => readList(member(owner, "parameters"), source));
  const byKey = new Map(all.map((parameter) => [keyOf(parameter), parameter]));
  const used = [...byKey.values()];
  reportTwoQueries(used, source);
  return { used, replaced: all.filter((parameter) => !used.includes(parameter)) };
};
