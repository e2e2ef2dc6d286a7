import type { Report } from "../diagnostics/collector.js";
import type { FilterDialect, FilterField, FilterParameter } from "../model/filter.js";
import { child, type Pointer } from "../source/pointer.js";
import type { FilterSource } from "./filter-source.js";
import { hasBare } from "./has-bare.js";
import { parametersOfField } from "./parameters-of.js";

interface Claim {
  readonly pointer: Pointer;
  /** "the parameter a__gt", "the operator gt of a" */
  readonly what: string;
}

const describe = ({ field, operator, negated }: FilterParameter): string => {
  const name = operator === undefined ? `the filter ${field.name}` : `the operator ${operator.name} of ${field.name}`;
  return negated ? `${name}, negated` : name;
};

/** The parameters that a field adds to the description: those of a spelled-out field stand there already. */
const addedBy = (dialect: FilterDialect, field: FilterField): readonly FilterParameter[] =>
  parametersOfField(dialect, field).filter(
    ({ operator, negated }) => operator !== undefined || negated || !hasBare(field),
  );

/** Reports each wire name of a declared field that another parameter or filter of the operation has too. */
export const reportCollisions = (
  declared: readonly FilterField[],
  parameters: readonly FilterSource[],
  dialect: FilterDialect,
  report: Report,
): void => {
  const claims = new Map<string, Claim>();
  for (const { name, pointer } of parameters) claims.set(name, { pointer, what: `the parameter ${name}` });
  for (const field of declared)
    for (const parameter of addedBy(dialect, field)) {
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
