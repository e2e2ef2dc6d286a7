import { child, type Pointer } from "../../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../../source/value.js";
import type { DocumentedField, Said } from "../documented-api.js";
import type { Note } from "../gap.js";
import { sampleFormat, sampleLength } from "../infer/sample-format.js";
import { sampleAt } from "../infer/sample-at.js";
import { describeShape } from "./describe-shape.js";

export interface FieldsContext {
  readonly note: Note;
  /** Samples of the object that the fields are of. */
  readonly samples: readonly Said<SourceValue>[];
}

interface Node {
  /** Undefined where only fields inside of it are listed. */
  field?: DocumentedField;
  readonly members: Map<string, Node>;
}

const treeOf = (fields: readonly DocumentedField[]): Node => {
  const root: Node = { members: new Map() };
  for (const field of fields) {
    let node = root;
    for (const key of field.path) {
      const next = node.members.get(key) ?? { members: new Map() };
      node.members.set(key, next);
      node = next;
    }
    if (node !== root) node.field ??= field;
  }
  return root;
};

/** Values of an enum are of the type that they are listed for: the digits of a text are a text. */
const enumOf = ({ enum: listed, type }: DocumentedField): readonly (readonly [string, SourceValue])[] => {
  if (listed === undefined) return [];
  const values = type.type === "string" ? listed.value.map(String) : listed.value;
  return [["enum", type.nullable && !values.includes(null) ? [...values, null] : values]];
};

const descriptionOf = ({ description, validation }: DocumentedField): readonly (readonly [string, SourceValue])[] => {
  const text = [description?.value, validation?.value].filter((one) => one !== undefined).join("\n\n");
  return text === "" ? [] : [["description", text]];
};

/** What a sample shows of a text that its type does not say. */
const shownBySample = (field: DocumentedField, pointer: Pointer, { samples, note }: FieldsContext): readonly (readonly [string, SourceValue])[] => {
  if (field.type.type !== "string" || field.type.formats.length > 0 || field.enum !== undefined) return [];
  for (const sample of samples) {
    const text = sampleAt(sample.value, field.path);
    const format = typeof text === "string" ? sampleFormat(text) : undefined;
    if (format !== undefined) {
      note({ mark: "inferred", pointer, keywords: ["format"], reason: `the format of the sample ${JSON.stringify(text)}`, fill: "correct `format`", place: sample.place });
      return [["format", format]];
    }
    const least = typeof text === "string" && !field.type.limits.has("minLength") ? sampleLength(text) : undefined;
    if (least !== undefined) {
      note({ mark: "inferred", pointer, keywords: ["minLength"], reason: `the sample ${JSON.stringify(text)}: samples that are made of a schema repeat "string" up to the least length`, fill: "correct `minLength`", place: sample.place });
      return [["minLength", least]];
    }
  }
  return [];
};

const openGaps = (field: DocumentedField, pointer: Pointer, { note }: FieldsContext): void => {
  const { gluedEnum, place } = field;
  if (gluedEnum !== undefined)
    note({ mark: "unknown", pointer, keywords: [], reason: `a list of values is printed without marks between them, ${JSON.stringify(gluedEnum.value.slice(0, 60))}`, fill: "add `enum`", place: gluedEnum.place });
  if (field.filter !== undefined)
    note({ mark: "unknown", pointer, keywords: [], reason: "operators of a filter stand at a field of a body", fill: "move them to the parameter that they belong to", place });
};

const emptyInside = (keyword: "items" | "properties", field: DocumentedField, pointer: Pointer, { note }: FieldsContext): void =>
  note({
    mark: "unknown",
    pointer,
    keywords: [],
    reason: keyword === "items" ? "what an item holds is not documented" : "the properties of the object are not documented",
    fill: keyword === "items" ? "write the schema of an item to `items`" : "write its `properties`",
    place: field.place,
  });

/** The object of some members, or the list of such objects. */
const withMembers = (own: SourceObject, node: Node, pointer: Pointer, context: FieldsContext): SourceObject => {
  const { field, members } = node;
  const isList = field?.type.type === "array";
  if (members.size > 0 && isList) return new Map<string, SourceValue>([...own, ["items", describeNode({ members }, child(pointer, "items"), context)]]);
  if (members.size > 0) return new Map<string, SourceValue>([...own, ...describeMembers(members, pointer, context)]);
  if (isList && !own.has("items")) {
    if (field !== undefined) emptyInside("items", field, pointer, context);
    return new Map<string, SourceValue>([...own, ["items", new Map()]]);
  }
  if (field?.type.type === "object" && !own.has("additionalProperties")) emptyInside("properties", field, pointer, context);
  return own;
};

const describeMembers = (members: Node["members"], pointer: Pointer, context: FieldsContext): SourceObject => {
  const required = [...members].filter(([, { field }]) => field?.required === true).map(([key]) => key);
  const properties = [...members].map(([key, node]) => [key, describeNode(node, child(pointer, "properties", key), context)] as const);
  return new Map<string, SourceValue>([...(required.length > 0 ? [["required", required] as const] : []), ["properties", new Map<string, SourceValue>(properties)]]);
};

const describeNode = (node: Node, pointer: Pointer, context: FieldsContext): SourceObject => {
  const { field } = node;
  if (field === undefined) return withMembers(new Map([["type", "object"]]), node, pointer, context);
  openGaps(field, pointer, context);
  const { note } = context;
  const shape = describeShape(field.type, pointer, { note, place: field.place, componentOf: () => undefined });
  const own = new Map<string, SourceValue>([
    ...descriptionOf(field),
    ...shape,
    ...shownBySample(field, pointer, context),
    ...enumOf(field),
    ...(field.readOnly ? [["readOnly", true] as const] : []),
    ...(field.writeOnly ? [["writeOnly", true] as const] : []),
  ]);
  return withMembers(own, node, pointer, context);
};

/** The object that the fields are of, with objects and lists inside of it by their dotted names. */
export const describeFields = (fields: readonly DocumentedField[], pointer: Pointer, context: FieldsContext): SourceObject =>
  describeNode(treeOf(fields), pointer, context);

/** The schema of one field by itself, as parameters have them. */
export const describeField = (field: DocumentedField, pointer: Pointer, context: FieldsContext): SourceObject =>
  describeNode({ field: { ...field, path: [] }, members: new Map() }, pointer, context);
