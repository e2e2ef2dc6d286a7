import type { Contract, Operation } from "../model/contract.js";
import type { Derive } from "./allocator.js";
import { sequenceOf } from "./media-type.js";
import { madeInNameOrder } from "./name-order.js";
import { type Naming, wantedName } from "./naming.js";
import type { OperationNames, PlannedOperation } from "./plan.js";
import { renameOf, type Renames, reportUnavailable, reportUnknownNames } from "./renames.js";
import { reservedVariables } from "./reserved.js";
import { capitalised, kebabCase, pascalCase, uncapitalised } from "./words.js";

/** withoutVerb("ListOrganizationusers") ~> "Organizationusers" */
const withoutVerb = (prefix: string): string => /^(?:List|Get|Find|Search|Query)(?=[A-Z])(.+)$/.exec(prefix)?.[1] ?? prefix;

type OwnNames = Omit<OperationNames, "module" | "callModule" | "paginate" | "stream" | "headers" | "readHeaders" | "fieldParameter">;

const hasHeaders = ({ responses }: Operation): boolean => responses.some(({ headers }) => headers.length > 0);

/** What every operation keeps for itself, and is free where its prefix is. */
const namesAfter = (prefix: string): OwnNames => ({
  query: `${prefix}Query`,
  asQuery: `as${prefix}Query`,
  queryRules: `${prefix}QueryRules`,
  validateQuery: `validate${prefix}Query`,
  isQuery: `is${prefix}Query`,
  querySchema: `${prefix}QuerySchema`,
  queryParameters: `${prefix}QueryParameters`,
  where: `${prefix}Where`,
  filterParameter: `${prefix}FilterParameter`,
  orderBy: `${prefix}OrderBy`,
  readWhere: `read${prefix}Where`,
  writeWhere: `write${prefix}Where`,
  options: `${prefix}Options`,
  once: `${prefix}OnceOptions`,
  error: `${prefix}Error`,
  call: uncapitalised(prefix),
});

/** `listPets` and `findPets` share these, so only those that may be made are taken. */
const listNames = (prefix: string): Pick<OperationNames, "paginate" | "stream"> => ({ paginate: `paginate${withoutVerb(prefix)}`, stream: `stream${withoutVerb(prefix)}` });

/** These, too, are only taken where they are made. */
const headerNames = (prefix: string): Pick<OperationNames, "headers" | "readHeaders"> => ({ headers: `${prefix}Headers`, readHeaders: `read${prefix}Headers` });

const derivedFor = (operation: Operation): Derive => (prefix) => {
  const { paginate, stream } = listNames(prefix);
  const isStreamed = operation.stream !== undefined || sequenceOf(operation) !== undefined;
  return [...Object.values(namesAfter(prefix)), ...(operation.pagination === undefined ? [] : [paginate]), ...(isStreamed ? [stream] : []), ...(hasHeaders(operation) ? Object.values(headerNames(prefix)) : [])];
};

/** A field whose operators are no named set has interfaces of its own. */
const fieldNames = (parameter: string): readonly string[] => [
  parameter,
  ...["Filter", "Operators"].map((suffix) => parameter.replace(/Parameter(\d*)$/, `${suffix}$1`)),
];

const fieldParameters = ({ filters }: Operation, prefix: string, { names }: Naming): OperationNames["fieldParameter"] =>
  new Map(
    madeInNameOrder(filters?.fields ?? [], ({ name }) => [name], ({ name, pointer }) => [
      name,
      names.type(`${prefix}${pascalCase(name, "Field")}Parameter`, fieldNames, pointer),
    ]),
  );

/** callable("Delete") ~> "DeleteOperation": no function can be called `delete` */
const callable = (prefix: string): string => (reservedVariables.has(uncapitalised(prefix)) ? `${prefix}Operation` : prefix);

const givenPrefix = ({ id }: Operation, renames: Renames): string | undefined => {
  const given = renameOf(renames.operations, id);
  return given && capitalised(given);
};

/** What the configuration calls the operation, if a function can be called so. */
const callablePrefix = (operation: Operation, { renames, report }: Naming): string | undefined => {
  const given = givenPrefix(operation, renames);
  if (given === undefined || callable(given) === given) return given;
  reportUnavailable(uncapitalised(given), operation.pointer, report);
  return undefined;
};

const nameOperation = (operation: Operation, naming: Naming): PlannedOperation => {
  const { names } = naming;
  const derive = derivedFor(operation);
  const own = callable(pascalCase(operation.id, "Operation"));
  const prefix = names.type(wantedName(callablePrefix(operation, naming), own, derive, operation.pointer, naming), derive, operation.pointer);
  return {
    operation,
    names: {
      ...namesAfter(prefix),
      ...listNames(prefix),
      ...headerNames(prefix),
      fieldParameter: fieldParameters(operation, prefix, naming),
      module: names.module("operations", kebabCase(prefix)),
      callModule: names.module("client", kebabCase(prefix)),
    },
  };
};

/** Given names first, then operations that are called so already. */
const operationKeys = (operation: Operation, renames: Renames): readonly string[] => [
  givenPrefix(operation, renames) === undefined ? "1" : "0",
  uncapitalised(pascalCase(operation.id)) === operation.id ? "0" : "1",
  operation.id,
  operation.pointer,
];

/** All operations, in document order, and named in the order of names. */
export const nameOperations = ({ operations }: Contract, naming: Naming): readonly PlannedOperation[] => {
  reportUnknownNames("operations", naming.renames.operations, operations.map(({ id }) => id), naming.report);
  return madeInNameOrder(operations, (operation) => operationKeys(operation, naming.renames), (operation) => nameOperation(operation, naming));
};
