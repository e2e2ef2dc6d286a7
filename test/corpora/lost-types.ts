import ts from "typescript";
import { createCollector } from "../../generator/diagnostics/collector.js";
import type { GeneratedFile } from "../../generator/generate-package.js";
import type { Contract } from "../../generator/model/contract.js";
import type { FilterField } from "../../generator/model/filter.js";
import type { Schema } from "../../generator/model/schema.js";
import { makePlan } from "../../generator/plan/make-plan.js";

const options: ts.CompilerOptions = {
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ...{ lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], types: [], strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true },
};

const inFolder = (path: string): string => `/package/${path}`;

/** The standard library is parsed once for all packages. */
export const createPrograms = (): ((files: readonly GeneratedFile[]) => ts.Program) => {
  const library = new Map<string, ts.SourceFile | undefined>();
  return (files) => {
    const texts = new Map(files.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => [inFolder(path), text]));
    const host = ts.createCompilerHost(options);
    const fromDisk = (name: string, settings: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined => {
      if (!library.has(name)) library.set(name, host.getSourceFile(name, settings));
      return library.get(name);
    };
    return ts.createProgram({
      rootNames: [...texts.keys()].filter((name) => /\/(?:schemas|operations|client)\/[^/]+\.ts$/.test(name)),
      options,
      host: {
        ...host,
        fileExists: (name) => texts.has(name) || host.fileExists(name),
        readFile: (name) => texts.get(name) ?? host.readFile(name),
        getSourceFile: (name, settings) => {
          const text = texts.get(name);
          return text === undefined ? fromDisk(name, settings) : ts.createSourceFile(name, text, settings);
        },
        resolveModuleNameLiterals: (literals, from) =>
          literals.map(({ text }) => {
            const resolvedFileName = new URL(text.replace(/\.js$/, ".ts"), `file://${from}`).pathname;
            return { resolvedModule: texts.has(resolvedFileName) ? { resolvedFileName, extension: ".ts" } : undefined };
          }),
      },
    });
  };
};

/** The schemas that say something of the same value: what is referred to, and all branches. */
const layersOf = (schema: Schema): readonly Schema[] => {
  const found = new Set<Schema>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const { $ref, $dynamicRef: _, allOf = [], anyOf = [], oneOf = [] } = next.keywords;
    open.push(...($ref === undefined ? [] : [$ref.schema()]), ...allOf, ...anyOf, ...oneOf);
  }
  return [...found];
};

/** Does every way in which the schema can hold say what the value is? A union with anything is anything. */
const says = (schema: Schema, path: readonly Schema[] = []): boolean => {
  if (path.includes(schema)) return false;
  const { type, enum: values, const: constant, properties, items, prefixItems, $ref, allOf, anyOf, oneOf } = schema.keywords;
  if (type !== undefined || values !== undefined || constant !== undefined || properties !== undefined || (items !== undefined && prefixItems !== undefined)) return true;
  const inside = (other: Schema): boolean => says(other, [...path, schema]);
  if ($ref !== undefined && inside($ref.schema())) return true;
  if (allOf?.some(inside) === true) return true;
  return [anyOf, oneOf].some((branches) => branches !== undefined && branches.length > 0 && branches.every(inside));
};

/** What has to be there in any case. */
const requiredOf = (schema: Schema, depth = 0): readonly string[] => {
  const { required = [], $ref, allOf = [] } = schema.keywords;
  const others = depth > 8 ? [] : [...($ref === undefined ? [] : [$ref.schema()]), ...allOf];
  return [...required, ...others.flatMap((other) => requiredOf(other, depth + 1))];
};

/** Is there a value at all that holds? What is never says so. */
const isNever = (schema: Schema): boolean => layersOf(schema).some(({ always, keywords }) => always === false || keywords.not?.always === true || keywords.enum?.length === 0);

const deepest = 5;

/** Finds where the compiler's types say less than the schemas. */
export const lostTypes = (contract: Contract, program: ts.Program): readonly string[] => {
  const checker = program.getTypeChecker();
  const plan = makePlan(contract, "corpus", createCollector().report);
  const found: string[] = [];

  const exported = (module: string, name: string): ts.Type | undefined => {
    const file = program.getSourceFile(inFolder(`src/${module}.ts`));
    const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    const one = symbol === undefined ? undefined : checker.getExportsOfModule(symbol).find((other) => other.name === name);
    return one === undefined ? undefined : checker.getDeclaredTypeOfSymbol(one);
  };

  const members = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]).filter((one) => (one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0);

  const typesAt = (types: readonly ts.Type[], name: string): readonly ts.Type[] =>
    types.flatMap((type) => {
      const property = checker.getPropertyOfType(type, name);
      return property === undefined ? [] : members(checker.getTypeOfSymbol(property));
    });

  const say = (at: string, types: readonly ts.Type[], why: string): void => {
    found.push(`${at}: ${why}: ${types.map((type) => checker.typeToString(type)).join(" | ").slice(0, 200)}`);
  };

  /** It is compared by itself. */
  const isNamed = ({ keywords }: Schema): boolean => keywords.$ref !== undefined && plan.plannedFor(keywords.$ref.schema()) !== undefined;

  const compare = (type: ts.Type | readonly ts.Type[], schema: Schema, at: string, depth: number, seen: ReadonlySet<Schema>): void => {
    if (seen.has(schema) || depth > deepest || isNever(schema) || !says(schema)) return;
    const types = Array.isArray(type) ? (type as readonly ts.Type[]) : members(type as ts.Type);
    const real = types.filter(({ flags }) => (flags & ts.TypeFlags.Never) === 0);
    const layers = layersOf(schema);
    const kinds = new Set(layers.flatMap(({ keywords: { type: one = [] } }) => one));
    if (real.length === 0) {
      if (!(kinds.size === 1 && kinds.has("null")) && !layers.some(({ keywords }) => keywords.enum?.every((value) => value === null) === true)) say(at, types, "nothing is left");
      return;
    }
    if (real.some(({ flags }) => (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0)) return say(at, types, "anything goes");
    const fields = new Map<string, Schema[]>();
    for (const layer of layers) for (const [name, field] of layer.keywords.properties ?? []) fields.set(name, [...(fields.get(name) ?? []), field]);
    const objects = real.filter(({ flags }) => (flags & ts.TypeFlags.StringLike) === 0);
    for (const name of requiredOf(schema)) {
      const properties = fields.has(name) ? real.flatMap((one) => checker.getPropertyOfType(one, name) ?? []) : [];
      if (properties.length > 0 && properties.every((property) => (property.flags & ts.SymbolFlags.Optional) !== 0)) say(`${at}.${name}`, real, "can be left out of");
    }
    const further = new Set([...seen, ...layers]);
    if (depth === deepest || (depth > 0 && isNamed(schema))) return;
    for (const [name, schemas] of fields) {
      const own = typesAt(real, name);
      if (own.length === 0 && typesAt(types, name).length === 0) {
        const declared = types.some((one) => checker.getPropertyOfType(one, name) !== undefined);
        if (!declared) say(`${at}.${name}`, real, "no such field in");
        continue;
      }
      // what branches say differently is compared only as far as each says something
      const [only, ...others] = schemas;
      if (only !== undefined && (others.length === 0 || schemas.every((one) => says(one)))) compare(own, only, `${at}.${name}`, others.length === 0 ? depth + 1 : deepest, further);
    }
    for (const { keywords } of layers) {
      const { items, enum: values } = keywords;
      if (items !== undefined && items.always === undefined && says(items)) {
        const lists = objects.flatMap((one) => checker.getIndexTypeOfType(one, ts.IndexKind.Number) ?? []).flatMap(members);
        if (lists.length > 0) compare(lists, items, `${at}[]`, depth + 1, further);
        else if (kinds.has("array")) say(at, real, "no list");
      }
      if (values !== undefined && real.some(({ flags }) => (flags & ts.TypeFlags.String) !== 0) && values.some((value) => typeof value === "string") && layers.length === 1) say(at, real, "values are not listed");
      const { additionalProperties: map } = keywords;
      if (map !== undefined && map.always === undefined && says(map) && fields.size === 0) {
        const values_ = real.flatMap((one) => checker.getIndexTypeOfType(one, ts.IndexKind.String) ?? []).flatMap(members);
        if (values_.length > 0) compare(values_, map, `${at}{}`, depth + 1, further);
        else say(at, real, "no map");
      }
    }
  };

  for (const { schema, names } of plan.schemas) {
    const type = exported(names.module, names.type);
    if (type === undefined) found.push(`${names.type}: not exported`);
    else compare(type, schema, names.type, 0, new Set());
  }

  const compareField = (where: ts.Type, field: FilterField, at: string): void => {
    const own = typesAt(members(where), field.name);
    if (own.length === 0) return say(`${at}.${field.name}`, [where], "no such filter in");
    if (says(field.schema) && own.some(({ flags }) => (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0)) say(`${at}.${field.name}`, own, "anything goes");
    for (const operator of field.operators) {
      if (operator.plain === undefined || operator.name === "equals") continue;
      const asked = typesAt(own, operator.name);
      if (asked.length === 0) say(`${at}.${field.name}.${operator.name}`, own, "no such operator in");
      else if (operator.schema !== undefined && says(operator.schema) && asked.some(({ flags }) => (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0)) say(`${at}.${field.name}.${operator.name}`, asked, "anything goes");
    }
  };

  for (const { operation, names } of plan.operations) {
    if (operation.filters !== undefined) {
      const where = exported(names.module, names.where);
      if (where === undefined) found.push(`${names.where}: not exported`);
      else for (const field of operation.filters.fields) compareField(where, field, names.where);
    }
    const own = exported(names.callModule, names.options);
    if (own === undefined) continue;
    const query = typesAt(members(own), "query");
    for (const parameter of operation.parameters) {
      const types = [...typesAt(query, parameter.name), ...typesAt(members(own), parameter.name)];
      if (types.length > 0) compare(types, parameter.schema, `${names.options}.${parameter.in}.${parameter.name}`, 3, new Set());
    }
  }
  return found;
};
