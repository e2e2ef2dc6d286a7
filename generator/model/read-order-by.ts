import type { OrderBy, Parameter } from "./contract.js";

/** Names under which lists take their order, leading underscores aside. */
const orderNames = new Set(["order_by", "orderby", "order", "ordering", "sort", "sort_by", "sortby", "sort_order", "o"]);

const isOrderName = (name: string): boolean => orderNames.has(name.replace(/^[_$]+/, "").toLowerCase());

const textValues = (values: readonly unknown[] | undefined): readonly string[] | undefined =>
  values?.every((value): value is string => typeof value === "string") === true ? values : undefined;

/** The order parameter, where the description enumerates what it takes. */
export const readOrderBy = (parameters: readonly Parameter[]): OrderBy | undefined => {
  for (const parameter of parameters) {
    if (parameter.in !== "query" || !isOrderName(parameter.name)) continue;
    const { items, enum: own } = parameter.schema.keywords;
    const values = textValues(items?.keywords.enum ?? own);
    if (values !== undefined) return { parameter: parameter.name, values, list: items !== undefined };
  }
  return undefined;
};
