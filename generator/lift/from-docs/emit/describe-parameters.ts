import { child, type Pointer } from "../../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../../source/value.js";
import type { DocumentedEndpoint, DocumentedParameter, Said, SampleText } from "../documented-api.js";
import { type NamedSentence, nameSentences } from "../infer/name-sentences.js";
import { describeFilters, filterKeyword, type FilterSets } from "./describe-filters.js";
import { describeField } from "./describe-fields.js";
import type { Describing } from "./describing.js";
import { plainHeaders } from "./describe-security.js";

export interface ParametersContext extends Describing {
  readonly sets: FilterSets;
}

/** Names of a path template: "/users/{id}/" ~> ["id"] */
const templateNames = (path: string): readonly string[] => [...new Set([...path.matchAll(/\{([^{}/]{1,100})\}/g)].map(([, name = ""]) => name))];

const listForm = /^-?[A-Za-z_]\w{0,100}(?:,-?[A-Za-z_]\w{0,100}){1,50}$/;

/** What the text of a sample says of its type. A digit may stand for any number, or for a text. */
const querySchema = (value: string): SourceObject => {
  if (/^(?:true|false)$/i.test(value)) return new Map([["type", "boolean"]]);
  if (/^-?\d{1,15}$/.test(value)) return new Map([["type", "integer"]]);
  if (listForm.test(value)) return new Map<string, SourceValue>([["type", "array"], ["items", new Map([["type", "string"]])]]);
  return new Map([["type", "string"]]);
};

const ofQuery = ({ value: { name, value }, place }: Said<SampleText>, pointer: Pointer, { note }: Describing): SourceObject => {
  const schema = querySchema(value);
  const isList = schema.get("type") === "array";
  note({ mark: "inferred", pointer, keywords: isList ? ["style", "explode", "schema"] : ["schema"], reason: `a sample sends it with the value ${JSON.stringify(value.slice(0, 100))}; nothing else is said of it`, fill: "correct `schema`, add a `description`", place });
  return new Map<string, SourceValue>([["name", name], ["in", "query"], ...(isList ? ([["style", "form"], ["explode", false]] as const) : []), ["schema", schema]]);
};

const ofHeader = ({ value: { name, value }, place }: Said<SampleText>, pointer: Pointer, { note }: Describing): SourceObject => {
  note({ mark: "inferred", pointer, keywords: ["schema"], reason: `a sample sends the header with the value ${JSON.stringify(value.slice(0, 100))}; nothing else is said of it`, fill: "correct `schema`, add `required` and a `description`", place });
  return new Map<string, SourceValue>([["name", name], ["in", "header"], ["schema", new Map([["type", "string"]])]]);
};

const documented = (parameter: DocumentedParameter, pointer: Pointer, { note, sets }: ParametersContext): SourceObject => {
  const { filter, path, in: where, ...field } = parameter;
  const schema = describeField({ ...field, path: [] }, child(pointer, "schema"), { note, samples: [] });
  const description = schema.get("description");
  const own = new Map([...schema].filter(([key]) => key !== "description"));
  return new Map<string, SourceValue>([
    ["name", path.join(".")],
    ["in", where],
    ...(description === undefined ? [] : [["description", description] as const]),
    ...(parameter.required || where === "path" ? [["required", true] as const] : []),
    ...(filter === undefined ? [] : [["x-filter", filterKeyword(filter, sets)] as const]),
    ["schema", own],
  ]);
};

const ofPath = (name: string, pointer: Pointer, endpoint: DocumentedEndpoint, { note }: Describing): SourceObject => {
  note({ mark: "unknown", pointer, keywords: ["schema"], reason: "the path has this variable; its type is not documented", fill: "correct `schema`", place: endpoint.path.place });
  return new Map<string, SourceValue>([["name", name], ["in", "path"], ["required", true], ["schema", new Map([["type", "string"]])]]);
};

/** Sentences that stand at no parameter, with the parameter that they have to belong to. */
const withSentence = (parameter: SourceObject, sentences: readonly NamedSentence[], pointer: Pointer, { note }: Describing): SourceObject => {
  const own = sentences.filter(({ field }) => field !== undefined && field === parameter.get("name"));
  const [first] = own;
  if (first === undefined) return parameter;
  note({ mark: "inferred", pointer, keywords: ["description"], reason: "the sentence stands without the name of its parameter; it follows from the others of the group", fill: "move the sentence to its parameter", place: first.sentence.place });
  const [name, where, ...rest] = [...parameter];
  const text: readonly [string, SourceValue] = ["description", own.map(({ sentence }) => sentence.value).join("\n")];
  return new Map<string, SourceValue>([...(name === undefined ? [] : [name]), ...(where === undefined ? [] : [where]), text, ...rest]);
};

/** All parameters of an operation: those with a description, those of the path, those that a sample shows, and filters. */
export const describeParameters = (endpoint: DocumentedEndpoint, operation: Pointer, context: ParametersContext): readonly SourceObject[] => {
  const { note } = context;
  const parameters: SourceObject[] = [];
  const has = (name: string, where: string): boolean => parameters.some((one) => one.get("name") === name && one.get("in") === where);
  const next = (): Pointer => child(operation, "parameters", parameters.length);
  const sentences = nameSentences(endpoint.sentences);
  for (const one of endpoint.parameters) if (!has(one.path.join("."), one.in)) parameters.push(documented(one, next(), context));
  for (const name of templateNames(endpoint.path.value)) if (!has(name, "path")) parameters.push(ofPath(name, next(), endpoint, context));
  for (const one of endpoint.query) if (!has(one.value.name, "query")) parameters.push(withSentence(ofQuery(one, next(), context), sentences, next(), context));
  for (const one of plainHeaders(endpoint)) if (!has(one.value.name, "header")) parameters.push(ofHeader(one, next(), context));
  for (const { sentence, field } of sentences)
    if (field === undefined || !has(field, "query"))
      note({ mark: "unknown", pointer: operation, keywords: ["parameters"], reason: `the sentence "${sentence.value}" stands without the name of its parameter`, fill: "write the sentence to the `description` of its parameter", place: sentence.place });
  return [...parameters, ...describeFilters(endpoint, operation, parameters, context.sets, context)];
};
