import { optionName, orderByOption, pagesOf } from "../emit/client/call-options.js";
import { combinations, credentialKey, keysOf, needsCredentials, tableOf } from "../emit/client/security.js";
import { reachable, serverMembers, serverNames } from "../emit/client/servers.js";
import { otherParameters } from "../emit/filters/query.js";
import { createInputTypes, type InputTypes } from "../emit/types/input-type.js";
import { createRuleCarrier } from "../emit/types/rule-carrier.js";
import type { ModuleOutline } from "../code/outline.js";
import type { Bulk, Contract, Incoming, MediaType, Operation, Parameter, RequestBody, Response, Server } from "../model/contract.js";
import type { FilterField } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import { firstBody } from "../plan/form.js";
import { jsonContent } from "../plan/media-type.js";
import type { Plan, PlannedOperation } from "../plan/plan.js";
import { child } from "../source/pointer.js";
import { valueAt } from "../source/resolve.js";
import { isSourceArray, isSourceObject } from "../source/value.js";
import { operationNames, schemaNames, sharedNames } from "./exported-names.js";
import { byCodeUnit, ownShape, type ShapeContext, shapeOf, surfaceRules } from "./make-shape.js";
import type { Shape } from "./shape.js";
import {
  type Surface,
  type SurfaceBody,
  type SurfaceClient,
  type SurfaceFilter,
  type SurfaceIncoming,
  type SurfaceMediaType,
  type SurfaceModule,
  type SurfaceOperation,
  type SurfaceParameter,
  type SurfaceResponse,
  type SurfaceSchema,
  surfaceVersion,
} from "./surface.js";

type ShapeOf = (schema: Schema) => Shape;

interface Making {
  readonly plan: Plan;
  readonly types: InputTypes;
  /** By its name where it has one. */
  readonly shapeOf: ShapeOf;
  readonly ownShape: ShapeOf;
}

const sortedBy = <Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] =>
  items.map((item) => ({ item, key: key(item) })).sort((left, right) => byCodeUnit(left.key, right.key)).map(({ item }) => item);

/** Schemas by themselves have the name of their type; what is read differently somewhere has none, and stands under its pointer. */
const idsOf = ({ plannedFor }: Plan): ShapeContext["idOf"] => (schema) => plannedFor(schema)?.names.type ?? `${schema.pointer} ${schema.variant ?? ""}`.trimEnd();

/** `required` as the types of components have it: they know no directions. */
const demandedByType = ({ document }: Contract): ShapeContext["demandedByType"] => (schema) => {
  if (!schema.pointer.startsWith("/components/schemas/")) return [];
  const value = valueAt(document, schema.pointer);
  const required = isSourceObject(value) ? value.get("required") : undefined;
  return isSourceArray(required) ? required.filter((name): name is string => typeof name === "string") : [];
};

/** Where the schema stands, if not where it is looked for. */
const elsewhere = (schema: Schema, usual: string): { readonly shapeAt?: string } => (schema.pointer === usual ? {} : { shapeAt: schema.pointer });

const mediaTypeOf = ({ mediaType, pointer, schema, itemSchema }: MediaType, shapeOf: ShapeOf): SurfaceMediaType => ({
  mediaType,
  at: pointer,
  ...(schema === undefined ? {} : { shape: shapeOf(schema) }),
  ...(itemSchema === undefined ? {} : { itemShape: shapeOf(itemSchema) }),
});

const contentOf = (content: readonly MediaType[], shapeOf: ShapeOf): readonly SurfaceMediaType[] =>
  sortedBy(content, ({ mediaType }) => mediaType).map((one) => mediaTypeOf(one, shapeOf));

const bodyOf = (body: RequestBody, shapeOf: ShapeOf): SurfaceBody => ({
  at: body.pointer,
  required: body.required,
  standard: firstBody(body)?.mediaType ?? "",
  content: contentOf(body.content, shapeOf),
});

const responseOf = ({ status, pointer, content, headers }: Response, shapeOf: ShapeOf): SurfaceResponse => {
  const standard = (jsonContent(content) ?? content[0])?.mediaType;
  return {
    status,
    at: pointer,
    ...(standard === undefined ? {} : { standard }),
    content: contentOf(content, shapeOf),
    headers: sortedBy(headers, ({ name }) => name).map(({ name, pointer: at, schema }) => ({ name, at, ...elsewhere(schema, child(at, "schema")), shape: shapeOf(schema) })),
  };
};

const responsesOf = (responses: readonly Response[], shapeOf: ShapeOf): readonly SurfaceResponse[] =>
  sortedBy(responses, ({ status }) => status).map((one) => responseOf(one, shapeOf));

const parameterOf = (parameter: Parameter, operation: Operation, shapeOf: ShapeOf): SurfaceParameter => {
  const { in: place, name, pointer, required, deprecated, schema, style, explode, allowReserved, json } = parameter;
  const words = json ? ["json"] : [style, ...(explode ? ["explode"] : []), ...(allowReserved ? ["reserved"] : [])];
  return {
    in: place,
    name,
    option: place === "query" || place === "querystring" ? name : optionName(parameter, operation),
    at: pointer,
    ...elsewhere(schema, child(pointer, "schema")),
    ...(required ? { required } : {}),
    ...(deprecated ? { deprecated } : {}),
    style: words.join(" "),
    shape: shapeOf(schema),
  };
};

const filterOf = ({ name, pointer, schema, operators }: FilterField, shapeOf: ShapeOf): SurfaceFilter => ({
  field: name,
  at: pointer,
  shape: shapeOf(schema),
  shapeAt: schema.pointer,
  operators: sortedBy(operators, (operator) => operator.name).map((operator) => ({
    name: operator.name,
    takes: operator.kind,
    ...(operator.schema === undefined ? {} : { shape: shapeOf(operator.schema), shapeAt: operator.schema.pointer }),
    style: operator.style,
    ...(operator.plain === undefined ? {} : { plain: operator.plain.name }),
    ...(operator.negated === undefined ? {} : { negated: operator.negated.name }),
    at: (operator.plain ?? operator.negated)?.pointer ?? pointer,
  })),
});

const bulkOf = ({ request, response, match }: Bulk): NonNullable<SurfaceOperation["bulk"]> => ({
  request,
  response,
  match: match === "position" ? match : `${match.requestItem} ${match.responseItem}`,
});

const operationOf = (planned: PlannedOperation, { plan, types, shapeOf }: Making): SurfaceOperation => {
  const { operation, names } = planned;
  const { orderBy, stream, bulk, requestBody } = operation;
  const pagination = pagesOf(operation);
  const filters = sortedBy(operation.filters?.fields ?? [], ({ name }) => name);
  const parameters = [...otherParameters(operation), ...operation.parameters.filter((parameter) => parameter.in !== "query")];
  return {
    name: names.call,
    id: operation.id,
    method: operation.method,
    path: operation.path,
    at: operation.pointer,
    ...(operation.deprecated ? { deprecated: true } : {}),
    parameters: sortedBy(parameters, (one) => `${one.in} ${one.name}`).map((one) => parameterOf(one, operation, shapeOf)),
    ...(requestBody === undefined ? {} : { body: bodyOf(requestBody, shapeOf) }),
    responses: responsesOf(operation.responses, shapeOf),
    security: combinationsOf(keysOf(operation.security, plan.contract)),
    filters: filters.map((field) => filterOf(field, shapeOf)),
    ...(orderBy === undefined
      ? {}
      : { orderBy: { option: orderByOption(orderBy.parameter) ?? orderBy.parameter, parameter: orderBy.parameter, list: orderBy.list, values: [...orderBy.values].sort() } }),
    queryRules: surfaceRules(operation.queryRules),
    ...(pagination === undefined ? {} : { pagination }),
    ...(stream === undefined ? {} : { stream }),
    ...(bulk === undefined ? {} : { bulk: bulkOf(bulk) }),
    names: operationNames(planned, types),
  };
};

const combinationsOf = (keys: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const all = new Map(keys.map((one) => [...new Set(one)].sort()).map((one) => [one.join(" "), one]));
  return sortedBy([...all], ([key]) => key).map(([, one]) => one);
};

const variablesOf = (servers: readonly Server[]): SurfaceClient["variables"] => {
  const all = servers.flatMap(({ variables }) => variables);
  const names = [...new Set(all.map(({ name }) => name))].sort();
  return names.map((name) => {
    const same = all.filter((variable) => variable.name === name);
    const isOpen = same.some(({ values }) => values.length === 0);
    return { name, values: isOpen ? [] : [...new Set(same.flatMap(({ values }) => values))].sort() };
  });
};

const clientOf = (contract: Contract): SurfaceClient => {
  const servers = reachable(contract);
  const members = serverMembers(contract);
  const [choice] = members;
  return {
    ...(servers.length < 2 || choice === undefined ? {} : { serverOption: choice.name }),
    servers: servers.length < 2 ? [] : [...serverNames(servers)].sort(),
    addresses: servers.map(({ url }) => url),
    hasServer: servers.length > 0,
    variables: variablesOf(servers),
    credentials: sortedBy(contract.securitySchemes, ({ name }) => credentialKey(name)).map((scheme) => {
      const { kind, name = "" } = tableOf(scheme);
      return { key: credentialKey(scheme.name), type: kind === "basic" ? "basic" : "text", wire: `${kind} ${name}`.trimEnd(), at: scheme.pointer };
    }),
    combinations: combinationsOf(combinations(contract)),
    needsCredentials: needsCredentials(contract),
  };
};

const incomingOf = ({ kind, name, operation, method, pointer, requestBody, responses }: Incoming, shapeOf: ShapeOf): SurfaceIncoming => ({
  kind,
  name: [...(operation === undefined ? [] : [operation]), name, method].join(" "),
  at: pointer,
  ...(requestBody === undefined ? {} : { body: bodyOf(requestBody, shapeOf) }),
  responses: responsesOf(responses, shapeOf),
});

/** The schemas with a type of their own, and then what references lead to besides. */
const schemasOf = (making: Making, idOf: ShapeContext["idOf"], referred: ReadonlyMap<string, Schema>): readonly SurfaceSchema[] => {
  const { plan, types } = making;
  const { directions } = plan.contract;
  const made = (id: string, schema: Schema): Omit<SurfaceSchema, "names"> => ({ id, at: schema.pointer, directions: [...directions(schema.pointer)].sort(), shape: making.ownShape(schema) });
  const named = plan.schemas.map(
    (planned): SurfaceSchema => ({
      ...made(planned.names.type, planned.schema),
      ...(planned.component === undefined ? {} : { component: planned.component }),
      names: schemaNames(planned, plan, types),
    }),
  );
  const known = new Set(named.map(({ id }) => id));
  const others: SurfaceSchema[] = [];
  // the map grows while it is gone through, since these refer to others
  for (const [id, schema] of referred) {
    if (known.has(id)) continue;
    known.add(id);
    others.push({ ...made(idOf(schema), schema), names: [] });
  }
  return sortedBy([...named, ...others], ({ id }) => id);
};

/** A module of an emitter, and whether it has a path of its own. */
export interface EmittedOutline {
  readonly outline: ModuleOutline;
  readonly isSubpath: boolean;
}

const emittedOf = (modules: readonly EmittedOutline[]): readonly SurfaceModule[] => {
  const subpathOf = ({ outline, isSubpath }: EmittedOutline): string => (isSubpath ? `./${outline.path}` : ".");
  const subpaths = [...new Set(modules.map(subpathOf))].sort();
  return subpaths.map((subpath) => {
    const names = modules.filter((one) => subpathOf(one) === subpath).flatMap(({ outline }) => outline.names);
    const namesOf = (isType: boolean): readonly string[] => [...new Set(names.filter(({ typeOnly }) => typeOnly === isType).map(({ name }) => name))].sort();
    return { subpath, values: namesOf(false), types: namesOf(true) };
  });
};

/** What the package of a plan shows to programs, with what emitters add where that is known. */
export const makeSurface = (plan: Plan, emitted?: readonly EmittedOutline[]): Surface => {
  const { contract } = plan;
  const types = createInputTypes(plan, createRuleCarrier(contract));
  const idOf = idsOf(plan);
  const referred = new Map<string, Schema>();
  const context: ShapeContext = {
    idOf: (schema) => {
      const id = idOf(schema);
      referred.set(id, schema);
      return id;
    },
    nameOf: (schema) => plan.plannedFor(schema)?.names.type,
    demandedByType: demandedByType(contract),
  };
  const making: Making = { plan, types, shapeOf: (schema) => shapeOf(schema, context), ownShape: (schema) => ownShape(schema, context) };
  const operations = plan.operations.map((planned) => operationOf(planned, making));
  return {
    surface: surfaceVersion,
    title: contract.title,
    version: contract.version,
    representation: plan.representation,
    ...(plan.operations.length === 0 ? {} : { client: clientOf(contract) }),
    operations: sortedBy(operations, ({ name }) => name),
    incoming: sortedBy(contract.incoming.map((one) => incomingOf(one, making.shapeOf)), ({ kind, name }) => `${kind} ${name}`),
    schemas: schemasOf(making, idOf, referred),
    names: sharedNames(plan),
    ...(emitted === undefined ? {} : { emitted: emittedOf(emitted) }),
  };
};
