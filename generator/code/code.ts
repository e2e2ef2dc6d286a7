/**
 * Program text in the making. Text from a description can only enter as a quoted `literal` or a checked `identifier`:
 * a template hole takes no plain string, so the wall between code and data is kept by the compiler.
 */
export interface Code {
  readonly kind: "code";
  readonly parts: readonly (string | ImportedSymbol)[];
}

/** A name that lives in another module of the package; the printer writes the import and settles clashes. */
export interface ImportedSymbol {
  readonly kind: "symbol";
  readonly name: string;
  /** Path of the module below `src/`, without extension: `runtime/issue`. */
  readonly module: string;
  readonly typeOnly: boolean;
}

type Hole = Code | ImportedSymbol | readonly Code[];

export const raw = (text: string): Code => ({ kind: "code", parts: [text] });

const partsOf = (hole: Hole): readonly (string | ImportedSymbol)[] =>
  isCodeList(hole) ? hole.flatMap((code) => code.parts) : hole.kind === "symbol" ? [hole] : hole.parts;

const isCodeList = (hole: Hole): hole is readonly Code[] => Array.isArray(hole);

/** code`typeof ${value} === ${literal("string")}` ~> `typeof value === "string"` */
export const code = (strings: TemplateStringsArray, ...holes: readonly Hole[]): Code => ({
  kind: "code",
  parts: strings.flatMap((text, index) => {
    const hole = holes[index];
    return hole === undefined ? [text] : [text, ...partsOf(hole)];
  }),
});

/** join([a, b], " && ") ~> `a && b` */
export const join = (codes: readonly Code[], separator: string): Code => ({
  kind: "code",
  parts: codes.flatMap((item, index) => (index === 0 ? item.parts : [separator, ...item.parts])),
});

export const empty: Code = { kind: "code", parts: [] };

export const isEmpty = (candidate: Code): boolean => candidate.parts.every((part) => part === "");

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
export const codeText = (source: Code, nameOf: (imported: ImportedSymbol) => string): string =>
  source.parts.map((part) => (typeof part === "string" ? part : nameOf(part))).join("");
