import { type Code, code, join, raw } from "../code/code.js";
import { literal } from "../code/literal.js";
import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";
import { type Pointer, tokens } from "../source/pointer.js";
import { isSourceObject, type SourceValue } from "../source/value.js";
import { isNull } from "./is-null.js";
import type { Companion, Emit, Holds, ReadContext } from "./keyword.js";
import { listed } from "./listed.js";
import { memberOf } from "./member.js";
import { invalid } from "./read.js";
import { check, fail } from "./runtime.js";

export interface Discriminator {
  readonly propertyName: string;
  /** The schema that each value of the property stands for. */
  readonly mapping: ReadonlyMap<string, Pointer>;
  /** A value that names no member may still be one (`defaultMapping`, OpenAPI 3.2 §4.25.1). */
  readonly hasDefault: boolean;
}

/** A value of `mapping` refers to a schema, or names a component. */
const targetOf = (text: SourceValue, { lookUp }: ReadContext): Pointer | undefined =>
  typeof text !== "string" ? undefined : (lookUp(text) ?? lookUp(`#/components/schemas/${text.replaceAll("~", "~0").replaceAll("/", "~1")}`));

const readMapping = (value: SourceValue | undefined, context: ReadContext): ReadonlyMap<string, Pointer> =>
  new Map(
    [...(isSourceObject(value) ? value : [])].flatMap(([tag, text]): readonly (readonly [string, Pointer])[] => {
      const pointer = targetOf(text, context);
      return pointer === undefined ? [] : [[tag, pointer]];
    }),
  );

/** The property that tells which member of `oneOf` or `anyOf` a value is (OpenAPI 3.1 §4.8.25). Works through those. */
export const discriminator: Companion<Discriminator> = {
  name: "discriminator",
  form: "companion",
  group: "any",
  read: (value, context) => {
    const propertyName = isSourceObject(value) ? value.get("propertyName") : undefined;
    if (!isSourceObject(value) || typeof propertyName !== "string") return invalid(context, "an object with a `propertyName`");
    return { propertyName, mapping: readMapping(value.get("mapping"), context), hasDefault: value.has("defaultMapping") };
  },
};

/** One member of a union with the values of the property that stand for it. */
interface Choice {
  readonly schema: Schema;
  readonly tags: readonly string[];
}

/** A union whose member the discriminator picks. */
export interface Choices {
  readonly propertyName: string;
  readonly choices: readonly Choice[];
  /** A member takes null, which has no property. */
  readonly takesNull: boolean;
}

const componentName = (pointer: Pointer): readonly string[] => {
  const [components, schemas, name, ...others] = tokens(pointer);
  return components === "components" && schemas === "schemas" && name !== undefined && others.length === 0 ? [name] : [];
};

/**
 * How the discriminator of a schema picks among the members of its union; undefined where it cannot: a member without a name,
 * a value that stands for two of them, or for a schema that is none of them.
 */
export const choicesOf = (members: readonly Schema[], { keywords }: Schema): Choices | undefined => {
  if (keywords.discriminator === undefined || keywords.discriminator.hasDefault) return undefined;
  const { propertyName, mapping } = keywords.discriminator;
  const named = members.filter((member) => !isNull(member));
  const pointers = named.map((member) => member.keywords.$ref?.pointer);
  if (named.length === 0 || ![...mapping.values()].every((target) => pointers.includes(target))) return undefined;
  const choices = named.map((schema, index): Choice => {
    const pointer = pointers[index];
    const mapped = [...mapping].filter(([, target]) => target === pointer).map(([tag]) => tag);
    const implied = pointer === undefined ? [] : componentName(pointer);
    // a mapping replaces the implied name, which openapi-typescript's types hold to as well
    return { schema, tags: mapped.length === 0 ? implied : mapped };
  });
  const tags = choices.flatMap((choice) => choice.tags);
  const isClear = choices.every((choice) => choice.tags.length > 0) && new Set(tags).size === tags.length;
  return isClear ? { propertyName, choices, takesNull: named.length < members.length } : undefined;
};

const isOneOf = (tag: Code, tags: readonly string[]): Code => join(tags.map((one) => code`${tag} === ${literal(one)}`), " || ");

/** value["kind"] === "cat" ? isCat(value) : value["kind"] === "dog" && isDog(value) */
export const choiceTest = ({ propertyName, choices, takesNull }: Choices, value: Code, emit: Emit): Code => {
  const tag = emit.property(value, propertyName);
  const tests = choices.map(({ tags, schema }) => code`(${isOneOf(tag, tags)}) ? ${emit.test(schema, value, true)} : `);
  const picked = code`${check("isObject")}(${value}) && (${join(tests, "")}false)`;
  return takesNull ? code`(${value} === null || (${picked}))` : picked;
};

/** What keeps the value from the member that its property names, or that the property names none. */
export const explainChoice = ({ propertyName, choices, takesNull }: Choices, value: Code, emit: Emit): Code => {
  const tag = emit.fresh(propertyName);
  const key = literal(propertyName);
  const branches = choices.map(({ tags, schema }) => code`if (${isOneOf(tag, tags)}) {\n${emit.apply(schema, value)}} else `);
  const missing = code`if (${tag} === undefined) {\n${emit.reject(raw("true"), fail("failRequired"), key)}} else `;
  const tags = choices.flatMap((choice) => choice.tags);
  const failure = fail("failDiscriminator", literal(listed(tags)), literal(tags));
  const unknown = code`{\n${emit.reject(raw("true"), failure, key)}}\n`;
  const object = code`const ${tag} = ${emit.property(value, propertyName)};\n${join(branches, "")}${missing}${unknown}`;
  const other = emit.reject(takesNull ? code`${value} !== null` : raw("true"), fail("failType", literal("an object")));
  return code`if (${check("isObject")}(${value})) {\n${object}} else {\n${other}}\n`;
};

export const choiceHolds = ({ propertyName, choices, takesNull }: Choices, value: JsonValue, interpret: Holds): boolean => {
  if (takesNull && value === null) return true;
  const tag = memberOf(value, propertyName);
  const picked = choices.find(({ tags }) => typeof tag === "string" && tags.includes(tag));
  return picked !== undefined && interpret.holds(picked.schema, value);
};
