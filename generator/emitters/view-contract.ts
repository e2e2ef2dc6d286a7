import type { ModuleOutline } from "../code/outline.js";
import type { JsonValue } from "../code/json-value.js";
import { isBulk } from "../emit/client/bulk-module.js";
import { areOptional } from "../emit/client/call-options.js";
import { createInputTypes } from "../emit/types/input-type.js";
import { createRuleCarrier, toldRules } from "../emit/types/rule-carrier.js";
import type { MediaType, Operation, Parameter } from "../model/contract.js";
import type { FilterField } from "../model/filter.js";
import type { Schema } from "../model/schema.js";
import type { OperationNames, Plan, PlannedOperation, PlannedSchema } from "../plan/plan.js";
import { kindOf, type Rule } from "../rules/index.js";
import { valueAt } from "../source/resolve.js";
import { toPlain } from "../source/to-plain.js";
import type {
  EmitterClient,
  EmitterContract,
  EmitterFilter,
  EmitterMediaType,
  EmitterOperation,
  EmitterParameter,
  EmitterQuery,
  EmitterRule,
  EmitterSchema,
  EmitterSchemaUse,
  EmitterSymbol,
} from "./emitter-contract.js";

/** What is not there is left out, so that a view says nothing of it. */
type Given<Members> = { readonly [Name in keyof Members as undefined extends Members[Name] ? never : Name]: Members[Name] } & {
  readonly [Name in keyof Members as undefined extends Members[Name] ? Name : never]?: Exclude<Members[Name], undefined>;
};

const given = <const Members extends object>(members: Members): Given<Members> =>
  // members without a value are those that `Given` makes optional
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<Members>;

const frozen = <Value>(value: Value): Value => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
};

const ruleOf = (rule: Rule): EmitterRule => {
  const kind = kindOf(rule);
  return { kind: rule.kind, sentence: kind.sentence(rule), fields: kind.fields(rule) };
};

const filterOf = ({ name, description, operators }: FilterField, parameterType: EmitterSymbol | undefined): EmitterFilter =>
  given({
    field: name,
    description,
    parameterType,
    operators: operators.map((operator) => given({ name: operator.name, takes: operator.kind, parameter: operator.plain?.name, negatedParameter: operator.negated?.name })),
  });

/** What emitters are told of a package; `outlines` are those of its modules, which say what there is, and `shown` what its index shows. */
export const viewContract = (plan: Plan, outlines: readonly ModuleOutline[], shown: ReadonlyMap<string, EmitterSymbol>): EmitterContract => {
  const { contract } = plan;
  const symbols = new Map<string, EmitterSymbol>();
  for (const { path, names } of outlines)
    for (const { name, typeOnly } of names) symbols.set(`${path} ${name}`, { kind: "symbol", name, module: path, isType: typeOnly });
  const types = createInputTypes(plan, createRuleCarrier(contract)).types;

  const found = (module: string, name: string): EmitterSymbol | undefined => symbols.get(`${module} ${name}`);

  const needed = (module: string, name: string): EmitterSymbol => {
    const symbol = found(module, name);
    if (symbol === undefined) throw new Error(`${module} exports no ${name}`);
    return symbol;
  };

  const jsonAt = (pointer: string): JsonValue => toPlain(valueAt(contract.document, pointer) ?? null);

  /** A schema that only refers to another has its type. */
  const typeOf = (schema: Schema): EmitterSymbol | undefined => {
    const planned = plan.plannedFor(schema) ?? (schema.keywords.$ref === undefined ? undefined : plan.plannedFor(schema.keywords.$ref.schema()));
    return planned && found(planned.names.module, planned.names.type);
  };

  const useOf = (schema: Schema): EmitterSchemaUse => given({ pointer: schema.pointer, schema: jsonAt(schema.pointer), type: typeOf(schema) });

  const schemaOf = ({ schema, component, names }: PlannedSchema): EmitterSchema => {
    const { title, description, deprecated = false } = schema.annotations;
    const own = (name: string): EmitterSymbol | undefined => found(names.module, name);
    const jsonSchema = outlines.find(({ kind, names: exported }) => kind === "data" && exported.some(({ name }) => name === names.jsonSchema));
    return given({
      ...{ component, title, description, deprecated },
      ...{ pointer: schema.pointer, schema: jsonAt(schema.pointer), type: needed(names.module, names.type) },
      ...{ is: own(names.is), validate: own(names.validate), standard: own(names.standard) },
      jsonSchema: jsonSchema && found(jsonSchema.path, names.jsonSchema),
      rules: toldRules(schema).map(ruleOf),
    });
  };

  const parameterOf = ({ name, in: place, required, deprecated, description, schema }: Parameter): EmitterParameter =>
    given({ name, in: place, required, deprecated, description, ...useOf(schema) });

  const mediaTypeOf = ({ mediaType, schema, itemSchema }: MediaType): EmitterMediaType =>
    given({ mediaType, schema: schema && useOf(schema), itemSchema: itemSchema && useOf(itemSchema) });

  const queryOf = ({ queryRules }: Operation, { module, ...names }: OperationNames): EmitterQuery | undefined => {
    const type = found(module, names.query);
    if (type === undefined) return undefined;
    const own = (name: string): EmitterSymbol | undefined => found(module, name);
    return given({
      ...{ type, validate: own(names.validateQuery), where: own(names.where), readWhere: own(names.readWhere), writeWhere: own(names.writeWhere) },
      ...{ orderByType: own(names.orderBy), rules: queryRules.map(ruleOf) },
    });
  };

  const operationOf = ({ operation, names }: PlannedOperation): EmitterOperation => {
    const { id, method, path, pointer, summary, description, deprecated, tags, orderBy, pagination, requestBody } = operation;
    const own = (name: string): EmitterSymbol | undefined => found(names.callModule, name);
    return given({
      ...{ id, method, path, pointer, summary, description, deprecated, tags, pagination },
      ...{ call: needed(names.callModule, names.call), isBulk: isBulk(operation) },
      options: needed(names.callModule, isBulk(operation) ? names.once : names.options),
      areOptionsOptional: areOptional(operation, names, types, plan),
      ...{ error: needed(names.callModule, names.error), paginate: own(names.paginate), stream: own(names.stream), readHeaders: own(names.readHeaders) },
      query: queryOf(operation, names),
      parameters: operation.parameters.map(parameterOf),
      filters: (operation.filters?.fields ?? []).map((field) => filterOf(field, found(names.module, names.fieldParameter.get(field.name) ?? ""))),
      orderBy: orderBy && { parameter: orderBy.parameter, values: orderBy.values, isList: orderBy.list },
      requestBody: requestBody && given({ required: requestBody.required, description: requestBody.description, content: requestBody.content.map(mediaTypeOf) }),
      responses: operation.responses.map((response) =>
        given({ status: response.status, description: response.description, headers: response.headers.map(({ name }) => name), content: response.content.map(mediaTypeOf) }),
      ),
      security: operation.security.map((requirement) => requirement.map(({ scheme }) => scheme)),
    });
  };

  const [createClient, clientType] = [shown.get("createClient"), shown.get("ApiClient")];
  const client: EmitterClient | undefined = createClient && clientType && { createClient, type: clientType };
  return frozen(
    given({
      apiVersion: 1,
      ...{ packageName: plan.packageName, title: contract.title, version: contract.version, description: contract.description, client },
      servers: contract.servers.map(({ url, name, description }) => given({ url, name, description })),
      operations: plan.operations.map(operationOf),
      schemas: plan.schemas.map(schemaOf),
      securitySchemes: contract.securitySchemes.map(({ name, type }) => ({ name, type })),
    }),
  );
};
