import type { Shape } from "../../surface/shape.js";

/** One shape whose values obey all of them. */
export const together = (shapes: readonly Shape[]): Shape => (shapes.length === 1 ? (shapes[0] ?? {}) : { allOf: shapes });
