import { isKeyword, keywordNamed } from "../keywords/index.js";
import type { Schema } from "../model/schema.js";
import { circlesOf } from "../model/circles-of.js";
import type { Check } from "./check.js";

const inPlaceOf = (schema: Schema): readonly Schema[] =>
  Object.keys(schema.keywords)
    .filter(isKeyword)
    .flatMap((name) => keywordNamed(name).inPlace?.(schema.keywords[name]) ?? []);

/** Each a `$ref` to another: such a circle was reported when the files were put together. */
const isReferenceCircle = (circle: readonly Schema[]): boolean =>
  circle.every(({ keywords: { $ref } }) => $ref !== undefined && circle.includes($ref.schema()));

/** A schema that includes itself without going into its value would never come to an end (2020-12 core §9.4.1). */
export const endlessSchemas: Check = (contract, report) => {
  // components first: their names are what a reader looks for
  const roots = [...contract.schemas.map(({ schema }) => schema), ...contract.schemaAt.values()];
  for (const circle of circlesOf(roots, inPlaceOf)) {
    const [first, ...others] = circle;
    if (first === undefined || isReferenceCircle(circle)) continue;
    report("schema-endless", {
      message: "the schema includes itself, for the same value",
      at: { pointer: first.pointer, part: "key" },
      notes: others.map(({ pointer }) => ({ message: "by way of this", target: { pointer } })),
    });
  }
};
