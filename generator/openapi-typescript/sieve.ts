import { astToString, createRef, type GlobalContext, oapiRef, type OpenAPITSOptions, stringToAST, transformSchemaObject, tsIntersection, warn } from "openapi-typescript";
import { printable } from "../diagnostics/printable.js";
import { asSeen } from "../emit/types/as-seen.js";
import { typeBudget } from "../emit/types/input-type.js";
import type { Schema } from "../model/schema.js";
import { type Pointer, tokens } from "../source/pointer.js";
import { toPlain } from "../source/to-plain.js";
import { isSourceObject, type SourceValue } from "../source/value.js";
import { positionOf } from "./position-of.js";
import { documentOf, type Quietly } from "./read-run.js";
import { type CarryingMode, carryingModes, type FieldType, isCarryingMode, readRuledDocument, type RuledDocument, rulesMark } from "./ruled-document.js";

type Transform = NonNullable<OpenAPITSOptions["transform"]>;
type PostTransform = NonNullable<OpenAPITSOptions["postTransform"]>;
type SchemaObject = Parameters<Transform>[0];
type NodeOptions = Parameters<Transform>[1];
type TypeNode = Parameters<PostTransform>[0];
type Footer = GlobalContext["injectFooter"];

export interface SieveOptions extends OpenAPITSOptions {
  /**
   * Which schemas get types that carry their rules: `requests` (if left out) those that a request may hold or that no operation
   * uses, `all`, or `none`. The types of the others are plain, and no wider than their schemas.
   */
  readonly rules?: CarryingMode;
}

/** What is known of one run of openapi-typescript; it hangs on the context of that. */
interface Run {
  readonly document: RuledDocument;
  /** Types by the paths that openapi-typescript tells; undefined where its own is right. */
  readonly types: Map<string, TypeNode | undefined>;
}

/** Longer types of fields are not repeated in the rules about them. */
const longest = 240;

/** openapi-typescript checks the shape of a schema itself. */
const asSchema = (value: SourceValue): SchemaObject => toPlain(value) as unknown as SchemaObject;

/** parseType("{ a: string } | { b: never }"): by the compiler that openapi-typescript works with, which no other may mix with. */
const parseType = (text: string): TypeNode => {
  const [alias] = stringToAST(`type Rules = ${text};`);
  // one declaration of a type
  return (alias as { readonly type: TypeNode }).type;
};

interface Named {
  readonly name?: { readonly text?: string };
  readonly declarationList?: { readonly declarations: readonly Named[] };
}

/** The name that a declaration gives, if it is one. */
const nameOf = (node: Footer[number]): string | undefined => {
  const { name, declarationList }: Named = node as Named;
  return (name ?? declarationList?.declarations[0]?.name)?.text;
};

/** Enums and helpers that a type was made of stand below, each once: the first pass of openapi-typescript left most of them there. */
const addFooter = (footer: Footer, more: Footer): void => {
  const names = new Set(footer.map(nameOf));
  footer.push(...more.filter((node) => !names.has(nameOf(node))));
};

/** The text of a type on one line, if it is short. */
const shortText = (node: TypeNode): string | undefined => {
  const text = astToString(node).trim();
  return text.length <= longest && !text.includes("\n") ? text : undefined;
};

const withoutNull = (text: string, field: Schema): string => {
  if (field.keywords.type?.includes("null") === false) return text;
  return /^[\w." |]+$/.test(text) && text.endsWith(" | null") ? text.slice(0, -" | null".length) : `NonNullable<${text}>`;
};

/** Says that the field is there, and nothing of its type: that it has already, where it is described. */
const untold = (isPlain: boolean): FieldType => ({ type: "NonNullable<unknown> | null", nonNull: "NonNullable<unknown>", isPlain });

/** The type of a field as openapi-typescript writes it where the field stands; `owner` is the schema that has it, or inherits it. */
const fieldTypeOf = (field: Schema, owner: Pointer, document: RuledDocument, options: NodeOptions): FieldType => {
  const { ctx, path } = options;
  const value = document.schemaAt(field.pointer);
  if (!isSourceObject(value)) return untold(true);
  const schema = asSchema(value);
  const given = ctx.transform?.(schema, options);
  const isEnum = ctx.enum && schema.enum !== undefined;
  const isWrapped = ctx.readWriteMarkers && (schema.readOnly === true || schema.writeOnly === true);
  // an enum has its name of the place at which the field is described
  const isElsewhere = (ctx.enum || ctx.enumValues) && !field.pointer.startsWith(`${owner}/`);
  if (given !== undefined || isEnum || isWrapped || isElsewhere) return untold(given === undefined && !isEnum);
  const reference = value.get("$ref");
  const text = shortText(typeof reference === "string" ? oapiRef(reference) : transformSchemaObject(schema, { ...options, path: createRef([path, tokens(field.pointer).at(-1)]) }));
  return text === undefined ? untold(true) : { type: text, nonNull: withoutNull(text, field), isPlain: true };
};

const isMark = (schema: SchemaObject): schema is SchemaObject & { readonly [rulesMark]: Pointer } => typeof schema === "object" && Object.hasOwn(schema, rulesMark);

/** The type of a schema as it is after all, with its rules, made by openapi-typescript itself of what it sees right. */
const ruledType = (schema: SourceValue, document: RuledDocument, { ctx, ...options }: NodeOptions): TypeNode => {
  const ruleTypes = new Set<TypeNode>();
  const footer: Footer = [];

  const ruleType = (pointer: Pointer, at: NodeOptions): TypeNode => {
    const types = document.rulesAt(pointer, (field) => fieldTypeOf(field, pointer, document, at)).map(parseType);
    const type = types.length === 0 ? parseType("unknown") : tsIntersection(types);
    ruleTypes.add(type);
    return type;
  };

  const own: GlobalContext = {
    ...ctx,
    injectFooter: footer,
    resolve: <Target>(reference: string) => asSeen(ctx.resolve(reference)) as Target | undefined,
    transform: (found, at) => (isMark(found) ? ruleType(found[rulesMark], at) : ctx.transform?.(found, at)),
    postTransform: (type, at) => (ruleTypes.has(type) ? undefined : ctx.postTransform?.(type, at)),
  };
  const type = transformSchemaObject(asSchema(schema), { ...options, ctx: own });
  addFooter(ctx.injectFooter, footer);
  return type;
};

const noteOf = (pointer: Pointer): string => `#${printable(pointer)}: its rules multiply out to more than ${typeBudget} alternatives, so its type is plain (openapi-sieve)`;

/**
 * The options of openapi-typescript with which it keeps what it drops by itself: `await openapiTS(source, sieve())`. What stands beside
 * a union is narrowed by it, and the rules between fields are part of the types. Options of your own go in, and stay.
 */
export const sieve = ({ rules = "requests", postTransform, ...options }: SieveOptions = {}): OpenAPITSOptions => {
  if (!isCarryingMode(rules)) throw new TypeError(`\`rules\` of sieve() must be one of ${carryingModes.map((mode) => JSON.stringify(mode)).join(", ")}`);
  const runs = new WeakMap<GlobalContext, Run>();
  let isQuiet = false;
  let wasAsked = false;

  const quietly: Quietly = {
    isPossible: (resolve) => {
      wasAsked = false;
      resolve("#/openapi");
      return wasAsked;
    },
    look: (look) => {
      isQuiet = true;
      try {
        return look();
      } finally {
        isQuiet = false;
      }
    },
  };

  const startRun = (path: string, ctx: GlobalContext): Run => {
    const document = readRuledDocument(documentOf(path, ctx.resolve, quietly), rules);
    for (const pointer of document.overBudget) warn(noteOf(pointer), ctx.silent);
    return { document, types: new Map() };
  };

  const runOf = (path: string, ctx: GlobalContext): Run => {
    const run = runs.get(ctx) ?? startRun(path, ctx);
    runs.set(ctx, run);
    return run;
  };

  const typeAt = (path: string, at: NodeOptions): TypeNode | undefined => {
    const { document, types } = runOf(path, at.ctx);
    const pointer = positionOf(path, document.findParameter);
    if (pointer === undefined) return undefined;
    if (!types.has(path)) {
      const seen = document.seenAt(pointer);
      // the user's own goes to what is inside, too
      const ctx = { ...at.ctx, postTransform };
      types.set(path, seen === undefined ? undefined : ruledType(seen, document, { ...at, ctx }));
    }
    return types.get(path);
  };

  return {
    ...options,
    // openapi-typescript asks each time that it cannot find something
    get silent() {
      wasAsked = true;
      return isQuiet || options.silent === true;
    },
    postTransform: (type, at) => (at.path === undefined ? undefined : typeAt(at.path, at)) ?? postTransform?.(type, at),
  };
};
