import type { JsonValue } from "../code/json-value.js";
import { isOfType } from "../keywords/type.js";
import { child } from "../source/pointer.js";
import type { Check } from "./check.js";

/** A value of `enum`, or the one of `const`, that the schema's own types exclude can never be given. */
export const enumTypes: Check = (contract, report) => {
  for (const { keywords, pointer } of contract.schemaAt.values()) {
    const { type, enum: values = [], const: constant } = keywords;
    if (type === undefined) continue;
    const check = (value: JsonValue, ...path: readonly (string | number)[]): void => {
      if (type.some((name) => isOfType(name, value))) return;
      report("enum-type-mismatch", {
        message: `the value ${JSON.stringify(value)} is not of the type ${type.join(" or ")}, so it is never valid`,
        at: { pointer: child(pointer, ...path) },
      });
    };
    values.forEach((value, index) => check(value, "enum", index));
    if (constant !== undefined) check(constant.value, "const");
  }
};
