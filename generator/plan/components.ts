import type { Contract } from "../model/contract.js";
import type { Schema } from "../model/schema.js";
import type { Pointer } from "../source/pointer.js";

/** The name of each component by where its schema stands. */
export type ComponentNames = ReadonlyMap<Pointer, string>;

export const componentNames = ({ schemas }: Contract): ComponentNames => new Map(schemas.map(({ name, schema }) => [schema.pointer, name]));

/** The component that a schema refers to. */
export const componentOf = (schema: Schema | undefined, components: ComponentNames): string | undefined => {
  const pointer = schema?.keywords.$ref?.pointer;
  return pointer === undefined ? undefined : components.get(pointer);
};
