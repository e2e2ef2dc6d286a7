import type { Place } from "../../../diagnostics/place.js";
import { child, type Pointer } from "../../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../../source/value.js";
import type { DocumentedShape } from "../documented-api.js";
import type { Note } from "../gap.js";

export interface ShapeContext {
  readonly note: Note;
  readonly place: Place;
  /** The component of a type by its name; undefined where there is no such type. */
  readonly componentOf: (name: string) => string | undefined;
}

const referred = (name: string, nullable: boolean, pointer: Pointer, context: ShapeContext): SourceObject => {
  const component = context.componentOf(name);
  if (component === undefined) {
    const reason = `the type ${name} is not described`;
    context.note({ mark: "unknown", pointer, keywords: [], reason, fill: `describe ${name} in \`components/schemas\` and refer to it`, place: context.place });
    return new Map();
  }
  const reference = new Map<string, SourceValue>([["$ref", `#/components/schemas/${component}`]]);
  return nullable ? new Map([["anyOf", [reference, new Map([["type", "null"]])]]]) : reference;
};

const formatOf = ({ formats }: DocumentedShape, pointer: Pointer, { note, place }: ShapeContext): readonly (readonly [string, SourceValue])[] => {
  const [format] = formats;
  if (format === undefined) return [];
  if (formats.length === 1) return [["format", format]];
  note({ mark: "unknown", pointer, keywords: [], reason: `several formats are named, ${formats.join(" and ")}: whether one of them or all have to hold is not said`, fill: "add `anyOf` with one `format` each", place });
  return [];
};

/** Keywords that say something about values of the type; numbers have none of lengths. */
const limitsOf = (shape: DocumentedShape, pointer: Pointer, { note, place }: ShapeContext): readonly (readonly [string, SourceValue])[] => {
  const fits = (keyword: string): boolean => {
    if (keyword.endsWith("Length")) return shape.type === "string";
    return keyword.endsWith("Items") ? shape.type === "array" : shape.type === "number" || shape.type === "integer";
  };
  const strangers = [...shape.limits].filter(([keyword]) => !fits(keyword)).map(([keyword, value]) => `${keyword} ${value}`);
  if (strangers.length > 0)
    note({ mark: "unknown", pointer, keywords: [], reason: `what the limits in "${shape.words}" mean for this type is not said (${strangers.join(", ")})`, fill: "add the keywords that hold", place });
  return [...shape.limits].filter(([keyword]) => fits(keyword));
};

/** The keywords of a type as it is printed. What is inside of an object is added by whoever knows it. */
export const describeShape = (shape: DocumentedShape, pointer: Pointer, context: ShapeContext): SourceObject => {
  const { note, place } = context;
  if (shape.reference !== undefined) return referred(shape.reference, shape.nullable, pointer, context);
  if (shape.type === undefined) {
    const reason = shape.isAny ? "documented as any value" : `the type "${shape.words}" says nothing that is known here`;
    if (shape.words !== "" || !shape.isKnown) note({ mark: "unknown", pointer, keywords: [], reason: shape.words === "" ? "no type is documented" : reason, fill: "add `type`", place });
    return new Map();
  }
  const items = shape.items === undefined ? [] : [["items", describeShape(shape.items, child(pointer, "items"), context)] as const];
  const values = shape.values === undefined ? [] : [["additionalProperties", describeShape(shape.values, child(pointer, "additionalProperties"), context)] as const];
  return new Map<string, SourceValue>([
    ["type", shape.nullable ? [shape.type, "null"] : shape.type],
    ...formatOf(shape, pointer, context),
    ...limitsOf(shape, pointer, context),
    ...items,
    ...values,
  ]);
};
