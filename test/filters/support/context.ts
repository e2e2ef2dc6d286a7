import { type Code, code, join, typeSymbol } from "../../../generator/code/code.js";
import { literal } from "../../../generator/code/literal.js";
import type { FilterContext } from "../../../generator/emit/filters/filter-context.js";
import type { FilterSets } from "../../../generator/plan/filter-sets.js";
import type { Schema } from "../../../generator/model/schema.js";

const aliases: Readonly<Record<string, string>> = { "date-time": "DateTime", date: "DateOnly", uuid: "Uuid" };

const valueType = ({ keywords }: Schema): Code => {
  const alias = aliases[keywords.format?.name ?? ""];
  const [type] = keywords.type ?? [];
  if (keywords.enum !== undefined)
    return join(
      keywords.enum.map((value) => literal(value)),
      " | ",
    );
  if (keywords.items !== undefined) return code`readonly (${valueType(keywords.items)})[]`;
  if (alias !== undefined) return code`${typeSymbol("runtime/scalars", alias)}`;
  if (type === "integer" || type === "number") return code`number`;
  return type === "boolean" ? code`boolean` : code`string`;
};

const valueTest = ({ keywords }: Schema, value: Code): Code => {
  const format = keywords.format?.name;
  if (keywords.enum !== undefined)
    return join(
      keywords.enum.map((one) => code`${value} === ${literal(one)}`),
      " || ",
    );
  if (format === "date-time" || format === "date") return code`!Number.isNaN(Date.parse(String(${value})))`;
  return keywords.minimum === undefined ? code`true` : code`Number(${value}) >= ${literal(keywords.minimum)}`;
};

/** Stands in for the emitters of types and validators, so that these files change with the filters only. */
export const standIn = (sets: FilterSets): FilterContext => ({
  valueType,
  valueTest,
  queryRules: [],
  queryChecks: [],
  sets,
});
