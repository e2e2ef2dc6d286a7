import type { Shape } from "../../surface/shape.js";
import type { Surface, SurfaceSchema } from "../../surface/surface.js";

/** The named schemas of one surface. */
export interface World {
  readonly schema: (id: string) => SurfaceSchema | undefined;
}

export const worldOf = ({ schemas }: Surface): World => {
  const byId = new Map(schemas.map((schema) => [schema.id, schema]));
  return { schema: (id) => byId.get(id) };
};

/** Equal for shapes that say the same in the same words. */
export const shapeKey = (shape: Shape): string => JSON.stringify(shape);

export const shapesKey = (shapes: readonly Shape[]): string => shapes.map(shapeKey).sort().join("&");

/** Annotations say nothing of values. */
const annotations: ReadonlySet<string> = new Set(["default", "deprecated", "readOnly", "writeOnly"]);

export const isAnything = (shape: Shape): boolean => shape.always !== false && Object.keys(shape).every((key) => annotations.has(key) || key === "always");
