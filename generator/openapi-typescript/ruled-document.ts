import { code, codeText, raw } from "../code/code.js";
import type { Report } from "../diagnostics/collector.js";
import { plainReference, uncollapsed } from "../emit/types/plain-schema.js";
import { besidesObjects, isOverBudget } from "../emit/types/input-type.js";
import { createRuleCarrier, isTyped, toldRules } from "../emit/types/rule-carrier.js";
import { ruleUnion } from "../emit/types/rule-types.js";
import type { TypeWriter } from "../emit/types/type-expression.js";
import { apartUnion, fieldsOf } from "../emit/types/variant-union.js";
import { readContract } from "../model/read-contract.js";
import type { Schema } from "../model/schema.js";
import { kindOf, type Rule } from "../rules/index.js";
import { kindOfMember, type KindName } from "../source/bundle/kinds.js";
import { withNullUnions } from "../source/null-unions.js";
import { child, type Pointer } from "../source/pointer.js";
import { valueAt } from "../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../source/value.js";
import type { FindParameter } from "./position-of.js";

/** Which schemas get types that carry their rules: those of requests, all, or none. */
export const carryingModes = ["requests", "all", "none"] as const;

export type CarryingMode = (typeof carryingModes)[number];

export const isCarryingMode = (mode: unknown): mode is CarryingMode => carryingModes.some((one) => one === mode);

/** How the type of a field is spelled, by itself and without null. */
export interface FieldType {
  readonly type: string;
  readonly nonNull: string;
  /** Are its values, in the type, those of the description? */
  readonly isPlain: boolean;
}

export type FieldTypeOf = (field: Schema) => FieldType;

/** A document, read for what openapi-typescript makes too wide in it. */
export interface RuledDocument {
  readonly findParameter: FindParameter;
  /** The schema as openapi-typescript should see it; undefined where it makes the right type of it as it is. */
  readonly seenAt: (pointer: Pointer) => SourceValue | undefined;
  /** The same, or the schema as it is where nothing is to be seen otherwise. */
  readonly schemaAt: (pointer: Pointer) => SourceValue | undefined;
  /** The type that says the rules of a schema: a member of the union for each way to obey. */
  readonly rulesAt: (pointer: Pointer, typeOf: FieldTypeOf) => readonly string[];
  /** Schemas whose rules are too many for a type, in the order of the document. */
  readonly overBudget: readonly Pointer[];
}

/** What a member of `allOf` that stands for rules is known by; its value is the pointer of the schema that they are of. */
export const rulesMark = "x-openapi-sieve-rules";

const ignore: Report = () => undefined;

/** Keywords that vanish when nothing is left in them. */
const containers: ReadonlySet<string> = new Set(["dependentRequired", "dependentSchemas", "allOf"]);

const isEmpty = (value: SourceValue): boolean => (isSourceObject(value) ? value.size === 0 : isSourceArray(value) && value.length === 0);

const writerOf = (typeOf: FieldTypeOf): TypeWriter => ({
  typeOf: (field) => raw(typeOf(field).type),
  nonNullTypeOf: (field) => raw(typeOf(field).nonNull),
});

const hasType = (rule: Rule): boolean => isTyped(rule.kind) && kindOf(rule).alternatives(rule) !== undefined;

const isTold = (rule: Rule, schema: Schema, typeOf: FieldTypeOf): boolean => {
  const field = fieldsOf(schema);
  // where enums or classes of the user stand in for the values of a description, the values themselves say nothing
  const isKnown = (name: string): boolean => {
    const found = field(name);
    return found === undefined || typeOf(found).isPlain;
  };
  const alternatives = kindOf(rule).alternatives(rule) ?? [];
  for (const alternative of alternatives) if (alternative.some(({ name, state }) => typeof state === "object" && !isKnown(name))) return false;
  return true;
};

/** Reads the document of a run of openapi-typescript: plain data with local references. */
export const readRuledDocument = (written: SourceObject, mode: CarryingMode): RuledDocument => {
  const { root } = withNullUnions(written);
  const isLegacy = String(root.get("openapi")).startsWith("3.0");
  const contract = readContract(root, ignore, { filterDialect: false });
  const consumed: ReadonlySet<Pointer> = new Set(contract.consumed);
  const { isOnlyRead } = createRuleCarrier(contract);

  const carries = (schema: Schema | undefined): schema is Schema => {
    if (schema === undefined || mode === "none" || (mode === "requests" && isOnlyRead(schema))) return false;
    return (schema.variants !== undefined || toldRules(schema).some(hasType)) && !isOverBudget(schema);
  };

  // with `properties`, so that it counts as a type of its own
  const mark = (pointer: Pointer): SourceObject => new Map<string, SourceValue>([["type", "object"], ["properties", new Map()], [rulesMark, pointer]]);

  const marked = (schema: SourceObject, pointer: Pointer): SourceObject => {
    if (!carries(contract.schemaAt.get(pointer))) return schema;
    // openapi-typescript takes a schema with several types apart, and would add the rules to each of them
    if (isSourceArray(schema.get("type")) && !schema.has("discriminator")) return new Map([["allOf", [schema, mark(pointer)]]]);
    const members = schema.get("allOf");
    return new Map([...schema, ["allOf", [...(isSourceArray(members) ? members : []), mark(pointer)]]]);
  };

  const isLeft = (key: string, before: SourceValue, after: SourceValue): boolean => before === after || !containers.has(key) || !isEmpty(after);

  /** A list or an object with other members; the same where none is another. */
  const seenMembers = (value: SourceValue, pointer: Pointer, kind: KindName): SourceValue => {
    if (isSourceArray(value)) {
      const items = value.map((item, index) => seen(item, child(pointer, index), kindOfMember(kind, String(index))));
      return items.every((item, index) => item === value[index]) ? value : items.filter((item, index) => item === value[index] || !isEmpty(item));
    }
    if (!isSourceObject(value)) return value;
    const entries = [...value].flatMap(([key, member]): readonly [string, SourceValue][] => {
      const at = child(pointer, key);
      if (kind === "schema" && consumed.has(at)) return [];
      const after = seen(member, at, kindOfMember(kind, key));
      return isLeft(key, member, after) ? [[key, after]] : [];
    });
    return entries.length === value.size && entries.every(([key, member]) => member === value.get(key)) ? value : new Map(entries);
  };

  const seen = (value: SourceValue, pointer: Pointer, kind: KindName): SourceValue => {
    if (kind === "data") return value;
    const left = seenMembers(value, pointer, kind);
    if (kind !== "schema" || !isSourceObject(left)) return left;
    // beside the rules, a union that only asserts says nothing more
    return uncollapsed(marked(uncollapsed(isLegacy ? left : plainReference(left)), pointer));
  };

  const parametersAt = (pointer: Pointer): readonly SourceValue[] => {
    const list = valueAt(root, pointer);
    return isSourceArray(list) ? list : [];
  };

  const isParameter = (value: SourceValue, place: string, name: string): boolean => isSourceObject(value) && value.get("in") === place && value.get("name") === name;

  const seenAt: RuledDocument["seenAt"] = (pointer) => {
    const value = valueAt(root, pointer);
    const after = value === undefined ? undefined : seen(value, pointer, "schema");
    return after === value ? undefined : after;
  };

  return {
    // those of an operation go before those of its path
    findParameter: (owner, place, name) =>
      [owner, owner.slice(0, owner.lastIndexOf("/"))].flatMap((one) => {
        const list = child(one, "parameters");
        const index = parametersAt(list).findLastIndex((parameter) => isParameter(parameter, place, name));
        return index < 0 ? [] : [child(list, index, "schema")];
      })[0],
    seenAt,
    schemaAt: (pointer) => seenAt(pointer) ?? valueAt(root, pointer),
    rulesAt: (pointer, typeOf) => {
      const schema = contract.schemaAt.get(pointer);
      if (schema === undefined) return [];
      const types = writerOf(typeOf);
      const source = valueAt(root, pointer);
      const isNullable = isSourceObject(source) && source.get("nullable") === true;
      // what `nullable` adds stands around it all
      const others = besidesObjects(schema.keywords.type?.filter((type) => !(isNullable && type === "null")));
      const unions = [
        ...toldRules(schema).flatMap((rule) => (isTold(rule, schema, typeOf) ? (ruleUnion(rule, fieldsOf(schema), types) ?? []) : [])),
        ...(schema.variants ?? []).map((one) => apartUnion(one, schema, types)),
      ];
      // the types of fields are spelled by the caller, so that no name of a module is left in them
      return unions.map((union) => codeText(code`${union}${others}`, ({ name }) => name));
    },
    overBudget: mode === "none" ? [] : [...contract.schemaAt.values()].flatMap((schema) => (schema.variant === undefined && !(mode === "requests" && isOnlyRead(schema)) && isOverBudget(schema) ? [schema.pointer] : [])),
  };
};
