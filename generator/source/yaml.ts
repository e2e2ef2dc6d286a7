// The only file that knows the `yaml` package; what the source stage needs of it goes through here.
import { Composer, type CST, type Document, isScalar, Lexer, type ParsedNode, Parser, type YAMLError } from "yaml";
import { depthLimit, tooDeep } from "./depth-limit.js";

export { Document, isAlias, isMap, isScalar, isSeq, visit } from "yaml";
export type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** Something wrong with a text, at offsets of it. */
export interface YamlProblem {
  readonly code: "depth-exceeded" | "file-empty" | "file-too-large" | "yaml-multiple-documents" | "yaml-syntax" | "yaml-tag-unknown";
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
}

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

/** One problem for each offset: the parser reports an unclosed bracket once for every level that it leaves open. */
const withoutEchoes = (problems: readonly YamlProblem[]): readonly YamlProblem[] => {
  const seen = new Set<number>();
  return problems.filter(({ start }) => !seen.has(start) && seen.add(start));
};

/** The syntax of a text as far as it is of interest, or why it is refused. */
type Tokens = { readonly tokens: readonly CST.Token[] } | { readonly refused: YamlProblem };

/**
 * Pieces of syntax that are read, line breaks and spaces among them. Real descriptions have one for five characters or more,
 * and each takes some 200 bytes of memory, which a text of nothing but brackets would multiply.
 */
const mostPieces = 5_000_000;
const charactersOfPiece = 4;

const tooMany = (offset: number, most: number): YamlProblem => ({
  ...{ code: "file-too-large", start: offset, end: offset + 1 },
  message: `the text up to here has more than ${Math.floor(most)} pieces of syntax, such as keys, brackets and line breaks`,
  hint: "split the description into several files",
});

/** A second document is enough to say that there is one. */
const mostDocuments = 2;

/**
 * Stops as soon as it is known that the text is refused: what takes a line to write would otherwise take seconds to read.
 * The stack of the parser holds the document and a token for each collection that is open.
 */
const tokenize = (text: string): Tokens => {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const most = Math.max(mostPieces, text.length / charactersOfPiece);
  let [documents, pieces] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    pieces += 1;
    if (pieces > most) return { refused: tooMany(parser.offset, most) };
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "document" && (documents += 1) >= mostDocuments) return { tokens };
    }
    const deep = parser.stack[depthLimit + 1];
    if (deep !== undefined && "items" in deep)
      return { refused: { code: "depth-exceeded", start: deep.offset, end: deep.offset + 1, message: tooDeep } };
  }
  tokens.push(...parser.end());
  return { tokens };
};

const compose = (tokens: readonly CST.Token[], length: number): readonly Document.Parsed[] => {
  const composer = new Composer({ schema: "core", resolveKnownTags: false, uniqueKeys: false, prettyErrors: false });
  return [...composer.compose(tokens, true, length)];
};

const problemsOf = (documents: readonly Document.Parsed[]): readonly YamlProblem[] => {
  const [first, second] = documents;
  const found = [...(first?.errors ?? []), ...(first?.warnings ?? [])].map(toProblem);
  if (second === undefined) return withoutEchoes(found);
  const start = second.range[0];
  const message = "a second document begins here; a file holds one";
  return [...withoutEchoes(found), { code: "yaml-multiple-documents", start, end: start + 3, message }];
};

/** Parses YAML 1.2 (https://yaml.org/spec/1.2.2/). Keys that are written twice are left to the reader of the nodes. */
export const parseYaml = (text: string): YamlText => {
  const read = tokenize(text);
  if ("refused" in read) return { root: undefined, problems: [read.refused] };
  const documents = compose(read.tokens, text.length);
  const problems = problemsOf(documents);
  if (problems.some(({ code }) => code === "yaml-syntax")) return { root: undefined, problems };
  const root = documents[0]?.contents ?? undefined;
  // `---` with nothing behind it is a null that is not written
  if (root !== undefined && !(isScalar(root) && root.source === "" && root.type === "PLAIN")) return { root, problems };
  const empty = { code: "file-empty", start: 0, end: 0, message: "the file holds nothing but comments" } as const;
  return { root: undefined, problems: [empty, ...problems] };
};
