import { isOfType } from "../keywords/type.js";
import { child } from "../source/pointer.js";
import type { Check } from "./check.js";

/** A value of `enum` that the schema's own types exclude can never be given. */
export const enumTypes: Check = (contract, report) => {
  for (const { keywords, pointer } of contract.schemaAt.values()) {
    const { type, enum: values } = keywords;
    if (type === undefined || values === undefined) continue;
    values.forEach((value, index) => {
      if (!type.some((name) => isOfType(name, value)))
        report("enum-type-mismatch", {
          message: `the value ${JSON.stringify(value)} is not of the type ${type.join(" or ")}, so it is never valid`,
          at: { pointer: child(pointer, "enum", index) },
        });
    });
  }
};
