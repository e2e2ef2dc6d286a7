import type { Place } from "../../../diagnostics/place.js";
import { child, type Pointer } from "../../../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../../source/value.js";
import type { Note } from "../gap.js";
import { elision, isElided } from "../read/sample-json.js";
import { sampleFormat, sampleLength } from "./sample-format.js";

export interface SampleContext {
  readonly note: Note;
  readonly place: Place;
  /** The name of the component that has exactly these properties. */
  readonly componentFor: (keys: readonly string[]) => string | undefined;
}

const leftOut = "a sample shows that there is one and leaves out what is in it";

const unknown = (pointer: Pointer, reason: string, fill: string, { note, place }: SampleContext): void =>
  note({ mark: "unknown", pointer, keywords: [], reason, fill, place });

const ofText = (text: string, pointer: Pointer, context: SampleContext): SourceObject => {
  const format = sampleFormat(text);
  const least = sampleLength(text);
  if (format === undefined && !/^string/i.test(text) && /^[A-Z][A-Za-z]{1,60}$/.test(text))
    unknown(pointer, `the sample "${text}" may be one of a list of values; which others there are is not documented`, "add `enum`", context);
  return new Map<string, SourceValue>([
    ["type", "string"],
    ...(format === undefined ? [] : [["format", format] as const]),
    ...(least === undefined ? [] : [["minLength", least] as const]),
  ]);
};

const ofList = (list: readonly SourceValue[], pointer: Pointer, context: SampleContext): SourceObject => {
  const [first] = list;
  if (first !== undefined && !isElided(list)) return new Map<string, SourceValue>([["type", "array"], ["items", schemaFromSample(first, child(pointer, "items"), context)]]);
  unknown(pointer, first === undefined ? "a sample shows an empty array" : leftOut, "write the schema of an item to `items`", context);
  return new Map<string, SourceValue>([["type", "array"], ["items", new Map()]]);
};

/** Samples that are made of types write a map as one member whose name is that of the type of keys. */
const mapValue = (object: SourceObject): SourceValue | undefined => (object.size === 1 ? object.get("String") : undefined);

const ofObject = (object: SourceObject, pointer: Pointer, context: SampleContext): SourceObject => {
  if (object.size === 0 || isElided(object)) {
    unknown(pointer, leftOut, "write its `properties`", context);
    return new Map([["type", "object"]]);
  }
  const value = mapValue(object);
  if (value !== undefined)
    return new Map<string, SourceValue>([["type", "object"], ["additionalProperties", schemaFromSample(value, child(pointer, "additionalProperties"), context)]]);
  const keys = [...object.keys()];
  const component = context.componentFor(keys);
  if (component !== undefined) return new Map([["$ref", `#/components/schemas/${component}`]]);
  const properties = [...object].map(([key, member]) => [key, schemaFromSample(member, child(pointer, "properties", key), context)] as const);
  return new Map<string, SourceValue>([["type", "object"], ["properties", new Map<string, SourceValue>(properties)]]);
};

/**
 * The schema of a sample, without what a sample cannot say: which members are required, and which can be null. A number without
 * fraction is a number of any kind, since samples of all of them are written so.
 */
export const schemaFromSample = (sample: SourceValue, pointer: Pointer, context: SampleContext): SourceObject => {
  if (typeof sample === "boolean") return new Map([["type", "boolean"]]);
  if (typeof sample === "number") return new Map([["type", "number"]]);
  if (sample === null || sample === elision) {
    unknown(pointer, sample === null ? "the sample is null, which says nothing of the type" : leftOut, "add `type`", context);
    return new Map();
  }
  if (typeof sample === "string") return ofText(sample, pointer, context);
  if (isSourceArray(sample)) return ofList(sample, pointer, context);
  return isSourceObject(sample) ? ofObject(sample, pointer, context) : new Map();
};
