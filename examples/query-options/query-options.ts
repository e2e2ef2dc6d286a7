import { defineEmitter, type EmitterContract, type EmitterOperation, type ModuleBuilder, type ModuleFactory, type SafeCode } from "openapi-sieve";

/** list-pets, of the module client/list-pets: file names are decided already. */
const fileOf = ({ call }: EmitterOperation): string => call.module.split("/").at(-1) ?? call.module;

/** Is the answer one array? Then a page that is not full is the last. */
const givesList = ({ responses }: EmitterOperation, { schemas }: EmitterContract): boolean => {
  const success = responses.find(({ status }) => status.startsWith("2"))?.content.find(({ mediaType }) => mediaType === "application/json")?.schema;
  const named = schemas.find(({ type }) => type.module === success?.type?.module)?.schema ?? success?.schema;
  return typeof named === "object" && named !== null && !Array.isArray(named) && "type" in named && named["type"] === "array";
};

interface Parts {
  readonly operation: EmitterOperation;
  readonly file: ModuleBuilder;
  /** `["pigello-accounts", "listOrganizationusers"`, to be closed. */
  readonly key: SafeCode;
  readonly client: { readonly name: string; readonly type: SafeCode };
  readonly call: SafeCode;
  readonly options: SafeCode;
  readonly result: SafeCode;
}

const partsOf = (operation: EmitterOperation, contract: EmitterContract, file: ModuleBuilder): Parts => {
  const callType = file.import(operation.call, { type: true });
  return {
    operation,
    file,
    key: file.join([file.literal(contract.packageName), file.literal(operation.id)], ", "),
    client: { name: "client", type: file.import("ApiClient") },
    call: file.import(operation.call),
    options: file.import(operation.options),
    result: file.code`Awaited<ReturnType<typeof ${callType}>>`,
  };
};

const emitQuery = ({ operation, file, key, client, call, options, result }: Parts): void => {
  const given = operation.areOptionsOptional ? file.code`${options} | undefined` : options;
  file.function({
    name: file.freeName(`${operation.call.name}Query`),
    docs: `Options of a query that calls \`${operation.call.name}\`.`,
    parameters: [client, { name: "options", type: options, optional: operation.areOptionsOptional }],
    returnType: file.code`{
readonly queryKey: readonly [${key}, ${given}];
readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<${result}>;
}`,
    body: file.code`return {
queryKey: [${key}, options],
queryFn: ({ signal }) => ${call}(client, { ...options, signal }),
};`,
  });
};

const emitInfiniteQuery = ({ operation, file, key, client, call, options, result }: Parts): void => {
  const rest = file.code`Omit<${options}, "page" | "pageSize">`;
  file.function({
    name: file.freeName(`${operation.call.name}InfiniteQuery`),
    docs: `Options of an infinite query over the pages of \`${operation.call.name}\`.`,
    parameters: [client, { name: "pageSize", type: file.code`number` }, { name: "options", type: rest, optional: true }],
    returnType: file.code`{
readonly queryKey: readonly [${key}, "pages", number, ${rest} | undefined];
readonly queryFn: (context: { readonly signal: AbortSignal; readonly pageParam: number }) => Promise<${result}>;
readonly initialPageParam: number;
readonly getNextPageParam: (last: ${result}, pages: readonly ${result}[], page: number) => number | undefined;
}`,
    body: file.code`return {
queryKey: [${key}, "pages", pageSize, options],
queryFn: ({ signal, pageParam }) => ${call}(client, { ...options, page: pageParam, pageSize, signal }),
initialPageParam: 1,
getNextPageParam: (last, _, page) => (last.length < pageSize ? undefined : page + 1),
};`,
  });
};

const emitMutation = ({ operation, file, key, client, call, options, result }: Parts): void => {
  file.function({
    name: file.freeName(`${operation.call.name}Mutation`),
    docs: `Options of a mutation that calls \`${operation.call.name}\`.`,
    parameters: [client],
    returnType: file.code`{
readonly mutationKey: readonly [${key}];
readonly mutationFn: (options: ${options}) => Promise<${result}>;
}`,
    body: file.code`return {
mutationKey: [${key}],
mutationFn: (options) => ${call}(client, options),
};`,
  });
};

const emitOperation = (operation: EmitterOperation, contract: EmitterContract, module: ModuleFactory): void => {
  const file = module(`queries/${fileOf(operation)}`);
  // what stands in templates as a variable: an import of that name gets another one
  for (const name of ["context", "signal", "pageParam", "last", "pages", "page"]) file.identifier(name);
  const parts = partsOf(operation, contract, file);
  if (operation.method.toLowerCase() !== "get") return emitMutation(parts);
  emitQuery(parts);
  if (operation.paginate !== undefined && givesList(operation, contract)) emitInfiniteQuery(parts);
};

/**
 * Options for TanStack Query: a query for each operation that reads, an infinite one where there are pages, and a mutation for each that
 * writes. They are plain objects, so that the package needs no TanStack Query, and every adapter takes them.
 */
export const queryOptions = defineEmitter({
  name: "query-options",
  emit: (contract, module) => {
    for (const operation of contract.operations) if (!operation.isBulk) emitOperation(operation, contract, module);
  },
});
