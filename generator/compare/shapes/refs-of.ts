import type { Shape } from "../../surface/shape.js";

/** The named schemas that all values of the shapes obey. */
export const refsOf = (shapes: readonly Shape[]): readonly string[] =>
  shapes.flatMap((shape) => [...(shape.ref === undefined ? [] : [shape.ref]), ...refsOf(shape.allOf ?? [])]);
