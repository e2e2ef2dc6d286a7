import type { JsonType } from "../../model/schema.js";
import type { Shape } from "../../surface/shape.js";

const most = 5;

/** Values as a list for people: `"a", "b" or 3 more` */
export const listedText = (values: readonly unknown[]): string => {
  const shown = values.slice(0, most).map((value) => JSON.stringify(value));
  return values.length > most ? `${shown.join(", ")} and ${values.length - most} more` : shown.join(", ");
};

const objectText = ({ properties = [], additionalProperties }: Shape): string => {
  if (properties.length > 0) return `{ ${properties.slice(0, most).map(([name]) => name).join(", ")}${properties.length > most ? ", …" : ""} }`;
  return additionalProperties === undefined || additionalProperties.always === false ? "object" : `map of ${shapeText(additionalProperties)}`;
};

const typeText = (shape: Shape, type: string): string => {
  if (type === "array") return shape.items === undefined ? "array" : `list of ${shapeText(shape.items)}`;
  if (type === "object") return objectText(shape);
  return shape.format === undefined || type === "null" ? type : `${type} (${shape.format})`;
};

/** What a shape is, in a few words: `string or null`, `Pet`, `list of Pet` */
export const shapeText = (shape: Shape): string => {
  if (shape.always === false) return "nothing";
  const members = shape.anyOf ?? shape.oneOf;
  if (shape.enum !== undefined) return listedText(shape.enum);
  if (members !== undefined) return members.map(shapeText).join(" or ");
  if (shape.ref !== undefined) return shape.ref;
  if (shape.type !== undefined) return shape.type.map((type) => typeText(shape, type)).join(" or ");
  if (shape.allOf !== undefined) return shape.allOf.map(shapeText).join(" and ");
  return shape.properties === undefined && shape.additionalProperties === undefined ? "anything" : objectText(shape);
};

export const shapesText = (shapes: readonly Shape[]): string => (shapes.length === 0 ? "anything" : shapes.map(shapeText).join(" and "));

/** Types but for null: `object or string` */
export const typesText = (types: ReadonlySet<JsonType>): string => [...types].filter((type) => type !== "null").sort().join(" or ");
