import { type Code, code, empty, identifier, isEmpty, isSameCode, isText, join, raw } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { Emit, Fail, Group } from "../../keywords/keyword.js";
import { atKey, check, fail } from "../../keywords/runtime.js";
import { expected, groupOf, typeTest } from "../../keywords/type.js";
import type { JsonType, Schema } from "../../model/schema.js";
import { type Rule, kindOf } from "../../rules/index.js";
import { isTrivial, needsFunction, type Present, presentKeywords, simplified } from "./analysis.js";
import { clashes, createKnownAt, type Kinds, type KnownAt } from "./clash.js";
import type { ModuleScope, SchemaFunctions } from "./module-scope.js";

export const valueName: Code = identifier("value");
const pathName: Code = identifier("path");
const sinkName: Code = identifier("sink");

/** Parentheses that are not needed are taken away by the formatter. */
const not = (test: Code): Code => code`!(${test})`;

const typesTest = (types: readonly JsonType[], value: Code): Code =>
  join(
    types.map((type) => code`(${typeTest(type, value)})`),
    " || ",
  );

/** Names that every object inherits: only an own property of that name counts. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

const property = (value: Code, key: string): Code =>
  inherited.has(key) ? code`${check("own")}(${value}, ${literal(key)})` : code`${value}[${literal(key)}]`;

const isAlways = (test: Code): boolean => isText(test, "true");

/** What narrows the value by a type predicate comes last, so that it hides nothing from the checks before it. */
const groups: readonly Group[] = ["string", "number", "array", "object", "any"];

const groupTest = (group: Group, value: Code): Code => (group === "any" ? raw("true") : typeTest(group, value));

const ruleGroups: Readonly<Record<string, Group>> = { uniqueBy: "array" };

const groupOfRule = (rule: Rule): Group => ruleGroups[rule.kind] ?? "object";

const typesOf = (schema: Schema): readonly JsonType[] | undefined => schema.keywords.type;

/** Does every value of the schema's types belong to the group? Then its keywords need no guard. */
const isOnly = (schema: Schema, group: Group): boolean =>
  group === "any" || (typesOf(schema)?.every((type) => groupOf(type) === group) ?? false);

const allows = (schema: Schema, group: Group): boolean =>
  group === "any" || (typesOf(schema)?.some((type) => groupOf(type) === group) ?? true);

/** The function in the making: every keyword and rule writes against it. */
export interface Writer extends Emit {
  readonly body: (schema: Schema, value: Code, atTop: boolean) => Code;
  /** What the function answers where its schema is `false`. */
  readonly never: () => Code;
}

/** The schema whose parts are written: its value, with what the compiler knows of that at each part. */
interface Around {
  readonly value: Code;
  readonly knownAt: KnownAt;
}

/** pathTo([`"a"`]) ~> `at(path, "a")`; pathTo([`"a"`, `index`]) ~> `[...path, "a", index]` */
const pathTo = (keys: readonly Code[]): Code => {
  if (keys.length === 0) return pathName;
  return keys.length === 1 ? code`${atKey}(${pathName}, ${keys})` : code`[...${pathName}, ${join(keys, ", ")}]`;
};

export const createWriter = (
  mode: "is" | "report",
  scope: ModuleScope,
  fresh: (hint: string) => Code,
  keys: readonly Code[] = [],
  isShared = false,
  around?: Around,
): Writer => {
  const path = pathTo(keys);
  const at = (key: Code | undefined): Writer => (key === undefined ? writer : createWriter(mode, scope, fresh, [...keys, key]));

  const reject = (failing: Code, failure: Fail, key?: Code): Code => {
    const place = key === undefined ? path : pathTo([...keys, key]);
    if (mode === "is") return isAlways(failing) ? raw("return false;\n") : code`if (${failing}) return false;\n`;
    const call = failure(sinkName, place);
    return isAlways(failing) ? code`if (${call}) return true;\n` : code`if (${failing} && ${call}) return true;\n`;
  };

  const known = (schema: Schema, value: Code): Kinds =>
    around !== undefined && isSameCode(around.value, value) ? around.knownAt(schema) : undefined;

  /** In a function of its own, nothing is known of the value. */
  const functionOf = (schema: Schema, value: Code): SchemaFunctions | undefined =>
    scope.functionOf(schema) ?? (clashes(schema, known(schema, value)) ? scope.helperOf(schema) : undefined);

  /** For the parts of a schema; `group` is that of the keyword they belong to. */
  const inside = (schema: Schema, group: Group, value: Code): Writer =>
    createWriter(mode, scope, fresh, keys, isShared, { value, knownAt: createKnownAt(schema, group, known(schema, value)) });

  /** The further argument of a recursive schema's function. Another value than the function's own is one of its parts. */
  const depthOf = (callee: SchemaFunctions, value: Code): Code => {
    if (!callee.takesDepth) return empty;
    if (scope.depth === undefined) return raw(", 0");
    return isSameCode(value, valueName) ? code`, ${scope.depth}` : code`, ${scope.depth} + 1`;
  };

  const test: Emit["test"] = (schema, value, shared = isShared) => {
    if (schema.always !== undefined) return raw(String(schema.always));
    if (isTrivial(schema)) return raw("true");
    // what is said inside of a shared expression must not narrow either
    if (shared && !isShared) return createWriter(mode, scope, fresh, keys, true, around).test(schema, value);
    const callee = functionOf(schema, value);
    if (callee === undefined) return inlineTest(schema, value);
    return code`${callee.is}(${value}${raw(isShared && callee.narrows ? " as unknown" : "")}${depthOf(callee, value)})`;
  };

  const inlineTest = (schema: Schema, value: Code): Code => {
    const tests = testsOf(schema, value);
    return tests.length === 0 ? raw("true") : join(tests, " && ");
  };

  const testsOf = (written: Schema, value: Code): readonly Code[] => {
    const schema = simplified(written);
    const present = presentKeywords(schema).filter(({ keyword }) => keyword.name !== "type");
    const own = (group: Group): readonly Code[] =>
      present.filter((one) => one.group === group).map((one) => assertionTest(one, value, schema)).filter((one) => !isAlways(one));
    // a listed value has the right type
    const types = schema.keywords.enum === undefined && schema.keywords.const === undefined ? typesOf(schema) : undefined;
    const byType = types === undefined ? [] : [typedTest(types, value, own)];
    const untyped =
      types !== undefined
        ? []
        : groups
            .filter((group) => group !== "any" && own(group).length > 0)
            .map((group) => code`(!(${groupTest(group, value)}) || (${join(own(group), " && ")}))`);
    return [...byType, ...untyped, ...own("any").map((one) => code`(${one})`)];
  };

  const typedTest = (types: readonly JsonType[], value: Code, own: (group: Group) => readonly Code[]): Code => {
    const tests = types.map((type) => {
      const group = groupOf(type);
      return join([typeTest(type, value), ...(group === "any" ? [] : own(group))], " && ");
    });
    const [only] = tests;
    if (only !== undefined && tests.length === 1) return only;
    return code`(${join(tests.map((one) => code`(${one})`), " || ")})`;
  };

  const assertionTest = ({ keyword, data, group }: Present, value: Code, schema: Schema): Code =>
    keyword.form === "assertion" ? keyword.test(data, value, inside(schema, group, value), schema) : raw("true");

  const apply: Emit["apply"] = (schema, value, key) => {
    if (isTrivial(schema)) return empty;
    // the value itself may have been narrowed before, a member of it has not
    const inner = key === undefined ? createWriter(mode, scope, fresh, keys, true, around) : at(key);
    if (schema.always === false) return inner.reject(raw("true"), fail("failNever"));
    const callee = functionOf(schema, value);
    if (mode === "is") return reject(code`!(${inner.test(schema, value)})`, fail("failNever"));
    if (callee === undefined) return inner.body(simplified(schema), value, false);
    const place = key === undefined ? path : pathTo([...keys, key]);
    // the boolean check comes first: a path is made only for what is wrong
    return code`if (!${callee.is}(${value}${depthOf(callee, value)}) && ${callee.report}(${value}, ${place}, ${sinkName})) return true;\n`;
  };

  const statementsOf = (present: Present, value: Code, schema: Schema): Code => {
    const { keyword, data, group } = present;
    if (keyword.form === "companion") return empty;
    const inner = inside(schema, group, value);
    if (keyword.form === "walk") return keyword.walk(data, value, inner, schema);
    const explained = mode === "report" ? keyword.explain?.(data, value, inner, schema) : undefined;
    if (explained !== undefined) return explained;
    const holds = keyword.test(data, value, inner, schema);
    return isAlways(holds) ? empty : reject(not(holds), keyword.fail(data, value));
  };

  const ruleStatements = (rule: Rule, value: Code): Code => {
    const kind = kindOf(rule);
    return kind.walk?.(rule, value, writer) ?? reject(not(kind.test(rule, value, writer)), kind.fail(rule, value));
  };

  const anyStatements = (schema: Schema, value: Code): Code => groupStatements(schema, "any", value);

  /** if (typeof value === "string") { … } else if (!(value === null)) { wrong type } */
  const chain = (schema: Schema, types: readonly JsonType[], value: Code, wrongType: (failing: Code) => Code): Code => {
    const branches = types.flatMap((type) => {
      const group = groupOf(type);
      const statements = group === "any" ? empty : contentOf(schema, group, value);
      return isEmpty(statements) ? [] : [{ type, code: code`if (${typeTest(type, value)}) {\n${statements}}` }];
    });
    const others = types.filter((type) => !branches.some((branch) => branch.type === type));
    const failing = others.length === 0 ? raw("true") : not(typesTest(others, value));
    const otherwise = wrongType(failing);
    return branches.length === 0
      ? otherwise
      : code`${join(branches.map((branch) => branch.code), " else ")} else {\n${otherwise}}\n`;
  };

  /** Statements that check all that the schema says of `value`; at the top of a function a wrong type ends it. */
  const body = (schema: Schema, value: Code, atTop: boolean): Code => {
    const types = typesOf(schema);
    const inner = (): Code => join(groups.map((group) => groupStatements(schema, group, value)), "");
    if (types === undefined) return inner();
    const failure = fail("failType", literal(expected(types)));
    const wrong = not(typesTest(types, value));
    // only where nothing walks into the value are the listed ones known to be of the right type (see `simplified`)
    const isListed = (schema.keywords.enum ?? schema.keywords.const) !== undefined && !needsFunction(schema);
    if (mode === "is") return code`${isListed ? empty : reject(wrong, failure)}${inner()}`;
    if (atTop) return code`if (${wrong}) return ${failure(sinkName, path)};\n${inner()}`;
    if (isEmpty(anyStatements(schema, value))) return chain(schema, types, value, (failing) => reject(failing, failure));
    return code`if (${wrong}) {\n${reject(raw("true"), failure)}} else {\n${inner()}}\n`;
  };

  const contentOf = (schema: Schema, group: Group, value: Code): Code => {
    const own = presentKeywords(schema).filter((one) => one.group === group && one.keyword.name !== "type");
    const rules = schema.rules.filter((rule) => groupOfRule(rule) === group);
    return join(
      [...own.map((one) => statementsOf(one, value, schema)), ...rules.map((rule) => ruleStatements(rule, value))],
      "",
    );
  };

  const groupStatements = (schema: Schema, group: Group, value: Code): Code => {
    if (!allows(schema, group)) return empty;
    const statements = contentOf(schema, group, value);
    if (isEmpty(statements)) return empty;
    return isOnly(schema, group) ? statements : code`if (${groupTest(group, value)}) {\n${statements}}\n`;
  };

  const writer: Writer = {
    mode,
    isShared,
    test,
    apply,
    reject,
    property,
    fresh,
    hoist: scope.hoist,
    isTrivial,
    body,
    never: () => (mode === "is" ? raw("false") : fail("failNever")(sinkName, pathName)),
  };
  return writer;
};
