// The only file that knows the `yaml` package; what the source stage needs of it goes through here.
import { Composer, CST, type Document, isScalar, Lexer, type ParsedNode, Parser, Schema, type YAMLError } from "yaml";
import { depthLimit, tooDeep } from "./depth-limit.js";
import { mostFindings } from "./most-findings.js";
import type { SourceValue } from "./value.js";

export { Document, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
export type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** Something wrong with a text, at offsets of it. */
export interface YamlProblem {
  readonly code: "depth-exceeded" | "file-empty" | "file-too-large" | "yaml-multiple-documents" | "yaml-syntax" | "yaml-tag-unknown";
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

/** A value of the core schema. */
export const toValue = (value: unknown): SourceValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;

export interface YamlText {
  /** The nodes of the first document; undefined where there is none, or none that can be trusted. */
  readonly root: ParsedNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/** What helps most people who meet one of the parser's errors. */
const hints: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  BAD_ALIAS: "a text that begins with `*` or `&` needs quotes",
  BAD_DQ_ESCAPE: "in double quotes a backslash begins an escape; use single quotes to keep it as it is",
  BAD_SCALAR_START: "put the text in quotes",
  BAD_INDENT: "lines that belong together begin in the same column, and `{` and `[` have to be closed",
  BLOCK_AS_IMPLICIT_KEY: "a text that holds `: ` needs quotes; otherwise put the inner key on a line of its own",
  MISSING_CHAR: "a text that begins with a quote has to end with one",
  TAB_AS_INDENT: "indent with spaces",
  UNEXPECTED_TOKEN: "a text with a special character at its beginning needs quotes",
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const toProblem = ({ code, pos, message, name }: YAMLError): YamlProblem => ({
  code: name === "YAMLWarning" ? "yaml-tag-unknown" : "yaml-syntax",
  start: pos[0],
  end: pos[1],
  message: lowerFirst(message).replace(/^missing closing (["'])quote$/, "the closing $1 is missing"),
  ...(hints[code] !== undefined && { hint: hints[code] }),
});

/** One problem for each offset, since the parser reports an unclosed bracket once for every level that it leaves open; not all of many. */
const withoutEchoes = (problems: readonly YamlProblem[]): readonly YamlProblem[] => {
  const seen = new Set<number>();
  return problems.filter(({ start }) => !seen.has(start) && seen.add(start)).slice(0, mostFindings);
};

/** The syntax of a text as far as it is of interest, or why it is refused. */
type Tokens = { readonly tokens: readonly CST.Token[]; readonly cutAt: number | undefined } | { readonly refused: YamlProblem };

/**
 * Pieces of syntax that are read, line breaks and spaces among them: the parser takes a second for half a million, and a few
 * hundred bytes for each. Only what is not plainly written comes here.
 */
const mostPieces = 500_000;

/** A second document is enough to say that there is one. */
const mostDocuments = 2;

/**
 * Stops as soon as it is known that the text is refused: what takes a line to write would otherwise take seconds to read.
 * The stack of the parser holds the document and a token for each collection that is open.
 */
const tokenize = (text: string): Tokens => {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let cutAt: number | undefined;
  let [documents, pieces] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    pieces += 1;
    if (pieces > mostPieces) {
      cutAt = text.lastIndexOf("\n", parser.offset) + 1;
      break;
    }
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "document" && (documents += 1) >= mostDocuments) return { tokens, cutAt };
    }
    const deep = parser.stack[depthLimit + 1];
    if (deep !== undefined && "items" in deep)
      return { refused: { code: "depth-exceeded", start: deep.offset, end: deep.offset + 1, message: tooDeep } };
  }
  tokens.push(...parser.end());
  return { tokens, cutAt };
};

/** The parser's errors are data, which nobody throws: what a stack would cost for each is more than all the rest of the reading. */
const withoutStacks = <Result>(run: () => Result): Result => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

const compose = (tokens: readonly CST.Token[], length: number): readonly Document.Parsed[] => {
  const composer = new Composer({ schema: "core", resolveKnownTags: false, uniqueKeys: false, prettyErrors: false });
  return withoutStacks(() => [...composer.compose(tokens, true, length)]);
};

const problemsOf = (documents: readonly Document.Parsed[]): readonly YamlProblem[] => {
  const [first, second] = documents;
  const found = [...(first?.errors ?? []), ...(first?.warnings ?? [])].map(toProblem);
  if (second === undefined) return withoutEchoes(found);
  const start = second.range[0];
  const message = "a second document begins here; a file holds one";
  return [...withoutEchoes(found), { code: "yaml-multiple-documents", start, end: start + 3, message }];
};

/** What is wrong with a text of which only the beginning was read: whatever is, or else that it is too long for how it is written. */
const ofBeginning = (tokens: readonly CST.Token[], cutAt: number, doubtful: YamlProblem): readonly YamlProblem[] => {
  const found = doubtful.start < cutAt ? problemsOf(compose(tokens, cutAt)).filter(({ start }) => start < cutAt) : [];
  return found.some(({ code }) => code === "yaml-syntax") ? found : [doubtful];
};

/**
 * Parses YAML 1.2 (https://yaml.org/spec/1.2.2/) that is not plainly written. Keys that are written twice are left to the reader
 * of the nodes. Of a long text only the beginning is read, and `doubtful` is the problem where there is none in that.
 */
export const parseYaml = (text: string, doubtful: YamlProblem): YamlText => {
  const read = tokenize(text);
  if ("refused" in read) return { root: undefined, problems: [read.refused] };
  const { tokens, cutAt } = read;
  if (cutAt !== undefined) return { root: undefined, problems: ofBeginning(tokens, cutAt, doubtful) };
  const documents = compose(tokens, text.length);
  const problems = problemsOf(documents);
  if (problems.some(({ code }) => code === "yaml-syntax")) return { root: undefined, problems };
  const root = documents[0]?.contents ?? undefined;
  // `---` with nothing behind it is a null that is not written
  if (root !== undefined && !(isScalar(root) && root.source === "" && root.type === "PLAIN")) return { root, problems };
  const empty = { code: "file-empty", start: 0, end: 0, message: "the file holds nothing but comments" } as const;
  return { root: undefined, problems: [empty, ...problems] };
};

/** The types of plain scalars in the core schema (YAML 1.2.2 §10.3.2). */
const types = new Schema({ schema: "core" }).tags.filter((tag) => tag.collection === undefined);

/** What the plain scalars begin with that are no texts. */
const mayBeTyped = /^[-+.0-9~nNtTfF]/;

/** The value of a plain scalar of one line. */
export const resolvePlain = (source: string): SourceValue => {
  if (!mayBeTyped.test(source)) return source;
  const type = types.find(({ test }) => test?.test(source) === true);
  const value = type?.resolve(source, () => {}, {});
  return type === undefined ? source : toValue(isScalar(value) ? value.value : value);
};

const resolved = (token: CST.FlowScalar | CST.BlockScalar): string | undefined => {
  let isFaulty = false;
  const { value } = CST.resolveAsScalar(token, true, () => (isFaulty = true));
  return isFaulty ? undefined : value;
};

/** The text of a scalar of several lines, or in quotes; undefined where there is a fault in it. */
export const flowScalar = (source: string, type: CST.FlowScalar["type"]): string | undefined =>
  resolved({ type, offset: 0, indent: 0, source });

/** The text of the lines below `|` or `>`; undefined where there is a fault in them. */
export const blockScalar = (header: string, source: string, parent: number): string | undefined =>
  resolved({ type: "block-scalar", offset: 0, indent: parent, props: [{ type: "block-scalar-header", offset: 0, indent: parent, source: header }], source });
