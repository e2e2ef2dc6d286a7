import { code, type Code, empty, identifier, join, raw, symbol, typeSymbol } from "../code/code.js";
import type { ConstDeclaration, DataModuleDraft } from "../code/declaration.js";
import type { JsonValue } from "../code/json-value.js";
import { literal } from "../code/literal.js";
import type { Plan, PlannedSchema } from "../plan/plan.js";
import { pascalCase } from "../plan/words.js";
import { child, parent, type Pointer, tokens } from "../source/pointer.js";
import { valueAt } from "../source/resolve.js";
import { chunks } from "./chunks.js";
import type { Emitter } from "./emitter.js";
import { type JsonSchemaContext, type SchemaPlace, writeJsonSchema } from "./json-schema.js";
import { jsonText } from "./json-schema-text.js";

/** What stands under `#/$defs/<name>`. */
interface Definition {
  readonly name: string;
  readonly value: JsonValue;
  /** Names of the definitions that it refers to. */
  readonly uses: readonly string[];
}

const keyOf = ({ pointer, schema }: SchemaPlace): string => `${pointer} ${schema?.variant ?? ""}`;

/** A schema that stands at the place of another, such as a parent without its union, or that only rules refer to. */
const otherName = ({ pointer }: SchemaPlace, taken: ReadonlySet<string>): string => {
  const wanted = pascalCase(tokens(pointer).at(-1) ?? "", "Schema");
  for (let attempt = 2; ; attempt++) if (!taken.has(`${wanted}${attempt}`)) return `${wanted}${attempt}`;
};

/** Keywords that became rules; a rule may be all or some members of its keyword. */
const consumedBy = ({ contract }: Plan): ReadonlySet<Pointer> =>
  new Set(contract.consumed.flatMap((pointer) => [pointer, parent(pointer)]));

/** Every schema with a validator, and all that they refer to, in plain JSON Schema. */
const definitionsOf = (plan: Plan): readonly Definition[] => {
  const { document: root, schemaAt } = plan.contract;
  const names = new Map(plan.schemas.map(({ schema, names: { type } }) => [keyOf({ pointer: schema.pointer, schema }), type]));
  const taken = new Set(names.values());
  const open: SchemaPlace[] = plan.schemas.map(({ schema }) => ({ pointer: schema.pointer, schema }));
  const consumed = consumedBy(plan);

  const nameOf = (place: SchemaPlace): string => {
    const known = names.get(keyOf(place));
    if (known !== undefined) return known;
    const name = otherName(place, taken);
    names.set(keyOf(place), name);
    taken.add(name);
    open.push(place);
    return name;
  };

  const define = (place: SchemaPlace): Definition => {
    const uses = new Set<string>();
    const referenceTo = (target: SchemaPlace): string => {
      uses.add(nameOf(target));
      return `#${child("/$defs", nameOf(target))}`;
    };
    const context: JsonSchemaContext = { root, schemaAt, consumed, referenceTo };
    return { name: nameOf(place), value: writeJsonSchema(valueAt(root, place.pointer), place, context), uses: [...uses] };
  };

  const made: Definition[] = [];
  for (let next = open.shift(); next !== undefined; next = open.shift()) made.push(define(next));
  return made;
};

const runtime = "runtime/json-schema";
const definitionType = typeSymbol(runtime, "Definition");
const jsonSchemaType = typeSymbol(runtime, "JsonSchema");
const jsonSchema = symbol(runtime, "jsonSchema");

/** `$` cannot stand in a name that the planner makes. */
const constantOf = (name: string): string => `$${name}`;

const usesText = (uses: readonly string[], refer: Refer): Code =>
  uses.length === 0 ? empty : code`  uses: () => [${join(uses.map(refer), ", ")}],\n`;

/** What a definition is called where it is used, in its own module or another. */
type Refer = (name: string) => Code;

const definitionConstant = ({ name, text, uses }: WrittenDefinition, exported: boolean, refer: Refer): ConstDeclaration => ({
  kind: "const",
  name: constantOf(name),
  exported,
  ...(exported ? { internal: true } : {}),
  type: code`${definitionType}`,
  value: code`{\n  name: ${literal(name)},\n  schema: ${raw(text)},\n${usesText(uses, refer)}}`,
});

const schemaConstant = ({ names }: PlannedSchema, refer: Refer): ConstDeclaration => ({
  kind: "const",
  name: names.jsonSchema,
  exported: true,
  docs: `\`${names.type}\` in plain JSON Schema 2020-12, self-contained. Rules that only an extension can say are left out.`,
  type: code`${jsonSchemaType}`,
  value: code`/* @__PURE__ */ ${jsonSchema}(${refer(names.type)})`,
});

interface WrittenDefinition extends Definition {
  readonly text: string;
  /** What the package shows of it; some definitions are only referred to. */
  readonly planned?: PlannedSchema;
}

const main = "json-schemas";

/** Characters around the texts and names of a definition, and of a constant. */
const around = { definition: 100, constant: 250 };

/** How long the text of a definition with its constant becomes, and of the import of what it refers to. */
const lengthOf = ({ name, text, uses, planned }: WrittenDefinition): number =>
  text.length +
  around.definition +
  2 * name.length +
  uses.reduce((sum, use) => sum + 2 * (use.length + 6), 0) +
  (planned === undefined ? 0 : around.constant + 3 * name.length);

/** The definitions come first: what is made of one reads it at once, though not what it refers to. */
const declarationsOf = (definitions: readonly WrittenDefinition[], exported: boolean, refer: Refer): readonly ConstDeclaration[] => [
  ...definitions.map((definition) => definitionConstant(definition, exported, refer)),
  ...definitions.flatMap(({ planned }) => (planned === undefined ? [] : [schemaConstant(planned, refer)])),
];

/** Modules of their own for definitions with their constants. They import one another in circles, but look there only once they are asked. */
const partModules = (parts: readonly (readonly WrittenDefinition[])[]): readonly DataModuleDraft[] => {
  const moduleOf = new Map(parts.flatMap((part, index) => part.map(({ name }) => [name, `${main}/part-${index + 1}`] as const)));
  const refer: Refer = (name) => code`${symbol(moduleOf.get(name) ?? main, constantOf(name))}`;
  return parts.map((part, index) => ({ kind: "data", path: `${main}/part-${index + 1}`, declarations: declarationsOf(part, true, refer) }));
};

const byName = (definitions: readonly WrittenDefinition[]): readonly WrittenDefinition[] =>
  [...definitions].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));

const draftsOf = (plan: Plan): readonly DataModuleDraft[] => {
  const plannedOf = new Map(plan.schemas.map((planned) => [planned.names.type, planned]));
  const definitions = definitionsOf(plan).map((definition): WrittenDefinition => {
    const planned = plannedOf.get(definition.name);
    return { ...definition, text: jsonText(definition.value, 2), ...(planned === undefined ? {} : { planned }) };
  });
  // in which module one stands depends on the names alone, not on the order of the description
  const parts = chunks(byName(definitions), lengthOf);
  if (parts.length > 1) return partModules(parts);
  return [{ kind: "data", path: main, declarations: declarationsOf(definitions, false, (name) => identifier(constantOf(name))) }];
};

/**
 * One module with `XJsonSchema` of every schema, or as many as it takes: no validator imports it, and a bundle takes from it what
 * is used.
 */
export const jsonSchemas: Emitter = {
  name: "json-schemas",
  emit: ({ plan }) => (plan.schemas.length === 0 ? [] : draftsOf(plan)),
};
