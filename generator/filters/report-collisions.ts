import type { Report } from "../diagnostics/collector.js";
import type { FilterField, FilterParameter } from "../model/filter.js";
import { child, type Pointer } from "../source/pointer.js";
import type { FilterSource } from "./filter-source.js";
import { parametersOfField } from "./parameters-of.js";

interface Claim {
  readonly pointer: Pointer;
  /** "the parameter a__gt", "the operator gt of a" */
  readonly what: string;
}

const describe = ({ field, operator, negated }: FilterParameter): string => {
  const name = operator.name === "equals" ? `the filter ${field.name}` : `the operator ${operator.name} of ${field.name}`;
  return negated ? `${name}, negated` : name;
};

/** The parameters that a field adds to the description, where its own stands already. */
const addedBy = (field: FilterField): readonly FilterParameter[] =>
  parametersOfField(field).filter(({ operator, negated }) => operator.name !== "equals" || negated);

/** Reports each wire name of a declared field that another parameter or filter of the operation has too. */
export const reportCollisions = (
  declared: readonly FilterField[],
  parameters: readonly FilterSource[],
  report: Report,
): void => {
  const claims = new Map<string, Claim>();
  for (const { name, pointer } of parameters) claims.set(name, { pointer, what: `the parameter ${name}` });
  for (const field of declared)
    for (const parameter of addedBy(field)) {
      const { wireName } = parameter;
      const at = child(field.pointer, "x-filter");
      const other = claims.get(wireName);
      if (other === undefined) claims.set(wireName, { pointer: at, what: describe(parameter) });
      else
        report("parameter-collision", {
          message: `${describe(parameter)} is written ${wireName}, as is ${other.what}`,
          at: { pointer: at },
          notes: [{ message: `${other.what} stands here`, target: { pointer: other.pointer } }],
        });
    }
};
