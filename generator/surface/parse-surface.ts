import type { Rule } from "../rules/index.js";
import type { Plain } from "../rules/plain.js";
import { depthLimit } from "../source/depth-limit.js";
import { type Surface, surfaceVersion } from "./surface.js";

/** The forms that members of a surface have: enough to walk through it without a fault, whatever a file holds. */
type Form =
  | "text"
  | "flag"
  | "number"
  | "value"
  | { readonly list: Form | (() => Form) }
  | { readonly pairs: Form | (() => Form) }
  | { readonly kinds: Readonly<Record<string, Form>> }
  | { readonly needs: Readonly<Record<string, Form | (() => Form)>>; readonly may?: Readonly<Record<string, Form | (() => Form)>> };

const texts: Form = { list: "text" };
const shapes: Form = { list: () => shape };
const entries: Form = { pairs: () => shape };

const field: Form = { needs: { name: "text", nonNull: "flag" } };
const group: Form = { list: field };
const groups: Form = { needs: { groups: { list: group } } };

/** Rules by their `kind`: another version of the tool may have others. */
const plainKinds: Readonly<Record<Plain["kind"], Form>> = {
  ...{ atLeastOne: groups, exactlyOne: groups, atMostOne: groups, allOrNone: { needs: { group } }, notAll: { needs: { group } } },
  ...{ requires: { needs: { field, needs: group } }, forbids: { needs: { field, others: group } } },
};

const plainRules: Form = { list: { kinds: plainKinds } };
const condition: Form = { needs: { field: "text", values: { list: "value" }, required: "flag" } };

const ruleKinds: Readonly<Record<Rule["kind"], Form>> = {
  ...plainKinds,
  ...{ ascending: { needs: { fields: texts, strict: "flag" } }, uniqueBy: { needs: { key: texts } } },
  when: { needs: { condition, then: plainRules, otherwise: plainRules } },
};

const rule: Form = { needs: { says: "text", at: "text", rule: { kinds: ruleKinds } } };

const shape: Form = {
  needs: {},
  may: {
    ...{ always: "flag", ref: "text", type: texts, enum: { list: "value" }, pattern: "text", format: "text", required: texts },
    ...{ minimum: "number", exclusiveMinimum: "number", maximum: "number", exclusiveMaximum: "number", multipleOf: "number" },
    ...{ minLength: "number", maxLength: "number", minItems: "number", maxItems: "number", minProperties: "number", maxProperties: "number" },
    ...{ minContains: "number", maxContains: "number" },
    ...{ prefixItems: shapes, allOf: shapes, anyOf: shapes, oneOf: shapes, properties: entries, patternProperties: entries, dependentSchemas: entries },
    ...{ items: () => shape, contains: () => shape, additionalProperties: () => shape, propertyNames: () => shape, not: () => shape },
    ...{ if: () => shape, then: () => shape, else: () => shape, unevaluatedItems: () => shape, unevaluatedProperties: () => shape },
    dependentRequired: { pairs: texts },
    discriminator: { needs: { propertyName: "text", mapping: { pairs: "text" } } },
    rules: { list: rule },
  },
};

const media: Form = { list: { needs: { mediaType: "text", at: "text" }, may: { shape, itemShape: shape } } };
const body: Form = { needs: { at: "text", required: "flag", standard: "text", content: media } };
const headers: Form = { list: { needs: { name: "text", at: "text", shape }, may: { shapeAt: "text" } } };
const responses: Form = { list: { needs: { status: "text", at: "text", content: media, headers }, may: { standard: "text" } } };
const parameters: Form = { list: { needs: { in: "text", name: "text", option: "text", at: "text", style: "text", shape }, may: { shapeAt: "text" } } };
const operators: Form = { list: { needs: { name: "text", takes: "text", style: "text", at: "text" }, may: { shape, shapeAt: "text", plain: "text", negated: "text" } } };
const filters: Form = { list: { needs: { field: "text", at: "text", shape, shapeAt: "text", operators } } };

const operation: Form = {
  needs: { ...{ name: "text", id: "text", method: "text", path: "text", at: "text", parameters, responses, filters }, security: { list: texts }, queryRules: { list: rule }, names: texts },
  may: {
    body,
    orderBy: { needs: { option: "text", parameter: "text", values: texts } },
    pagination: { needs: { page: "text", size: "text" } },
    stream: { needs: { parameter: "text", value: "value" } },
    bulk: { needs: { request: "text", response: "text", match: "text" } },
  },
};

const client: Form = {
  needs: {
    ...{ servers: texts, addresses: texts, hasServer: "flag", combinations: { list: texts }, needsCredentials: "flag" },
    variables: { list: { needs: { name: "text", values: texts } } },
    credentials: { list: { needs: { key: "text", type: "text", wire: "text", at: "text" } } },
  },
  may: { serverOption: "text" },
};

const surface: Form = {
  needs: {
    ...{ title: "text", version: "text", names: texts },
    representation: { needs: { dates: "text", int64: "text", decimals: "text" } },
    operations: { list: operation },
    incoming: { list: { needs: { kind: "text", name: "text", at: "text", responses }, may: { body } } },
    schemas: { list: { needs: { id: "text", at: "text", directions: texts, shape, names: texts }, may: { component: "text" } } },
  },
  may: { client, emitted: { list: { needs: { subpath: "text", values: texts, types: texts } } } },
};

const isPair = (value: unknown, inner: Form | (() => Form)): boolean => Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && isOf(value[1], inner);

const isKind = (value: unknown, kinds: Readonly<Record<string, Form>>): boolean => {
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  const form = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return form !== undefined && isOf(value, form);
};

const isOf = (value: unknown, given: Form | (() => Form)): boolean => {
  const form = typeof given === "function" ? given() : given;
  if (form === "value") return value !== undefined;
  if (form === "text") return typeof value === "string";
  if (form === "flag") return typeof value === "boolean";
  if (form === "number") return typeof value === "number";
  if ("list" in form) return Array.isArray(value) && value.every((item) => isOf(item, form.list));
  if ("kinds" in form) return isKind(value, form.kinds);
  if ("pairs" in form) return Array.isArray(value) && value.every((item) => isPair(item, form.pairs));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return (
    Object.entries(form.needs).every(([key, inner]) => isOf(members.get(key), inner)) &&
    Object.entries(form.may ?? {}).every(([key, inner]) => !members.has(key) || isOf(members.get(key), inner))
  );
};

/** Whoever walks through it does so in functions that call themselves; each level of a description is two here at most. */
const isShallow = (value: unknown, left = 2 * depthLimit): boolean =>
  typeof value !== "object" || value === null || (left > 0 && Object.values(value).every((member) => isShallow(member, left - 1)));

const isSurface = (value: unknown): value is Surface => isShallow(value) && isOf(value, surface);

const versionOf = (value: unknown): unknown => (typeof value === "object" && value !== null && "surface" in value ? value.surface : undefined);

/** The surface that a text holds, or why it holds none. */
export const parseSurface = (text: string): Surface | { readonly problem: string } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `is no JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const version = versionOf(value);
  if (version !== surfaceVersion) return { problem: typeof version === "number" ? `was written by another version of the tool (its form is ${version}, not ${surfaceVersion})` : "is no surface of a package" };
  return isSurface(value) ? value : { problem: "is damaged: some of its members are missing, or of another type" };
};
