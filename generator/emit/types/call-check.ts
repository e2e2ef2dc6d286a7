import { code, identifier, join } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import type { Schema } from "../../model/schema.js";
import type { SchemaNames } from "../../plan/plan.js";
import type { InputTypes } from "./input-type.js";

/** A type, the function that checks what it does not say, and the rules that this one checks. */
type CallCheckNames = Pick<SchemaNames, "type" | "as" | "rules">;

/**
 * Rules past the budget, checked one by one where a value is handed over: the cost grows with their number and not with
 * the product of their alternatives. A variable of type `X` is not checked this way, a call of `asX` is.
 */
export const callCheck = ({ type: name, as, rules: rulesName }: CallCheckNames, schema: Schema, types: InputTypes): readonly Declaration[] => {
  if (!types.overBudget(schema)) return [];
  const type = identifier(name);
  const rules = identifier(rulesName);
  return [
    {
      kind: "typeAlias",
      name: rulesName,
      exported: true,
      docs: `The rules of \`${name}\`, too many for one type: \`${as}\` checks them.`,
      typeParameters: [code`T`],
      type: join(types.conditionsOf(schema, type), " & "),
    },
    {
      kind: "function",
      name: as,
      exported: true,
      docs: `The value as it is; does not compile where it breaks a rule of \`${name}\`.`,
      typeParameters: [code`const T extends ${type}`],
      parameters: [{ name: "value", type: code`T & ${rules}<T>` }],
      returnType: code`T`,
      body: code`return value;`,
    },
  ];
};
