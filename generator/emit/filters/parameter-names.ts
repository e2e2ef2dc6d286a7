import { identifier, join } from "../../code/code.js";
import type { Declaration } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import { parametersOfField } from "../../filters/parameters-of.js";
import type { FilterField, FilterSet } from "../../model/filter.js";
import type { OperationNames } from "../../plan/plan.js";

/** The type of a field's parameter names: `ListOrganizationusersLastNameParameter` */
export const parameterName = (names: OperationNames, field: FilterField): string => {
  const name = names.fieldParameter.get(field.name);
  if (name === undefined) throw new Error(`no name was planned for the filter field ${field.name}`);
  return name;
};

/** One union a field, and the union of these: literals, which the compiler compares by look-up. */
export const emitParameterNames = ({ fields }: FilterSet, names: OperationNames): readonly Declaration[] => [
  ...fields.map((field): Declaration => ({
    kind: "typeAlias",
    name: parameterName(names, field),
    exported: true,
    type: join(
      parametersOfField(field).map(({ wireName }) => literal(wireName)),
      " | ",
    ),
  })),
  {
    kind: "typeAlias",
    name: names.filterParameter,
    exported: true,
    docs: "The name of every filter parameter.",
    type: join(
      fields.map((field) => identifier(parameterName(names, field))),
      " | ",
    ),
  },
];
