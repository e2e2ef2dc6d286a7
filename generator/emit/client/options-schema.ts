import type { Operation } from "../../model/contract.js";
import type { Schema } from "../../model/schema.js";
import { child } from "../../source/pointer.js";
import { optionName } from "./call-options.js";

/** The parameters beside those of the query as one object, by the names of their options; undefined where there are none. */
export const optionsSchema = (operation: Operation): Schema | undefined => {
  const others = operation.parameters.filter((parameter) => parameter.in !== "query");
  if (others.length === 0) return undefined;
  const required = others.filter((parameter) => parameter.required).map((parameter) => optionName(parameter, operation));
  return {
    pointer: child(operation.pointer, "parameters"),
    keywords: {
      properties: new Map(others.map((parameter) => [optionName(parameter, operation), parameter.schema])),
      ...(required.length === 0 ? {} : { required }),
    },
    rules: [],
    annotations: {},
  };
};
