import { code } from "../code/code.js";
import type { Schema } from "../model/schema.js";
import type { Pointer } from "../source/pointer.js";
import { checksMore } from "./combinators.js";
import type { Assertion } from "./keyword.js";
import { fail } from "./runtime.js";

/** Where a `$ref` leads. The schema is asked for when it is needed, so that recursion stays a reference. */
export interface Reference {
  readonly pointer: Pointer;
  readonly schema: () => Schema;
}

export const reference: Assertion<Reference> = {
  name: "$ref",
  form: "assertion",
  group: "any",
  read: (value, context) => {
    // one that is no text was reported when the files were put together
    const pointer = typeof value === "string" ? context.target(value) : undefined;
    return pointer === undefined ? undefined : { pointer, schema: () => context.schema(pointer) };
  },
  inPlace: (data) => [data.schema()],
  test: (data, value, emit, schema) => emit.test(data.schema(), value, checksMore(schema)),
  fail: () => fail("failNever"),
  explain: (data, value, emit) => code`${emit.apply(data.schema(), value)}`,
  holds: (data, value, interpret) => interpret.holds(data.schema(), value),
};
