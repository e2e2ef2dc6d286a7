import { code, join } from "../code/code.js";
import { literal } from "../code/literal.js";
import { child } from "../source/pointer.js";
import { isSourceObject } from "../source/value.js";
import type { Walk } from "./keyword.js";
import { memberOf } from "./member.js";
import { readNames } from "./read.js";
import { fail } from "./runtime.js";

export type DependentRequired = ReadonlyMap<string, readonly string[]>;

/** Usually read into the rules `requires` and `allOrNone` before it comes here (see rules/). */
export const dependentRequired: Walk<DependentRequired> = {
  name: "dependentRequired",
  form: "walk",
  group: "object",
  read: (value, context) => {
    if (!isSourceObject(value)) {
      context.report("keyword-invalid", { message: '"dependentRequired" must be an object of lists of names', at: { pointer: context.pointer } });
      return undefined;
    }
    const entries = [...value].map(
      ([name, names]) => [name, readNames(names, { ...context, pointer: child(context.pointer, name) }) ?? []] as const,
    );
    return new Map(entries);
  },
  walk: (data, value, emit) =>
    join(
      [...data].flatMap(([name, names]) =>
        names.map((needed) =>
          emit.reject(
            code`${emit.property(value, name)} !== undefined && ${emit.property(value, needed)} === undefined`,
            fail("failRequired"),
            literal(needed),
          ),
        ),
      ),
      "",
    ),
  holds: (data, value) =>
    [...data].every(
      ([name, names]) =>
        memberOf(value, name) === undefined || names.every((needed) => memberOf(value, needed) !== undefined),
    ),
};
