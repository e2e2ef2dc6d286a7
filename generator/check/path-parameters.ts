import type { Operation } from "../model/contract.js";
import type { Check } from "./check.js";

const templateNames = (path: string): readonly string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);

const pathNames = (operation: Operation): readonly string[] =>
  operation.parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);

/** Every `{name}` of a path has a parameter, and the other way round (OpenAPI 3.1 §4.8.12.2, `in`). */
export const pathParameters: Check = (contract, report) => {
  for (const operation of contract.operations) {
    const declared = pathNames(operation);
    for (const name of templateNames(operation.path))
      if (!declared.includes(name))
        report("path-parameter-missing", {
          message: `the path ${JSON.stringify(operation.path)} has {${name}}, but the operation has no path parameter of that name`,
          at: { pointer: operation.pointer, part: "key" },
        });
    for (const parameter of operation.parameters)
      if (parameter.in === "path" && !templateNames(operation.path).includes(parameter.name))
        report("path-parameter-missing", {
          message: `the path ${JSON.stringify(operation.path)} has no {${parameter.name}}`,
          at: { pointer: parameter.pointer },
        });
  }
};
