import type { JsonValue } from "../../code/json-value.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";
import type { Scope, ScopeField } from "../scopes/scope.js";
import type { Condition, Group, Statement } from "../statement.js";

const object = (...members: readonly (readonly [string, SourceValue])[]): SourceObject => new Map(members);

const asSource = (value: JsonValue): SourceValue => {
  if (Array.isArray(value)) return value.map(asSource);
  return typeof value === "object" && value !== null ? new Map(Object.entries(value).map(([key, one]) => [key, asSource(one)])) : value;
};

/** The types of a field that null is one of, without it; undefined where null is none of them. */
const typesBesideNull = ({ schema }: ScopeField): SourceValue | undefined => {
  const type = schema.get("type");
  if (schema.get("nullable") === true) return typeof type === "string" ? type : undefined;
  if (!isSourceArray(type) || !type.includes("null")) return undefined;
  const rest = type.filter((one) => one !== "null");
  return rest.length === 1 ? rest[0] : rest;
};

/** "Set" is present and not null where the field may be null. */
const setIn = (names: Group, { fields }: Scope): SourceObject => {
  const restricted = names.flatMap((name) => {
    const field = fields.get(name);
    const types = field === undefined ? undefined : typesBesideNull(field);
    return types === undefined ? [] : [[name, object(["type", types])] as const];
  });
  return object(["required", [...names]], ...(restricted.length === 0 ? [] : [["properties", object(...restricted)] as const]));
};

const not = (schema: SourceObject): SourceObject => object(["not", schema]);

const anyOf = (schemas: readonly SourceObject[]): SourceObject => object(["anyOf", schemas]);

/** Every two of them. */
const pairs = (groups: readonly Group[]): readonly Group[] => groups.flatMap((one, index) => groups.slice(index + 1).map((other) => [...one, ...other]));

const neither = (groups: readonly Group[], scope: Scope): SourceObject => {
  const [only, ...more] = groups.map((group) => setIn(group, scope));
  return only !== undefined && more.length === 0 ? not(only) : not(anyOf(groups.map((group) => setIn(group, scope))));
};

/**
 * A field that is left out fulfils no condition: what is on the server already, and whether its default counts, is not known
 * here, and nothing that may be valid is refused. So "not x" is "there, and something else".
 */
const conditionIn = ({ field, values, negated }: Condition): SourceObject => {
  const [only, ...more] = values;
  const listed = only !== undefined && more.length === 0 ? object(["const", asSource(only)]) : object(["enum", values.map(asSource)]);
  return object(["properties", object([field, negated ? not(listed) : listed])], ["required", [field]]);
};

/** In OpenAPI 3.0, whose schemas know neither `if` nor dependencies, an implication is a choice. */
const implies = (condition: SourceObject, conclusion: SourceObject): SourceObject => anyOf([not(condition), conclusion]);

const whenIn = ({ condition, verdict, fields }: Statement & { readonly kind: "when" }, scope: Scope, is30: boolean): SourceObject => {
  const met = conditionIn(condition);
  const then =
    verdict === "required"
      ? setIn(fields, scope)
      : neither(
          fields.map((field) => [field]),
          scope,
        );
  return is30 ? implies(withoutConst(met), then) : object(["if", met], ["then", then]);
};

/** `const` is of 3.1. */
const withoutConst = (schema: SourceObject): SourceObject =>
  new Map(
    [...schema].map(([key, value]) => {
      if (key === "const") return ["enum", [value]] as const;
      return [key, isSourceObject(value) ? withoutConst(value) : value] as const;
    }),
  );

const needs = (field: string, names: Group, any: boolean, scope: Scope, is30: boolean): SourceObject => {
  const set = any ? anyOf(names.map((name) => setIn([name], scope))) : setIn(names, scope);
  if (is30) return any ? anyOf([not(setIn([field], scope)), ...names.map((name) => setIn([name], scope))]) : implies(setIn([field], scope), set);
  // `dependentRequired` asks for keys only, and begins with keys
  const isPlain = !any && !setIn([field, ...names], scope).has("properties");
  return isPlain ? object(["dependentRequired", object([field, [...names]])]) : implies(setIn([field], scope), set);
};

/**
 * The assertions of JSON Schema that say what a statement does, of which each is a schema; extensions where the standard has
 * none. Nothing for facts.
 */
export const assertionsOf = (statement: Statement, scope: Scope, version: string): readonly SourceObject[] => {
  // the query's rules are JSON Schema 2020-12 in every version
  const is30 = version.startsWith("3.0") && scope.kind === "object";
  switch (statement.kind) {
    case "atLeastOne":
      return [anyOf(statement.groups.map((group) => setIn(group, scope)))];
    case "exactlyOne":
      return [object(["oneOf", statement.groups.map((group) => setIn(group, scope))])];
    case "atMostOne":
      return [neither(pairs(statement.groups), scope)];
    case "allOrNone": {
      const names = statement.groups.flat();
      if (!is30 && !setIn(names, scope).has("properties"))
        return [object(["dependentRequired", object(...names.map((name) => [name, names.filter((other) => other !== name)] as const))])];
      return names.map((name) => needs(name, names.filter((other) => other !== name), false, scope, is30));
    }
    case "requires":
      return [needs(statement.field, statement.needs, statement.any, scope, is30)];
    case "forbids":
      return [
        neither(
          statement.others.map((other) => [statement.field, other]),
          scope,
        ),
      ];
    case "when":
      return [whenIn(statement, scope, is30)];
    default:
      return [];
  }
};
