import { code, identifier, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, ModuleDraft } from "../../code/declaration.js";
import type { Plan, PlannedSchema } from "../../plan/plan.js";
import type { PlannedPart } from "../../plan/shared-parts.js";
import { createModuleWriter } from "./module-scope.js";

const result = typeSymbol("runtime/issue", "Result");
const options = typeSymbol("runtime/issue", "ValidateOptions");
const resultOf = symbol("runtime/result-of", "resultOf");
const standardSchema = symbol("runtime/standard-schema", "standardSchema");
const standardType = typeSymbol("runtime/standard-schema", "StandardSchema");

/** `validateX` and `XSchema` of a schema whose `isX` and `reportX` stand beside them. */
export const validator = ({ names }: PlannedSchema): readonly Declaration[] => {
  const type = identifier(names.type);
  return [
    {
      kind: "function",
      name: names.validate,
      exported: true,
      docs: `The value as \`${names.type}\`, or every issue that it has.`,
      parameters: [
        { name: "value", type: code`unknown` },
        { name: "options", type: code`${options}`, optional: true },
      ],
      returnType: code`${result}<${type}>`,
      body: code`return ${resultOf}(${identifier(names.report)}, ${identifier("value")}, options);`,
    },
    {
      kind: "const",
      name: names.standard,
      exported: true,
      docs: `\`${names.validate}\` behind the interface of Standard Schema.`,
      type: code`${standardType}<${type}>`,
      value: code`/* @__PURE__ */ ${standardSchema}(${identifier(names.validate)})`,
    },
  ];
};

/** The functions that check a schema which stands at several places alike, for the other modules of the package only. */
export const partModule = (part: PlannedPart, plan: Plan): ModuleDraft => {
  const writer = createModuleWriter(plan);
  writer.definePart(part);
  return { kind: "module", path: part.module, declarations: writer.declarations() };
};

/** A module of nothing but a schema's validator, for values whose type nobody asks for. */
export const validatorModule = (planned: PlannedSchema, plan: Plan): ModuleDraft => {
  const { schema, names } = planned;
  const writer = createModuleWriter(plan);
  writer.define(schema, { ...names, type: identifier(names.type) });
  return {
    kind: "module",
    path: names.module,
    declarations: [
      { kind: "typeAlias", name: names.type, exported: true, type: code`unknown` },
      ...writer.declarations(),
      ...validator(planned),
    ],
  };
};
