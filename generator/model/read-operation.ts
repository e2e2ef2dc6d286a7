import type { FilterSource } from "../filters/filter-source.js";
import { expressionsIn } from "../filters/expressions.js";
import { type FilterReading, readFilterSet } from "../filters/read-filter-set.js";
import { child } from "../source/pointer.js";
import { valueAt } from "../source/resolve.js";
import { isSourceObject, type SourceValue } from "../source/value.js";
import type { Operation, Parameter, RequestBody, Response, SecurityRequirement } from "./contract.js";
import type { FilterSet } from "./filter.js";
import { entriesOf, followed, isTrue, itemsOf, member, type Node, patternedFieldsOf, textOf, textsOf } from "./node.js";
import { itemFields } from "./item-fields.js";
import { readBulk } from "./read-bulk.js";
import { readPagination, readQueryRules, readStream } from "./read-operation-extensions.js";
import { readServers } from "./read-servers.js";
import { readOrderBy } from "./read-order-by.js";
import { readContent, readHeaders, type SchemaSource } from "./read-parameter.js";
import { type Parameters, readParameters } from "./read-parameters.js";
import { readEvidence } from "../rules/evidence.js";

export interface OperationSource extends SchemaSource {
  /** `security` of the document, which operations may replace. */
  readonly security: Node;
}

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value } =>
  // an absent member, not one that is undefined
  (value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };

const filterOf = ({ pointer }: Parameter, { root }: OperationSource): SourceValue | undefined =>
  valueAt(root, child(pointer, "x-filter"));

/** Only what stands in the query can be spelled with an operator. */
const reportMisplacedFilters = (parameters: readonly Parameter[], source: OperationSource): void => {
  for (const parameter of parameters) {
    const filter = filterOf(parameter, source);
    if (parameter.in !== "query" && filter !== undefined && filter !== false)
      source.report("extension-unknown", {
        message: `\`x-filter\` has no effect on a ${parameter.in} parameter, only on one in the query`,
        at: { pointer: child(parameter.pointer, "x-filter"), part: "key" },
      });
  }
};

const inQuery = (parameters: readonly Parameter[], node: Node, source: OperationSource): readonly FilterSource[] => {
  let fields: ReadonlySet<string> | undefined;
  const isField = (name: string): boolean => {
    fields ??= itemFields(node, source.root);
    return fields.has(name);
  };
  return parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => ({ ...parameter, filter: filterOf(parameter, source), isField: () => isField(parameter.name) }));
};

/** `x-filter: false` at the operation: none of its parameters is a filter. */
const optsOut = (node: Node): boolean => member(node, "x-filter").value === false;

const filtersOf = ({ used, replaced }: Parameters, node: Node, source: OperationSource, reading: FilterReading | undefined): FilterSet | undefined => {
  reportMisplacedFilters([...replaced, ...used], source);
  // undefined where a dialect could not be read: filters would only repeat what is reported there
  if (reading === undefined || optsOut(node)) return undefined;
  return readFilterSet(inQuery(used, node, source), reading, source.report, inQuery(replaced, node, source));
};

export const readRequestBody = (written: Node, source: OperationSource): RequestBody | undefined => {
  if (written.value === undefined) return undefined;
  const node = followed(written, source);
  if (node === undefined) return undefined;
  return {
    pointer: node.pointer,
    required: isTrue(member(node, "required")),
    ...optional("description", textOf(member(node, "description"))),
    content: readContent(member(node, "content"), source),
  };
};

export const readResponses = (node: Node, source: OperationSource): readonly Response[] =>
  patternedFieldsOf(node, source).flatMap(([status, written]): readonly Response[] => {
    const response = followed(written, source);
    if (response === undefined) return [];
    const content = member(response, "content");
    return [
      {
        status,
        pointer: response.pointer,
        ...optional("description", textOf(member(response, "description"))),
        headers: readHeaders(member(response, "headers"), source),
        content: content.value === undefined ? [] : readContent(content, source),
      },
    ];
  });

const readSecurity = (node: Node, source: OperationSource): readonly SecurityRequirement[] =>
  node.value === undefined
    ? []
    : itemsOf(node, source).map((requirement) =>
        entriesOf(requirement, source).map(([scheme, scopes]) => ({ scheme, scopes: textsOf(scopes, source) })),
      );

/** derivedId("get", "/users/{id}/") ~> "getUsersById" */
const derivedId = (method: string, path: string): string =>
  `${method} ${path.replaceAll(/\{([^}]*)\}/g, " by $1 ")}`
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");

const idOf = (node: Node, method: string, path: string, source: OperationSource): string => {
  const id = textOf(member(node, "operationId"));
  if (id !== undefined && id !== "") return id;
  const made = derivedId(method, path);
  source.report("operation-id-missing", {
    message: `the operation has no operationId, so it is called ${made}`,
    at: { pointer: node.pointer, part: "key" },
  });
  return made;
};

/** An operation with its parameters read. Which of them are filters is known when those of all operations are. */
export interface OperationDraft {
  readonly queryParameters: readonly FilterSource[];
  readonly finish: (reading: FilterReading | undefined) => Operation;
}

/** One operation of a path item. */
export const draftOperation = (
  path: { readonly template: string; readonly node: Node },
  method: string,
  node: Node,
  source: OperationSource,
): OperationDraft | undefined => {
  if (!isSourceObject(node.value)) {
    source.report("structure-invalid", { message: "an operation must be an object", at: { pointer: node.pointer } });
    return undefined;
  }
  const all = readParameters(path.node, node, source);
  return {
    queryParameters: optsOut(node) ? [] : inQuery(all.used, node, source),
    finish: (reading) => readOperation(path, method, node, all, source, reading),
  };
};

const readOperation = (
  { template, node: item }: { readonly template: string; readonly node: Node },
  method: string,
  node: Node,
  all: Parameters,
  source: OperationSource,
  reading: FilterReading | undefined,
): Operation => {
  const parameters = all.used;
  const requestBody = readRequestBody(member(node, "requestBody"), source);
  const responses = readResponses(member(node, "responses"), source);
  const security = member(node, "security");
  const shared = { node, parameters, source };
  const filters = filtersOf(all, node, source, reading);
  return {
    id: idOf(node, method, template, source),
    method,
    path: template,
    pointer: node.pointer,
    ...optional("summary", textOf(member(node, "summary"))),
    ...optional("description", textOf(member(node, "description"))),
    deprecated: isTrue(member(node, "deprecated")),
    tags: member(node, "tags").value === undefined ? [] : textsOf(member(node, "tags"), source),
    servers: [node, item].map((owner) => readServers(owner, source)).find((servers) => servers.length > 0) ?? [],
    security: readSecurity(security.value === undefined ? source.security : security, source),
    parameters,
    ...optional("requestBody", requestBody),
    responses,
    ...optional("filters", filters),
    filterExpressions: expressionsIn(inQuery(parameters, node, source)),
    ...optional("orderBy", readOrderBy(parameters)),
    queryRules: readQueryRules(shared),
    evidence: isSourceObject(node.value) ? readEvidence(node.value) : [],
    ...optional("pagination", readPagination(shared, filters)),
    ...optional("stream", readStream(shared)),
    ...optional("bulk", readBulk(shared, requestBody, responses)),
  };
};
