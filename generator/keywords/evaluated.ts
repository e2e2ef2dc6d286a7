import { type Code, code, join } from "../code/code.js";
import type { Schema } from "../model/schema.js";
import { branchesOf, type Condition } from "./in-place.js";
import type { Emit } from "./keyword.js";

/** What one schema, without its branches, evaluates: boolean expressions over a property's key or an item's index. */
export type OwnEvaluation = (schema: Schema, isRoot: boolean) => readonly ((at: Code) => Code)[];

/** Statements that have to stand before a loop, and the expressions that say whether a place was evaluated. */
export interface Evaluation {
  readonly before: Code;
  readonly tests: (at: Code) => readonly Code[];
}

interface Conditional {
  readonly when: readonly Code[];
  readonly test: (at: Code) => Code;
}

const conditionCode = (condition: Condition, value: Code, emit: Emit): Code | undefined => {
  switch (condition.kind) {
    case "always":
      return undefined;
    case "present":
      return code`${emit.property(value, condition.name)} !== undefined`;
    case "holds":
      return emit.test(condition.schema, value, true);
    case "fails":
      return code`!(${emit.test(condition.schema, value, true)})`;
  }
};

/**
 * What was evaluated of `value` by a schema and all that it applies in place, as code (2020-12 core §11). Instead of
 * collecting annotations at run time, the branches that hold are asked for once, before the loop over properties or items.
 */
export const evaluationOf = (root: Schema, value: Code, emit: Emit, own: OwnEvaluation): Evaluation => {
  const statements: Code[] = [];

  const saysAnything = (schema: Schema): boolean =>
    own(schema, false).length > 0 || branchesOf(schema).some((branch) => saysAnything(branch.schema));

  const named = (condition: Condition): readonly Code[] => {
    const test = conditionCode(condition, value, emit);
    if (test === undefined) return [];
    const name = emit.fresh("applies");
    statements.push(code`const ${name} = ${test};\n`);
    return [name];
  };

  const collect = (schema: Schema, when: readonly Code[]): readonly Conditional[] => [
    ...own(schema, schema === root).map((test) => ({ when, test })),
    ...branchesOf(schema)
      .filter((branch) => saysAnything(branch.schema))
      .flatMap((branch) => collect(branch.schema, [...when, ...named(branch.when)])),
  ];

  const found = collect(root, []);
  return {
    before: join(statements, ""),
    tests: (at) => found.map(({ when, test }) => code`(${join([...when, test(at)], " && ")})`),
  };
};
