import { child, type Pointer } from "../../../source/pointer.js";
import { isSourceArray, type SourceObject, type SourceValue } from "../../../source/value.js";
import type { DocumentedBody, DocumentedEndpoint } from "../documented-api.js";
import { between, nameSentences } from "../infer/name-sentences.js";
import { schemaFromSample } from "../infer/schema-from-sample.js";
import { type Describing, isBulk } from "./describing.js";
import { describeType } from "./describe-types.js";

const componentReference = (name: string): SourceObject => new Map([["$ref", `#/components/schemas/${name}`]]);

const listOf = (items: SourceObject): SourceObject => new Map<string, SourceValue>([["type", "array"], ["items", items]]);

/** A title that says that many are written makes the body a list; the fields are those of one. */
const ofFields = (name: string, body: DocumentedBody, endpoint: DocumentedEndpoint, pointer: Pointer, { note }: Describing): SourceObject => {
  if (!isBulk(endpoint)) return componentReference(name);
  note({ mark: "inferred", pointer, keywords: ["type"], reason: "the title says that several are written at once; the list of fields is that of one", fill: "take the `$ref` of `items` if it is one object", place: endpoint.summary?.place ?? body.place });
  return listOf(componentReference(name));
};

const withDescription = (schema: SourceValue | undefined, text: string): SourceObject =>
  new Map<string, SourceValue>([["description", text], ...(schema instanceof Map ? schema : new Map())]);

/** Sentences that stand at no field go to the one that they have to belong to; the others are a gap. */
const withSentences = (schema: SourceObject, body: DocumentedBody, pointer: Pointer, { note }: Describing): SourceObject => {
  const properties = schema.get("properties");
  const sentences = nameSentences(body.sentences);
  const known = properties instanceof Map ? properties : new Map<string, SourceValue>();
  const described = new Map(known);
  for (const [index, { sentence, field }] of sentences.entries()) {
    if (field !== undefined && known.has(field)) {
      const at = child(pointer, "properties", field);
      note({ mark: "inferred", pointer: at, keywords: ["description"], reason: "the sentence stands without the name of its field; it follows from the others of the group", fill: "move the sentence to its field", place: sentence.place });
      described.set(field, withDescription(described.get(field), sentence.value));
    } else {
      const [before, after] = between(sentences, index);
      const where = [before === undefined ? [] : [`behind ${before}`], after === undefined ? [] : [`in front of ${after}`]].flat().join(" and ");
      const reason = `the sentence "${sentence.value}" stands without the name of its field${where === "" ? "" : `, ${where}`}`;
      note({ mark: "unknown", pointer, keywords: [], reason, fill: "write the sentence to the `description` of its field", place: sentence.place });
    }
  }
  return properties === undefined ? schema : new Map<string, SourceValue>([...schema, ["properties", described]]);
};

/** Without the sentences that the fields of the component have already. */
const restOf = (body: DocumentedBody, schema: SourceObject, { bodies }: Describing): DocumentedBody => {
  const reference = schema.get("$ref");
  const fields = [...bodies].flatMap(([{ fields: own }, name]) => (reference === `#/components/schemas/${name}` ? own : []));
  const known = new Set(fields.flatMap(({ validation }) => validation?.value.split("\n") ?? []));
  return { ...body, sentences: body.sentences.filter(({ value }) => !known.has(value)) };
};

const ofSample = (sample: SourceValue, body: DocumentedBody, pointer: Pointer, describing: Describing): SourceObject => {
  const { note, componentFor } = describing;
  const place = body.sample?.place ?? body.place;
  if (isSourceArray(sample) && sample.length > 0) {
    const [first = null] = sample;
    return listOf(ofSample(first, body, child(pointer, "items"), describing));
  }
  const schema = schemaFromSample(sample, pointer, { note, place, componentFor });
  if (schema.has("$ref")) note({ mark: "inferred", pointer, keywords: ["$ref"], reason: "the sample has exactly the fields of this component", fill: "correct the reference", place });
  else note({ mark: "inferred", pointer, keywords: [], reason: "made of a sample: names and types are those of the sample; what is required or can be null is not said, nor are limits", fill: "add `required`, null and what else is known", place });
  return withSentences(schema, restOf(body, schema, describing), pointer, describing);
};

/** The schema of a body; undefined where nothing is said of it. */
export const describeBody = (body: DocumentedBody, endpoint: DocumentedEndpoint, pointer: Pointer, describing: Describing): SourceObject | undefined => {
  const name = describing.bodies.get(body);
  if (name !== undefined) return ofFields(name, body, endpoint, pointer, describing);
  const { request } = describing.types;
  if (request !== undefined && body === endpoint.request) {
    const { note } = describing;
    for (const { place } of describing.types.repeated)
      note({ mark: "inferred", pointer, keywords: [], reason: "a second table has the same rows; it is read as that of a base type, and left out", fill: "nothing, if it is", place });
    const componentOf = (type: string): string | undefined => (describing.types.types.has(type) ? type : undefined);
    return describeType(request, pointer, { note, componentOf, sample: body.sample });
  }
  return body.sample === undefined ? undefined : ofSample(body.sample.value, body, pointer, describing);
};
