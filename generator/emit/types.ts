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
import { isExported, splitTypes, type TypesDeclaration, type TypesModule } from "./types/split-types.js";
import { type BesideUnits, typesText } from "./types/types-text.js";
import { keptTypesText, membersOf, operationsIn, type PlainDocument, readKeptTypes, type TypesUnit, type TypesUnits, unitHashes, unitKey, unitSections, withUnits } from "./types/types-units.js";
import { selfReferring } from "./types/self-referring.js";

/** `openapi`, a module with `paths`, `components` and `operations`, with its parts, or why openapi-typescript stopped. */
export type WrittenTypes = { readonly modules: readonly TypesModule[]; readonly kept?: string } | { readonly error: string };

/**
 * `kept` is what came back as such of another version of the document, or empty. Then only that is written which is another now, and
 * something to be kept comes back.
 */
export type WriteTypes = (document: SourceObject, kept?: string) => Promise<WrittenTypes>;

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

interface Alias extends TypesDeclaration {
  readonly component: string;
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
    return [{ component, name: alias, text: `type ${alias} = ${type};\n` }];
  });
};

type Nodes = ReturnType<typeof OpenapiTypescript.transformSchema>;

/** The syntax of the members of a section: `["components", "schemas"]` */
const sectionOf = (nodes: readonly Syntax[], [first = "", second]: readonly string[]): readonly SyntaxNode[] => {
  const members = named(nodes, first)?.members ?? [];
  return second === undefined ? members : (named(members, second)?.type?.members ?? []);
};

/** The units of a document of which these nodes were made. Throws where the two do not go together. */
const unitsOf = (nodes: Nodes, aliases: readonly Alias[], document: PlainDocument, hashOf: (key: string) => string, { astToString }: Printer): TypesUnits => {
  const apart = (section: readonly string[]): Error => new Error(`openapi-typescript wrote other members of ${section.join(".")} than there are`);
  const units = new Map<string, TypesUnit>();
  const aliasOf = new Map(aliases.map((alias) => [alias.component, alias]));
  const operations = sectionOf(nodes, ["operations"]).map((one) => astToString(one));
  let used = 0;
  for (const section of unitSections) {
    const [members, written] = [membersOf(document, section), sectionOf(nodes, section)];
    for (const [index, [name, value]] of members.entries()) {
      const node = written[index];
      if (node === undefined || written.length > members.length) throw apart(section);
      const own = section.length > 1 ? 0 : operationsIn(value);
      const alias = section[1] === "schemas" ? aliasOf.get(name) : undefined;
      const key = unitKey(section, name);
      units.set(key, {
        madeOf: hashOf(key),
        text: astToString(node),
        ...(own === 0 ? {} : { operations: operations.slice(used, used + own) }),
        ...(alias === undefined ? {} : { alias: { name: alias.name, text: alias.text } }),
      });
      used += own;
    }
  }
  if (used !== operations.length) throw apart(["operations"]);
  return units;
};

const besideOf = (nodes: Nodes, { astToString }: Printer): BesideUnits => {
  // all members of interfaces are of units: what else the root of a document holds was moved into components
  const declared = nodes.flatMap((node): readonly TypesDeclaration[] => {
    const { name, members }: Syntax = node;
    return members === undefined ? [{ name: name?.text ?? "", text: astToString(node) }] : [];
  });
  return { roots: declared.filter(isExported), helpers: declared.filter((one) => !isExported(one)) };
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
const createTransform = (document: OpenAPI3, { resolveRef, scanDiscriminators, transformSchema }: typeof OpenapiTypescript) => {
  const { silent } = options;
  // asked again at every use of a component
  const found = new Map<string, unknown>();
  // writes into the document what it finds
  const discriminators = scanDiscriminators(document, { silent });
  const context: Omit<GlobalContext, "redoc"> = {
    ...options,
    discriminators,
    injectFooter: [],
    resolve: <Target>(reference: string) => {
      if (!found.has(reference)) found.set(reference, asSeen(resolveRef(document, reference, { silent })));
      return found.get(reference) as Target | undefined;
    },
  };
  return {
    discriminators,
    // `redoc` is the reader's configuration
    transform: (part: OpenAPI3): Nodes => transformSchema(part, context as GlobalContext),
  };
};

/** openapi-typescript, loaded when it is needed: its import costs a second. `digest` makes a short text of any text. */
export const loadWriteTypes = async (digest: (text: string) => string): Promise<WriteTypes> => {
  const openapiTypescript = await import("openapi-typescript");
  const write = (document: SourceObject, kept?: string): Exclude<WrittenTypes, { readonly error: string }> => {
    // the document is plain data made of a parsed description; openapi-typescript checks its shape itself
    const plain = toPlain(asRead(document)) as unknown as OpenAPI3 & PlainDocument;
    const { discriminators, transform } = createTransform(plain, openapiTypescript);
    const components = selfReferring(document);
    const hashes = kept === undefined ? new Map<string, string>() : unitHashes(plain, JSON.stringify([discriminators, components]), digest);
    const hashOf = (key: string): string => hashes.get(key) ?? "";
    const before = readKeptTypes(kept ?? "");
    const known = new Map([...before.units].filter(([key, { madeOf }]) => hashes.get(key) === madeOf));
    // only what is to be written anew
    const part = withUnits(plain, (key) => !known.has(key));
    const nodes = transform(part as unknown as OpenAPI3);
    const aliases = moveToAliases(nodes, components, openapiTypescript);
    const units = new Map([...known, ...unitsOf(nodes, aliases, part, hashOf, openapiTypescript)]);
    const beside = besideOf(nodes, openapiTypescript);
    const helpers = beside.helpers.length > 0 ? beside.helpers : before.helpers;
    const modules = splitTypes(typesText(plain, units, { ...beside, helpers }));
    return { modules: modules.map(({ path, text }) => ({ path, text: withOwnNames(text) })), ...(kept === undefined ? {} : { kept: keptTypesText({ units, helpers }) }) };
  };
  return async (written, kept) => {
    try {
      return write(withSafeNames(written), kept);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
};
