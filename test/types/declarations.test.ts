import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { parse } from "yaml";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "./support/compilers.js";

type Exports = ReadonlyMap<string, ts.Symbol>;

interface Declarations {
  readonly checker: ts.TypeChecker;
  readonly of: (name: string) => Exports;
}

/** What the built packages declare, as the compiler of this repository understands it. */
const readDeclarations = (names: readonly string[]): Declarations => {
  const entries = names.map((name) => path.join(root, "generated", name, "dist", "index.d.ts"));
  const program = ts.createProgram(entries, {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
  });
  const checker = program.getTypeChecker();
  const exportsOf = (entry: string): Exports => {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${entry} is no module`);
    // an exported name leads to the module that declares it
    const declared = checker.getExportsOfModule(module).map((one) => [one.name, checker.getAliasedSymbol(one)] as const);
    return new Map(declared);
  };
  const found = new Map(names.map((name, index) => [name, exportsOf(entries[index] ?? "")]));
  return { checker, of: (name) => found.get(name) ?? new Map() };
};

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly "x-filter"?: string;
}

interface Description {
  readonly "x-filter-dialect": { readonly sets: Readonly<Record<string, readonly string[]>> };
  readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>>;
}

// read here without the tool, so that the two can disagree
const description = parse(readFileSync(path.join(root, "spec/pigello-accounts.yaml"), "utf8")) as Description;
const parameters = Object.values(description.paths).flatMap(({ get }) => get?.parameters ?? []);
const query = parameters.filter((parameter) => parameter.in === "query");
const sets = description["x-filter-dialect"].sets;

const spelled = ({ name, "x-filter": set = "" }: Parameter): readonly string[] =>
  [name, ...(sets[set] ?? []).map((operator) => `${name}__${operator}`)].flatMap((one) => [one, `${one}!`]);

const filters = query.filter((parameter) => parameter["x-filter"] !== undefined);
const filterNames = filters.flatMap(spelled);
const otherNames = query.filter((parameter) => !filters.includes(parameter)).map(({ name }) => name);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const fieldType = (field: string): string => `ListOrganizationusers${field.split("_").map(capital).join("")}Parameter`;

let declarations: Declarations;
beforeAll(() => void (declarations = readDeclarations(["pigello-accounts", "taxfiling-accounts"])));

const typeOf = (name: string): ts.Type => {
  const symbol = declarations.of("pigello-accounts").get(name);
  if (symbol === undefined) throw new Error(`there is no ${name}`);
  return declarations.checker.getDeclaredTypeOfSymbol(symbol);
};

const literals = (type: ts.Type): readonly string[] =>
  (type.isUnion() ? type.types : [type]).flatMap((member) => (member.isStringLiteral() ? [member.value] : [type.symbol.name]));

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

describe("the list of Pigello", () => {
  test("29 fields have 376 filter parameters", () => {
    expect(filters).toHaveLength(29);
    expect(filterNames).toHaveLength(376);
    expect(sorted(literals(typeOf("ListOrganizationusersFilterParameter")))).toEqual(sorted(filterNames));
  });

  test.each(filters.map((parameter) => [parameter.name, parameter] as const))("%s has a type of its names", (name, parameter) => {
    expect(sorted(literals(typeOf(fieldType(name))))).toEqual(sorted(spelled(parameter)));
  });

  test("the flat query has 388 keys", () => {
    expect(otherNames).toHaveLength(12);
    const { checker } = declarations;
    const keys = checker.getPropertiesOfType(typeOf("ListOrganizationusersQuery")).map((key) => key.name);
    expect(new Set(keys).size).toBe(388);
    expect(sorted(keys)).toEqual(sorted([...otherNames, ...filterNames]));
  });

  test("the nested form has a key for each field", () => {
    const keys = declarations.checker.getPropertiesOfType(typeOf("ListOrganizationusersWhere")).map((key) => key.name);
    expect(sorted(keys)).toEqual(sorted(filters.map(({ name }) => name)));
  });

  test("each field orders in both directions", () => {
    const expected = filters.flatMap(({ name }) => [name, `-${name}`]);
    expect(sorted(literals(typeOf("ListOrganizationusersOrderBy")))).toEqual(sorted(expected));
  });
});

/** Names that programs outside of this repository import: they are never changed. */
const schemas = {
  "pigello-accounts": ["OrganizationuserWrite", "OrganizationuserRead"],
  "taxfiling-accounts": [
    "Account",
    "AccountResponse",
    "BatchRegisterAccountsRequest",
    "Product",
    "Order",
    "ResponseStatus",
    "ResponseError",
  ],
} as const;

const operations = {
  "pigello-accounts": [
    "listOrganizationusers",
    "createOrganizationuser",
    "getOrganizationuser",
    "updateOrganizationuser",
    "deleteOrganizationuser",
    "bulkWriteOrganizationusers",
    "inviteOrganizationuser",
  ],
  "taxfiling-accounts": ["batchRegisterAccountsAsync", "batchRegisterAccounts"],
} as const;

const listTypes = [
  "ListOrganizationusersQuery",
  "ListOrganizationusersWhere",
  "ListOrganizationusersFilterParameter",
  "ListOrganizationusersOrderBy",
  ...filters.map(({ name }) => fieldType(name)),
];

const listFunctions = [
  "validateListOrganizationusersQuery",
  "readListOrganizationusersWhere",
  "writeListOrganizationusersWhere",
];

const isType = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Type) !== 0;
const isFunction = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Function) !== 0;
const isConstant = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Variable) !== 0;

const missing = (name: string, wanted: readonly string[], is: (symbol: ts.Symbol) => boolean): readonly string[] => {
  const exported = declarations.of(name);
  return wanted.filter((one) => {
    const symbol = exported.get(one);
    return symbol === undefined || !is(symbol);
  });
};

describe.each(["pigello-accounts", "taxfiling-accounts"] as const)("names of %s that others rely on", (name) => {
  test("a type, two functions and a schema for each schema", () => {
    const names = schemas[name];
    expect(missing(name, names, isType)).toEqual([]);
    expect(missing(name, names.flatMap((one) => [`validate${one}`, `is${one}`]), isFunction)).toEqual([]);
    expect(missing(name, names.map((one) => `${one}Schema`), isConstant)).toEqual([]);
  });

  test("every operation by its operationId", () => {
    const symbol = declarations.of(name).get("operations");
    const type = symbol && declarations.checker.getDeclaredTypeOfSymbol(symbol);
    const found = type === undefined ? [] : declarations.checker.getPropertiesOfType(type).map((one) => one.name);
    expect(sorted(found)).toEqual(sorted(operations[name]));
  });
});

test("the names of the list and of the batches", () => {
  expect(missing("pigello-accounts", listTypes, isType)).toEqual([]);
  expect(missing("pigello-accounts", [...listFunctions, "validateOrganizationuserWriteBatch"], isFunction)).toEqual([]);
  expect(missing("taxfiling-accounts", ["validateAccountBatch"], isFunction)).toEqual([]);
});
