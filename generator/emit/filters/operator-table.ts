import { type Code, code, join } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { FilterOperator } from "../../model/filter.js";

/** `comma` goes without saying; of a single value there is nothing to join. */
const styleOf = ({ kind, style }: FilterOperator): Code => {
  const says = style === "json" || (kind === "list" && style !== "comma");
  return says ? code`, style: ${literal(style)}` : code``;
};

const row = (operator: FilterOperator, value: Code | undefined): Code => {
  const { name, kind, plain, negated, allowReserved } = operator;
  const parts = [
    code`name: ${literal(name)}, kind: ${literal(kind)}`,
    ...(value === undefined ? [] : [code`value: ${value}`]),
    ...(plain === undefined ? [] : [code`wire: ${literal(plain.template)}`]),
    ...(negated === undefined ? [] : [code`not: ${literal(negated.template)}`]),
    ...(allowReserved ? [code`allowReserved: true`] : []),
  ];
  return code`{ ${join(parts, ", ")}${styleOf(operator)} }`;
};

/** operatorTable([gt]) ~> `[{ name: "gt", kind: "value", wire: "{field}__gt" }]`; `valueOf` gives the values of an operator's own. */
export const operatorTable = (
  operators: readonly FilterOperator[],
  valueOf: (operator: FilterOperator) => Code | undefined = () => undefined,
): Code => code`[${join(operators.map((operator) => row(operator, valueOf(operator))), ", ")}]`;
