import { code, identifier, join } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import type { Schema } from "../../model/schema.js";
import type { InputTypes } from "./input-type.js";

/**
 * Rules past the budget, checked one by one where a value is handed over: the cost grows with their number and not with
 * the product of their alternatives. A variable of type `X` is not checked this way, a call of `asX` is.
 */
export const callCheck = (name: string, schema: Schema, types: InputTypes): readonly Declaration[] => {
  if (!types.overBudget(schema)) return [];
  const type = identifier(name);
  const rules = identifier(`${name}Rules`);
  return [
    {
      kind: "typeAlias",
      name: `${name}Rules`,
      exported: true,
      docs: `The rules of \`${name}\`, too many for one type: \`as${name}\` checks them.`,
      typeParameters: [code`T`],
      type: join(types.conditionsOf(schema, type), " & "),
    },
    {
      kind: "function",
      name: `as${name}`,
      exported: true,
      docs: `The value as it is; does not compile where it breaks a rule of \`${name}\`.`,
      typeParameters: [code`const T extends ${type}`],
      parameters: [{ name: "value", type: code`T & ${rules}<T>` }],
      returnType: code`T`,
      body: code`return value;`,
    },
  ];
};
