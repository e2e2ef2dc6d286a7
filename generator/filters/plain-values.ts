import type { FilterOperator, OperandStyle, ValueKind } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import type { FilterSource } from "./filter-source.js";
import { type Scalar, scalarOf } from "./scalar.js";

/** What one value has to be, apart from how it is documented. */
const essence = ({ comparable, parse }: Scalar): string => {
  const { enum: values, const: constant, format } = comparable.keywords;
  return JSON.stringify([parse, values, constant, format?.name]);
};

const isUnlimited = ({ comparable }: Scalar): boolean => {
  const { enum: values, const: constant, format } = comparable.keywords;
  return values === undefined && constant === undefined && format === undefined;
};

const fixedKinds: Readonly<Record<Scalar["parse"], ValueKind>> = { string: "text", boolean: "boolean", integer: "integer", number: "number" };

/** What the dialect calls it where that is true of the parameter: a field of texts is compared with texts either way. */
const kindOfSame = (usual: ValueKind, { parse }: Scalar): ValueKind => (usual === fixedKinds[parse] ? usual : "value");

/** The kind of an operator whose parameter has the schema `own`, for a field with values of `field`. */
export const operandKind = (own: Schema, field: Schema, usual: ValueKind): Pick<FilterOperator, "kind" | "schema"> => {
  const [mine, theirs] = [scalarOf(own), scalarOf(field)];
  const isSame = essence(mine) === essence(theirs);
  if (mine.list) return isSame ? { kind: "list" } : { kind: "list", schema: mine.schema };
  if (isUnlimited(mine) && isSame) return { kind: kindOfSame(usual, mine) };
  if (isSame) return { kind: "value" };
  return isUnlimited(mine) ? { kind: fixedKinds[mine.parse] } : { kind: "value", schema: mine.schema };
};

const styles: ReadonlyMap<string, OperandStyle> = new Map([
  ["spaceDelimited", "space"],
  ["pipeDelimited", "pipe"],
]);

/** How lists stand in a parameter (OpenAPI 3.1 §4.8.12.4). */
export const styleOf = ({ style, explode, json, name }: FilterSource): OperandStyle => {
  if (json) return "json";
  // `deepObject` says nothing of lists; whoever writes it reads them one by one
  return explode || style === "deepObject" || name.endsWith("[]") ? "repeat" : (styles.get(style) ?? "form");
};
