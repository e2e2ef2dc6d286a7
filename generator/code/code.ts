/**
 * Program text in the making. Text from a description can only enter as a quoted `literal` or a checked `identifier`:
 * a template hole takes no plain string, so the wall between code and data is kept by the compiler.
 */
export interface Code {
  readonly kind: "code";
  /** Kept as it was put together: copying the parts of parts at every level costs more than all that is said with them. */
  readonly parts: readonly (string | ImportedSymbol | Code)[];
}

/** Begins the module of what lives in another package: `npm:msw`. */
export const packagePrefix = "npm:";

/** A name that lives in another module of the package; the printer writes the import and settles clashes. */
export interface ImportedSymbol {
  readonly kind: "symbol";
  readonly name: string;
  /** Path of the module below `src/`, without extension: `runtime/issue`; of another package, its specifier after `npm:`. */
  readonly module: string;
  readonly typeOnly: boolean;
}

type Hole = Code | ImportedSymbol | readonly Code[];

export const raw = (text: string): Code => ({ kind: "code", parts: [text] });

const isCodeList = (hole: Hole): hole is readonly Code[] => Array.isArray(hole);

/** code`typeof ${value} === ${literal("string")}` ~> `typeof value === "string"` */
export const code = (strings: TemplateStringsArray, ...holes: readonly Hole[]): Code => {
  const parts: (string | ImportedSymbol | Code)[] = [];
  strings.forEach((text, index) => {
    if (text !== "") parts.push(text);
    const hole = holes[index];
    if (hole === undefined) return;
    if (isCodeList(hole)) for (const item of hole) parts.push(item);
    else parts.push(hole);
  });
  return { kind: "code", parts };
};

/** join([a, b], " && ") ~> `a && b` */
export const join = (codes: readonly Code[], separator: string): Code => {
  const parts: (string | Code)[] = [];
  codes.forEach((item, index) => {
    if (index > 0 && separator !== "") parts.push(separator);
    parts.push(item);
  });
  return { kind: "code", parts };
};

export const empty: Code = { kind: "code", parts: [] };

export const isEmpty = (candidate: Code): boolean =>
  candidate.parts.every((part) => (typeof part === "string" ? part === "" : part.kind === "code" && isEmpty(part)));

/** The texts and symbols that a piece of code is made of, in order. */
export const eachLeaf = (source: Code, visit: (leaf: string | ImportedSymbol) => void): void => {
  for (const part of source.parts)
    if (typeof part !== "string" && part.kind === "code") eachLeaf(part, visit);
    else visit(part);
};

const hasLeaf = (source: Code, leaf: string | ImportedSymbol): boolean =>
  source.parts.some((part) => (typeof part !== "string" && part.kind === "code" ? hasLeaf(part, leaf) : part === leaf));

/** A text that two pieces of code share if they say the same, character by character and symbol by symbol. */
export const keyOfCode = (source: Code): string => {
  let key = "";
  // no program has U+0000 outside of a literal, where it is escaped
  eachLeaf(source, (leaf) => (key += typeof leaf === "string" ? leaf : `\0${leaf.typeOnly ? "type " : ""}${leaf.module} ${leaf.name}\0`));
  return key;
};

/** What is left of the text after all that `source` says; undefined where that is something else. */
const leftOf = (text: string, source: Code): string | undefined => {
  let left = text;
  for (const part of source.parts) {
    if (typeof part !== "string") {
      const rest = part.kind === "code" ? leftOf(left, part) : undefined;
      if (rest === undefined) return undefined;
      left = rest;
    } else if (left.startsWith(part)) left = left.slice(part.length);
    else return undefined;
  }
  return left;
};

/** Does `source` say this and nothing else? It is read no further than it does. */
export const isText = (source: Code, text: string): boolean => leftOf(text, source) === "";

export const isSameCode = (left: Code, right: Code): boolean => left === right || keyOfCode(left) === keyOfCode(right);

/** Does `source` use all that `local` is made of, as an identifier of its own? */
export const mentions = (source: Code, local: Code): boolean => {
  let all = true;
  eachLeaf(local, (leaf) => (all &&= hasLeaf(source, leaf)));
  return all;
};

export const symbol = (module: string, name: string): ImportedSymbol => ({ kind: "symbol", name, module, typeOnly: false });

export const typeSymbol = (module: string, name: string): ImportedSymbol => ({ kind: "symbol", name, module, typeOnly: true });

const identifierShape = /^[A-Za-z_$][\w$]*$/;

export const isIdentifier = (name: string): boolean => identifierShape.test(name);

/** The name as code; a name that is no ASCII identifier is a bug of the planner, never reachable from a description. */
export const identifier = (name: string): Code => {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return raw(name);
};

/** Text of `code` with every imported symbol spelled by `nameOf`. */
export const codeText = (source: Code, nameOf: (imported: ImportedSymbol) => string): string => {
  let text = "";
  eachLeaf(source, (leaf) => (text += typeof leaf === "string" ? leaf : nameOf(leaf)));
  return text;
};
