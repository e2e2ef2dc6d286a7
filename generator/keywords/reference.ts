import { code } from "../code/code.js";
import type { Schema } from "../model/schema.js";
import type { Pointer } from "../source/pointer.js";
import { checksMore } from "./combinators.js";
import type { Assertion, ReadContext } from "./keyword.js";
import { fail } from "./runtime.js";

/** Where a `$ref` leads. The schema is asked for when it is needed, so that recursion stays a reference. */
export interface Reference {
  readonly pointer: Pointer;
  readonly schema: () => Schema;
}

const referenceTo = (pointer: Pointer, { referred }: ReadContext): Reference => ({ pointer, schema: () => referred(pointer) });

const common: Omit<Assertion<Reference>, "name" | "read"> = {
  form: "assertion",
  group: "any",
  inPlace: (data) => [data.schema()],
  test: (data, value, emit, schema) => emit.test(data.schema(), value, checksMore(schema)),
  fail: () => fail("failNever"),
  explain: (data, value, emit) => code`${emit.apply(data.schema(), value)}`,
  holds: (data, value, interpret) => interpret.holds(data.schema(), value),
};

export const reference: Assertion<Reference> = {
  ...common,
  name: "$ref",
  read: (value, context) => {
    // one that is no text was reported when the files were put together
    const pointer = typeof value === "string" ? context.target(value) : undefined;
    return pointer === undefined ? undefined : referenceTo(pointer, context);
  },
};

/** A reference whose target the schemas around it decide (core §8.2.3.2); each such circumstance has a schema of its own. */
export const dynamicReference: Assertion<Reference> = {
  ...common,
  name: "$dynamicRef",
  read: (value, context) => {
    const pointer = typeof value === "string" ? context.target(value) : undefined;
    return pointer === undefined ? undefined : referenceTo(context.dynamicTarget(pointer), context);
  },
};
