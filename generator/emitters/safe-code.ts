import { type Code, code, identifier, isIdentifier, join } from "../code/code.js";
import type { JsonValue } from "../code/json-value.js";
import { literal, propertyKey } from "../code/literal.js";

/** What an emitter did wrong, in words for its author. */
export class EmitterError extends Error {
  override readonly name = "EmitterError";
}

/**
 * Program text of an emitter. Only the helpers of a module builder make any, so data of a description can never pass for it, whatever
 * its members are called.
 */
export class SafeCode {
  readonly #code: Code;

  private constructor(inner: Code) {
    this.#code = inner;
  }

  static of(inner: Code): SafeCode {
    return new SafeCode(inner);
  }

  /** The code in it; undefined for whatever else. */
  static in(value: unknown): Code | undefined {
    return typeof value === "object" && value !== null && #code in value ? value.#code : undefined;
  }
}

const shown = (value: unknown): string => (typeof value === "string" ? "a text" : Array.isArray(value) ? "a list" : value === null || value === undefined ? String(value) : `a value of type ${typeof value}`);

/** The code that `value` is; `what` names it for the one who wrote the emitter. */
export const codeIn = (value: unknown, what: string): Code => {
  const inner = SafeCode.in(value);
  if (inner === undefined) throw new EmitterError(`${what} must be code, not ${shown(value)}; \`code\` and \`literal\` of the module make some`);
  return inner;
};

const holeIn = (value: unknown): Code | readonly Code[] => (Array.isArray(value) ? value.map((item) => codeIn(item, "an item of a list in a template")) : codeIn(value, "what stands in a template"));

const isJson = (value: unknown, left = 500): value is JsonValue => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || left === 0) return false;
  return Object.values(value).every((member) => isJson(member, left - 1));
};

/** Makes code in emitters. Text of a description can only enter quoted, by `literal` and `key`. */
export interface CodeTools {
  /** code`[${module.literal(id)}, ${options}]`: holes take code, or lists of it, and no texts. */
  readonly code: (strings: TemplateStringsArray, ...holes: readonly (SafeCode | readonly SafeCode[])[]) => SafeCode;
  /** JSON data as an expression, texts quoted: `literal({ a: ["x"] })` ~> `{ a: ["x"] }` */
  readonly literal: (value: JsonValue) => SafeCode;
  /** The name of a property, quoted where it has to be. */
  readonly key: (name: string) => SafeCode;
  /**
   * A name of your own making as code, for parameters and variables: in its module no import is called so. Throws for what is no
   * identifier of ASCII letters, digits, `_` and `$`.
   */
  readonly identifier: (name: string) => SafeCode;
  /** join([a, b], ", ") ~> `a, b`; separators are made of spaces, line ends and `,;|&`. */
  readonly join: (codes: readonly SafeCode[], separator: string) => SafeCode;
}

const separatorShape = /^[\s,;|&]*$/;

export const codeTools: CodeTools = {
  code: (strings, ...holes) => {
    // a list of texts that is no template could have come from anywhere
    if (!Array.isArray(strings) || !Object.isFrozen(strings) || !Array.isArray(strings.raw)) throw new EmitterError("`code` is a tag of templates: code`…`");
    return SafeCode.of(code(strings, ...holes.map(holeIn)));
  },
  literal: (value) => {
    if (!isJson(value)) throw new EmitterError("`literal` takes JSON data: null, booleans, finite numbers, texts, lists and plain objects");
    return SafeCode.of(literal(value));
  },
  key: (name) => SafeCode.of(propertyKey(String(name))),
  identifier: (name) => {
    if (!isIdentifier(String(name))) throw new EmitterError(`${JSON.stringify(name)} is no identifier of ASCII letters, digits, "_" and "$"`);
    return SafeCode.of(identifier(name));
  },
  join: (codes, separator) => {
    if (!separatorShape.test(separator)) throw new EmitterError("`join` separates by spaces, line ends and `,;|&`");
    return SafeCode.of(join(codes.map((item) => codeIn(item, "an item of `join`")), separator));
  },
};
