import { child, type Pointer } from "../../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../../source/value.js";
import type { DocumentedShape, DocumentedType, Said } from "../documented-api.js";
import type { Note } from "../gap.js";
import { sampleFormat } from "../infer/sample-format.js";
import { sampleObject, type WireRow, wireRows } from "../infer/wire-rows.js";
import { describeShape } from "./describe-shape.js";

export interface TypeContext {
  readonly note: Note;
  readonly componentOf: (name: string) => string | undefined;
  /** A sample of the type. */
  readonly sample: Said<SourceValue> | undefined;
}

const shownFormat = (shape: DocumentedShape, value: SourceValue | undefined): string | undefined =>
  shape.type === "string" && shape.formats.length === 0 && typeof value === "string" ? sampleFormat(value) : undefined;

const describeRow = ({ row, isByPosition }: WireRow, value: SourceValue | undefined, pointer: Pointer, { note, componentOf, sample }: TypeContext): SourceObject => {
  const { place, type, description } = row;
  const format = shownFormat(type, value);
  if (isByPosition) note({ mark: "inferred", pointer, keywords: [], reason: "the cell of the name is missing; the sample has this name in its place, and the others in theirs", fill: "correct the name of the property", place });
  if (type.nullable && row.required)
    note({ mark: "unknown", pointer, keywords: ["type"], reason: `printed as ${type.words} and yet required: null is allowed here`, fill: "remove null from `type` if it has to have a value", place });
  if (format !== undefined && sample !== undefined) note({ mark: "inferred", pointer, keywords: ["format"], reason: `the format of the sample ${JSON.stringify(value)}`, fill: "correct `format`", place: sample.place });
  const schema = describeShape(type, pointer, { note, place, componentOf });
  const text: SourceObject = description === undefined ? new Map() : new Map([["description", description]]);
  return new Map<string, SourceValue>([...text, ...schema, ...(format === undefined ? [] : [["format", format] as const])]);
};

/** The object of a table. */
export const describeType = ({ rows, place }: DocumentedType, pointer: Pointer, context: TypeContext): SourceObject => {
  const { note, sample } = context;
  const object = sampleObject(sample);
  const all = wireRows(rows, sample);
  const properties = new Map<string, SourceValue>();
  const required: string[] = [];
  for (const one of all) {
    const name = one.wireName;
    if (name === undefined) {
      const reason = `a row without a name: ${one.row.type.words}, ${one.row.description ?? "no description"}`;
      note({ mark: "unknown", pointer, keywords: ["properties"], reason, fill: "add the property", place: one.row.place });
    } else if (!properties.has(name)) {
      properties.set(name, describeRow(one, object?.get(name), child(pointer, "properties", name), context));
      if (one.row.required) required.push(name);
    }
  }
  if (object === undefined && rows.length > 0)
    note({ mark: "inferred", pointer, keywords: ["properties"], reason: "names have a small first letter on the wire; no sample shows them", fill: "correct the names", place });
  return new Map<string, SourceValue>([["type", "object"], ...(required.length > 0 ? [["required", required] as const] : []), ["properties", properties]]);
};
