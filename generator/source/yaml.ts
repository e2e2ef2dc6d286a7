// The only file that knows the `yaml` package; what the source stage needs of it goes through here.
import { Composer, type CST, type Document, isScalar, type ParsedNode, Parser, type YAMLError } from "yaml";
import { depthLimit, tooDeep } from "./depth-limit.js";

export { Document, isAlias, isMap, isScalar, isSeq, visit } from "yaml";
export type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** Something wrong with a text, at offsets of it. */
export interface YamlProblem {
  readonly code: "depth-exceeded" | "file-empty" | "yaml-multiple-documents" | "yaml-syntax" | "yaml-tag-unknown";
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

const childrenOf = (token: CST.Token): readonly CST.Token[] => {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) => [item.key, item.value].filter((child) => child !== undefined && child !== null));
};

/** The first value that is nested too deeply, found level by level: the tokens may be nested deeper than the stack is. */
const firstTooDeep = (document: CST.Token): CST.Token | undefined => {
  let level: readonly CST.Token[] = childrenOf(document);
  for (let depth = 0; depth < depthLimit && level.length > 0; depth += 1) level = level.flatMap(childrenOf);
  return level.find((token) => "items" in token);
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
  const message = `a second document begins here; the file holds ${documents.length}`;
  return [...withoutEchoes(found), { code: "yaml-multiple-documents", start, end: start + 3, message }];
};

/** Parses YAML 1.2 (https://yaml.org/spec/1.2.2/). Keys that are written twice are left to the reader of the nodes. */
export const parseYaml = (text: string): YamlText => {
  const tokens = [...new Parser().parse(text)];
  for (const token of tokens) {
    const deep = firstTooDeep(token);
    if (deep === undefined) continue;
    const problem = { code: "depth-exceeded", start: deep.offset, end: deep.offset + 1, message: tooDeep } as const;
    return { root: undefined, problems: [problem] };
  }
  const documents = compose(tokens, text.length);
  const problems = problemsOf(documents);
  if (problems.some(({ code }) => code === "yaml-syntax")) return { root: undefined, problems };
  const root = documents[0]?.contents ?? undefined;
  // `---` with nothing behind it is a null that is not written
  if (root !== undefined && !(isScalar(root) && root.source === "" && root.type === "PLAIN")) return { root, problems };
  const empty = { code: "file-empty", start: 0, end: 0, message: "the file holds nothing but comments" } as const;
  return { root: undefined, problems: [empty, ...problems] };
};
