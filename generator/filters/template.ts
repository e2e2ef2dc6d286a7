import type { FilterDialect } from "../model/filter.js";

/** A template with `{field}` and `{operator}`, taken apart. */
export interface OperatorTemplate {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly operatorFirst: boolean;
}

/** A template with `{parameter}`, taken apart. */
export interface NegationTemplate {
  readonly before: string;
  readonly after: string;
}

const operatorHoles = /\{field\}|\{operator\}/g;

/**
 * The template taken apart; undefined unless each hole stands once.
 * parseOperatorTemplate("{field}__{operator}") ~> before "", between "__", after ""
 */
export const parseOperatorTemplate = (template: string): OperatorTemplate | undefined => {
  const [first, second, ...others] = template.match(operatorHoles) ?? [];
  if (first === undefined || second === undefined || first === second || others.length > 0) return undefined;
  const [before = "", between = "", after = ""] = template.split(operatorHoles);
  return { before, between, after, operatorFirst: first === "{operator}" };
};

/**
 * The template taken apart; undefined unless the hole stands once, and not alone.
 * parseNegationTemplate("{parameter}!") ~> before "", after "!"
 */
export const parseNegationTemplate = (template: string): NegationTemplate | undefined => {
  const [before, after, ...others] = template.split("{parameter}");
  if (before === undefined || after === undefined || others.length > 0 || before + after === "") return undefined;
  return { before, after };
};

/** A dialect is only made by `readDialect` and the registry, which accept well-formed templates only. */
export const operatorTemplate = (dialect: FilterDialect): OperatorTemplate => {
  const template = parseOperatorTemplate(dialect.operator);
  if (template === undefined) throw new Error(`no operator template: ${dialect.operator}`);
  return template;
};

export const negationTemplate = (dialect: FilterDialect): NegationTemplate | undefined =>
  dialect.negation === undefined ? undefined : parseNegationTemplate(dialect.negation);

/** The text between two affixes, which may not be empty; undefined where they do not fit. */
export const inner = (text: string, before: string, after: string): string | undefined =>
  text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)
    ? text.slice(before.length, text.length - after.length)
    : undefined;
