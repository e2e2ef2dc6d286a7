import type { astToString, oapiRef, OpenAPI3 } from "openapi-typescript";
import { pascalCase } from "../plan/words.js";
import { localReference } from "../source/bundle/reference.js";
import { child } from "../source/pointer.js";
import { toPlain } from "../source/to-plain.js";
import type { SourceObject } from "../source/value.js";
import { withOwnNames, withSafeNames } from "./types/safe-names.js";
import { selfReferring } from "./types/self-referring.js";

/** Turns a document into the text of a module with `paths`, `components` and `operations`. */
export type WriteTypes = (document: SourceObject) => Promise<string>;

interface Printer {
  readonly astToString: typeof astToString;
  readonly oapiRef: typeof oapiRef;
}

/** As much of the compiler's syntax tree as is looked at here. */
interface Syntax {
  readonly kind: number;
  readonly name?: { readonly text?: string };
  readonly members?: readonly Syntax[];
  type?: ReturnType<typeof oapiRef> & Syntax;
}

const named = (nodes: readonly Syntax[] = [], name: string): Syntax | undefined => nodes.find((node) => node.name?.text === name);

/** aliasNames(["json-value", "jsonValue"]) ~> "RecursiveJsonValue", "RecursiveJsonValue_2"; nothing else begins so in the module */
const aliasNames = (components: readonly string[]): readonly (readonly [component: string, alias: string])[] => {
  const names = components.map((component) => `Recursive${pascalCase(component, "")}`);
  return components.map((component, index) => {
    const name = names[index] ?? "";
    const count = names.slice(0, index).filter((earlier) => earlier === name).length;
    return [component, count === 0 ? name : `${name}_${count + 1}`];
  });
};

/**
 * Moves the type of each component out of `components` into an alias, and answers the declarations of these. They refer to
 * each other by name: the compiler puts off what is in an array only where it sees an alias there.
 */
const moveToAliases = (nodes: readonly Syntax[], components: readonly string[], { astToString, oapiRef }: Printer): readonly string[] => {
  const schemas = named(named(nodes, "components")?.members, "schemas")?.type?.members;
  const text = (type: ReturnType<typeof oapiRef>): string => astToString(type).trimEnd();
  const aliases = aliasNames(components);
  const references = aliases.map(([component, alias]) => [text(oapiRef(localReference(child("/components/schemas", component)))), alias] as const);
  return aliases.flatMap(([component, alias]) => {
    const member = named(schemas, component);
    if (member?.type === undefined) return [];
    // the text of a reference stands nowhere else: in literals its quotes would be escaped
    const type = references.reduce((written, [reference, other]) => written.replaceAll(reference, () => other), text(member.type));
    // the tree was made for this module, and nobody else holds it
    member.type = oapiRef(`#/${alias}`);
    return [`type ${alias} = ${type};\n`];
  });
};

/** openapi-typescript, loaded when it is needed: its import costs a second. */
export const loadWriteTypes = async (): Promise<WriteTypes> => {
  const { astToString, default: openapiTS, oapiRef } = await import("openapi-typescript");
  return async (written) => {
    const document = withSafeNames(written);
    // the document is plain data made of a parsed description; openapi-typescript checks its shape itself
    const nodes = await openapiTS(toPlain(document) as unknown as OpenAPI3, {
      alphabetize: false,
      // a default says what the server assumes, not that a request must carry the field
      defaultNonNullable: false,
      silent: true,
    });
    const aliases = moveToAliases(nodes, selfReferring(document), { astToString, oapiRef });
    return withOwnNames([astToString(nodes), ...aliases].join(""));
  };
};
