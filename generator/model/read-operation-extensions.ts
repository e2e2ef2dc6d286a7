import { suggest } from "../diagnostics/suggest.js";
import { placeOf } from "../rules/field-places.js";
import { kindOf, type Rule, rules } from "../rules/index.js";
import type { Owner, Part, Recognised } from "../rules/owner.js";
import { child, type Pointer } from "../source/pointer.js";
import { isSourceArray, isSourceObject, type SourceObject } from "../source/value.js";
import type { Pagination, Parameter, Stream } from "./contract.js";
import type { FilterSet } from "./filter.js";
import { guessPages } from "./guess-pages.js";
import { member, type Node, textOf } from "./node.js";
import { mergeRules } from "./merge-rules.js";
import { membersOf } from "./owner-of.js";
import type { SchemaSource } from "./read-parameter.js";

export interface OperationPart {
  readonly node: Node;
  readonly parameters: readonly Parameter[];
  readonly source: SchemaSource;
}

const queryNames = ({ parameters }: OperationPart): readonly string[] =>
  parameters.filter((parameter) => parameter.in === "query").map((parameter) => parameter.name);

const nearest = (name: string, names: readonly string[]): { readonly hint?: string } => {
  const near = suggest(name, names);
  return near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` };
};

/** Reports a name that is no query parameter of the operation. */
const knownParameter = (node: Node, part: OperationPart, code: "pagination-invalid" | "stream-invalid"): string | undefined => {
  const name = textOf(node);
  if (name === undefined) return undefined;
  if (queryNames(part).includes(name)) return name;
  part.source.report(code, {
    message: `${JSON.stringify(name)} is no query parameter of this operation`,
    at: { pointer: node.pointer },
    ...nearest(name, queryNames(part)),
  });
  return undefined;
};

/** `x-query-rules`: JSON Schema assertions over the query as an object. */
export const readQueryRules = (part: OperationPart): readonly Rule[] => {
  const node = member(part.node, "x-query-rules");
  if (node.value === undefined) return [];
  const { report } = part.source;
  if (!isSourceObject(node.value)) {
    report("extension-invalid", { message: "`x-query-rules` must be an object of JSON Schema assertions", at: { pointer: node.pointer } });
    return [];
  }
  const owner: Owner = {
    parts: partsOf(node.value, node.pointer),
    onlyObjects: true,
    describesObjects: true,
    says: () => false,
    formOf: () => undefined,
    typesOf: (name) => part.parameters.find((parameter) => parameter.in === "query" && parameter.name === name)?.schema.keywords.type,
    closedFields: undefined,
  };
  const kinds: readonly { readonly recognise: (of: Owner) => readonly Recognised<Rule>[] }[] = Object.values(rules);
  const found = kinds.flatMap((kind) => kind.recognise(owner));
  const consumed = new Set(found.flatMap((one) => one.consumed));
  reportLeftOver(node, consumed, part);
  const merged = mergeRules(found.map((one) => one.rule));
  for (const rule of merged) reportUnknownFields(rule, part);
  return merged;
};

/** The object and the members of its `allOf`: two rules of one kind have no other place. */
const partsOf = (source: SourceObject, pointer: Pointer): readonly Part[] => [{ source, pointer }, ...membersOf(source, pointer)];

const reportLeftOver = (node: Node, consumed: ReadonlySet<string>, part: OperationPart): void => {
  if (!isSourceObject(node.value)) return;
  for (const one of membersOf(node.value, node.pointer)) reportLeftOver({ value: one.source, pointer: one.pointer }, consumed, part);
  for (const key of node.value.keys()) {
    const pointer = child(node.pointer, key);
    if (key === "allOf" && isSourceArray(node.value.get(key))) continue;
    const used = [...consumed].some((one) => one === pointer || one.startsWith(`${pointer}/`));
    if (!used && !key.startsWith("x-"))
      part.source.report("keyword-unsupported", {
        message: `${JSON.stringify(key)} under \`x-query-rules\` is no rule that is known here; it is not checked`,
        at: { pointer, part: "key" },
      });
  }
};

const reportUnknownFields = (rule: Rule, part: OperationPart): void => {
  for (const name of kindOf(rule).fields(rule))
    if (!queryNames(part).includes(name))
      part.source.report("rule-field-unknown", {
        message: `the rule names ${JSON.stringify(name)}, which is no query parameter of this operation`,
        at: placeOf(rule, name),
        ...nearest(name, queryNames(part)),
      });
};

/** `x-pagination`; what its absence leaves open is read off the names of the parameters, and `false` says that there is none. */
export const readPagination = (part: OperationPart, filters: FilterSet | undefined): Pagination | undefined => {
  const node = member(part.node, "x-pagination");
  if (node.value === undefined) return guessPages(part.parameters.filter(({ pointer }) => filters?.fields.every((field) => field.pointer !== pointer) !== false));
  if (node.value === false) return undefined;
  const named = (key: "page" | "size" | "cursor"): { readonly [Key in typeof key]?: string } => {
    const name = knownParameter(member(node, key), part, "pagination-invalid");
    return name === undefined ? {} : { [key]: name };
  };
  return { ...named("page"), ...named("size"), ...named("cursor") };
};

export const readStream = (part: OperationPart): Stream | undefined => {
  const node = member(part.node, "x-stream");
  if (node.value === undefined) return undefined;
  const parameter = knownParameter(member(node, "parameter"), part, "stream-invalid");
  const value = member(node, "value").value;
  const isSwitch = typeof value === "boolean" || typeof value === "string" || typeof value === "number";
  return parameter === undefined || !isSwitch ? undefined : { parameter, value };
};
