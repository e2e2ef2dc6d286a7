/** The contexts that expressions of the action may name. */
export interface Contexts {
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, { readonly outputs: Readonly<Record<string, string>> }>>;
  readonly github: Readonly<Record<string, string>>;
}

const lookup = (path: string, contexts: Contexts): string => {
  const [context = "", ...keys] = path.split(".");
  let value: unknown = contexts[context as keyof Contexts];
  if (value === undefined) throw new Error(`the action names ${path}, which this runner does not know`);
  for (const key of keys) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  // GitHub gives an empty text for what is not there
  return typeof value === "string" ? value : "";
};

const operand = (text: string, contexts: Contexts): string => (/^'.*'$/.test(text) ? text.slice(1, -1) : lookup(text, contexts));

const comparison = (text: string, contexts: Contexts): boolean => {
  const [, left = "", operator, right = ""] = /^(\S+) (==|!=) (\S+)$/.exec(text.trim()) ?? [];
  if (operator === undefined) throw new Error(`this runner cannot evaluate ${text}`);
  // GitHub compares texts without regard to case
  const isEqual = operand(left, contexts).toLowerCase() === operand(right, contexts).toLowerCase();
  return (operator === "==") === isEqual;
};

/** `${{ inputs.comment == 'true' && … }}`: what actions use of https://docs.github.com/actions/reference/evaluate-expressions-in-workflows-and-actions */
export const evaluateCondition = (text: string, contexts: Contexts): boolean => {
  const inner = /^\$\{\{(.*)\}\}$/s.exec(text.trim())?.[1] ?? text;
  return inner.split("&&").every((part) => comparison(part, contexts));
};

/** A text with the values of its expressions. */
export const interpolate = (text: string, contexts: Contexts): string => text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => lookup(path, contexts));
