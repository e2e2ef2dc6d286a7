import type * as OpenapiTypescript from "openapi-typescript";
import type { astToString, GlobalContext, oapiRef, OpenAPI3 } from "openapi-typescript";
import { pascalCase } from "../plan/words.js";
import { localReference } from "../source/bundle/reference.js";
import { child } from "../source/pointer.js";
import { toPlain } from "../source/to-plain.js";
import type { SourceObject } from "../source/value.js";
import { asRead } from "./types/as-read.js";
import { asSeen } from "./types/as-seen.js";
import { withOwnNames, withSafeNames } from "./types/safe-names.js";
import { splitTypes, type TypesDeclaration, type TypesMember, type TypesModule, type TypesText } from "./types/split-types.js";
import { selfReferring } from "./types/self-referring.js";

/** `openapi`, a module with `paths`, `components` and `operations`, with its parts, or why openapi-typescript stopped. */
export type WrittenTypes = { readonly modules: readonly TypesModule[] } | { readonly error: string };

export type WriteTypes = (document: SourceObject) => Promise<WrittenTypes>;

interface Printer {
  readonly astToString: typeof astToString;
  readonly oapiRef: typeof oapiRef;
}

/** As much of the compiler's syntax tree as is looked at here. */
interface Syntax {
  readonly kind: number;
  readonly name?: { readonly text?: string };
  readonly members?: readonly SyntaxNode[];
  type?: SyntaxNode;
}

type SyntaxNode = ReturnType<typeof oapiRef> & Syntax;

const named = (nodes: readonly Syntax[] = [], name: string): Syntax | undefined => nodes.find((node) => node.name?.text === name);

/** aliasNames(["json-value", "jsonValue"]) ~> "RecursiveJsonValue", "RecursiveJsonValue_2"; nothing else begins so in the module */
const aliasNames = (components: readonly string[]): readonly (readonly [component: string, alias: string])[] => {
  const counts = new Map<string, number>();
  return components.map((component) => {
    const name = `Recursive${pascalCase(component, "")}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return [component, count === 1 ? name : `${name}_${count}`];
  });
};

interface Alias {
  readonly name: string;
  readonly text: string;
}

/** What every reference to a component looks like in the text of a type. */
const componentReference = /components\["schemas"\]\["(?:[^"\\]|\\.)*"\]/g;

/**
 * Moves the type of each component out of `components` into an alias, and answers the declarations of these. They refer to
 * each other by name: the compiler puts off what is in an array only where it sees an alias there.
 */
const moveToAliases = (nodes: readonly Syntax[], components: readonly string[], { astToString, oapiRef }: Printer): readonly Alias[] => {
  const schemas = named(named(nodes, "components")?.members, "schemas")?.type?.members ?? [];
  const memberOf = new Map(schemas.map((member) => [member.name?.text, member]));
  const text = (type: ReturnType<typeof oapiRef>): string => astToString(type).trimEnd();
  const aliases = aliasNames(components);
  const aliasOf = new Map(aliases.map(([component, alias]) => [text(oapiRef(localReference(child("/components/schemas", component)))), alias]));
  return aliases.flatMap(([component, alias]) => {
    const member = memberOf.get(component);
    if (member?.type === undefined) return [];
    // the text of a reference stands nowhere else: in literals its quotes would be escaped
    const type = text(member.type).replaceAll(componentReference, (reference) => aliasOf.get(reference) ?? reference);
    // the tree was made for this module, and nobody else holds it
    member.type = oapiRef(`#/${alias}`);
    return [{ name: alias, text: `type ${alias} = ${type};\n` }];
  });
};

type Nodes = ReturnType<typeof OpenapiTypescript.transformSchema>;

/** The members of interfaces one by one, so that a module may hold some of them. */
const textOf = (nodes: Nodes, aliases: readonly Alias[], { astToString }: Printer): TypesText => {
  const interfaces: { name: string; members: readonly TypesMember[] }[] = [];
  const others: TypesDeclaration[] = [];
  const memberOf = (member: SyntaxNode): TypesMember => {
    const own = member.type?.members;
    return own === undefined || member.name?.text === undefined
      ? { text: astToString(member) }
      : { name: member.name.text, members: own.map((one) => astToString(one)) };
  };
  for (const node of nodes) {
    const { name, members }: Syntax = node;
    if (name?.text === undefined || members === undefined) others.push({ name: name?.text ?? "", text: astToString(node) });
    else interfaces.push({ name: name.text, members: members.map((member) => (name.text === "components" ? memberOf(member) : { text: astToString(member) })) });
  }
  return { interfaces, others: [...others, ...aliases] };
};

/** Every option of openapi-typescript as it is by itself, but for one. */
const options: Omit<GlobalContext, "discriminators" | "injectFooter" | "redoc" | "resolve"> = {
  ...{ additionalProperties: false, alphabetize: false, arrayLength: false, conditionalEnums: false, dedupeEnums: false },
  ...{ emptyObjectsUnknown: false, enum: false, enumValues: false, excludeDeprecated: false, exportType: false },
  ...{ generatePathParams: false, immutable: false, makePathsEnum: false, pathParamsAsTypes: false },
  ...{ propertiesRequiredByDefault: false, readWriteMarkers: false, rootTypes: false, rootTypesKeepCasing: false },
  ...{ rootTypesNoSchemaPrefix: false, postTransform: undefined, transform: undefined, transformProperty: undefined },
  // a default says what the server assumes, not that a request must carry the field
  defaultNonNullable: false,
  silent: true,
};

/**
 * The heart of openapi-typescript, without its reader in front: that looks for the end of every reference twice, which takes
 * the third power of the length of a chain, and a description that got here was read, checked and bundled already.
 */
const transformed = (document: OpenAPI3, { resolveRef, scanDiscriminators, transformSchema }: typeof OpenapiTypescript) => {
  const { silent } = options;
  // asked again at every use of a component
  const found = new Map<string, unknown>();
  const context: Omit<GlobalContext, "redoc"> = {
    ...options,
    discriminators: scanDiscriminators(document, { silent }),
    injectFooter: [],
    resolve: <Target>(reference: string) => {
      if (!found.has(reference)) found.set(reference, asSeen(resolveRef(document, reference, { silent })));
      return found.get(reference) as Target | undefined;
    },
  };
  // `redoc` is the reader's configuration
  return transformSchema(document, context as GlobalContext);
};

/** openapi-typescript, loaded when it is needed: its import costs a second. */
export const loadWriteTypes = async (): Promise<WriteTypes> => {
  const openapiTypescript = await import("openapi-typescript");
  const write = (document: SourceObject): readonly TypesModule[] => {
    // the document is plain data made of a parsed description; openapi-typescript checks its shape itself
    const nodes = transformed(toPlain(asRead(document)) as unknown as OpenAPI3, openapiTypescript);
    const aliases = moveToAliases(nodes, selfReferring(document), openapiTypescript);
    const modules = splitTypes(textOf(nodes, aliases, openapiTypescript));
    return modules.map(({ path, text }) => ({ path, text: withOwnNames(text) }));
  };
  return async (written) => {
    try {
      return { modules: write(withSafeNames(written)) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
};
