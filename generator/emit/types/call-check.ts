import { code, identifier, join } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import type { PlannedSchema } from "../../plan/plan.js";
import type { InputTypes } from "./input-type.js";

/**
 * Rules past the budget, checked one by one where a value is handed over: the cost grows with their number and not with
 * the product of their alternatives. A variable of type `X` is not checked this way, a call of `asX` is.
 */
export const callCheck = (planned: PlannedSchema, types: InputTypes): readonly Declaration[] => {
  const { schema, names } = planned;
  if (!types.overBudget(schema)) return [];
  const type = identifier(names.type);
  const rules = identifier(`${names.type}Rules`);
  return [
    {
      kind: "typeAlias",
      name: `${names.type}Rules`,
      exported: true,
      docs: `The rules of \`${names.type}\`, too many for one type: \`as${names.type}\` checks them.`,
      typeParameters: [code`T`],
      type: join(types.conditionsOf(schema, type), " & "),
    },
    {
      kind: "function",
      name: `as${names.type}`,
      exported: true,
      docs: `The value as it is; does not compile where it breaks a rule of \`${names.type}\`.`,
      typeParameters: [code`const T extends ${type}`],
      parameters: [{ name: "value", type: code`T & ${rules}<T>` }],
      returnType: code`T`,
      body: code`return value;`,
    },
  ];
};
