import type { JsonValue } from "../../code/json-value.js";
import type { Scope } from "../scopes/scope.js";
import type { Clause, FieldList } from "./clause.js";
import { isSpelled, type NameQuality, type Names, namesOf } from "./names.js";
import type { Sentence } from "./sentences.js";
import type { Token } from "./token.js";

/** Words that the grammar needs; a field of that name has to be marked up, or spelled as a name. */
const grammarWords: ReadonlySet<string> = new Set(
  (
    "a an the this that these those it its if when whenever unless only one of or and nor not no none neither either both any all each other others at least most exactly more than " +
    "less greater later earlier before after same equal to is are be been must may can cannot should shall will has have do does need needs with without in on for by as from " +
    "set specified provided passed supplied given present included defined used sent required optional allowed valid value values field fields parameter parameters param params property properties " +
    "attribute attributes option options argument arguments key keys query header headers object flag together combination conjunction combined exclusive mutually unique true false null empty " +
    "use using specify provide pass include supply send requires require depends which where then also note time"
  ).split(" "),
);

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|can not)\b/g, "cannot"],
  [/\bwon't\b/g, "will not"],
  [/\b(\w+)n't\b/g, "$1 not"],
  [/\bit's\b/g, "it is"],
  [/\band ?\/ ?or\b/g, "and/or"],
];

interface Mention {
  readonly name: string;
  readonly quality: NameQuality;
}

/** What becomes of a sentence while it is read. */
interface Reading {
  readonly words: string[];
  readonly mentions: Mention[];
  readonly values: JsonValue[];
}

/** The value that a text spells where a value is expected. */
const valueOf = (text: string): JsonValue => {
  const bare = text.replace(/^["'`]|["'`]$/g, "");
  if (bare === text && /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text)) return text === "true" ? true : text === "false" ? false : text === "null" ? null : Number(text);
  return bare;
};

const fieldWord = "(?:fields?|param(?:eter)?s?|properties|property|attributes?|arguments?|options?|keys?|values?|flags?|settings?|elements?|headers?|objects?|ids?)";

/** "this field", or "this" where it stands for one */
const selfPattern = new RegExp(
  `\\b(?:this|the current) (?:(?:query|request|body|optional|input|filter|string|boolean|integer) )?${fieldWord}\\b|\\bthis(?= (?:or|and|cannot|must|may|can|should|is|requires|with|will|,)\\b)|^it(?= (?:must|cannot|can|may|should|is|requires)\\b)`,
  "g",
);

const readWord = (token: Token & { readonly kind: "word" }, names: Names, into: Reading): void => {
  const { text, mark } = token;
  const mention = (name: string, quality: NameQuality): void => void into.words.push(`F${into.mentions.push({ name, quality }) - 1}`);
  const value = (one: JsonValue): void => void into.words.push(`V${into.values.push(one) - 1}`);
  const found = names.find(text);
  if (found !== undefined) return mention(found, mark === "none" ? "spelled" : "marked");
  // `kind=redirect`, `kind: "redirect"`
  const [, left, right] = /^([\w.$@[\]-]+)\s*(?:===?|=|:)\s*(\S.*)$/.exec(text) ?? [];
  const field = left === undefined ? undefined : names.find(left);
  if (field !== undefined && right !== undefined) {
    mention(field, mark === "none" ? "spelled" : "marked");
    into.words.push("is");
    return value(valueOf(right));
  }
  // marked up as a name or value, or spelled as no word is
  if (mark === "code" || mark === "quoted" || (mark === "none" && isSpelled(text) && !/^\w\.\w/.test(text))) return value(valueOf(text));
  into.words.push(text.toLowerCase().replaceAll("’", "'"));
};

/** The longest run of plain words from `index` on that spells a field. */
const phraseAt = (tokens: readonly Token[], index: number, names: Names): { readonly name: string; readonly length: number } | undefined => {
  for (let length = Math.min(names.longest, 6, tokens.length - index); length > 0; length -= 1) {
    const run = tokens.slice(index, index + length);
    if (!run.every(({ kind, mark }) => (kind === "word" || kind === "number") && mark === "none")) continue;
    const [first] = run;
    if (first === undefined || (length === 1 && (first.kind === "number" || isSpelled(first.text)))) continue;
    const name = names.find(run.map(({ text }) => text).join(" "));
    if (name !== undefined) return { name, length };
  }
  return undefined;
};

/** The sentence with placeholders; `loose` takes single plain words for names, too. */
const readWords = ({ tokens }: Sentence, names: Names, loose: boolean): Reading => {
  const reading: Reading = { words: [], mentions: [], values: [] };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const phrase = phraseAt(tokens, index, names);
    if (phrase !== undefined && (phrase.length > 1 || (loose && !grammarWords.has(token.text.toLowerCase())))) {
      reading.words.push(`F${reading.mentions.push({ name: phrase.name, quality: phrase.length > 1 ? "phrase" : "word" }) - 1}`);
      index += phrase.length - 1;
    } else if (token.kind === "word" && phrase !== undefined && token.mark === "none" && !isSpelled(token.text)) reading.words.push(token.text.toLowerCase());
    else if (token.kind === "word") readWord(token, names, reading);
    else if (token.kind === "number") reading.words.push(`V${reading.values.push(Number(token.text.replaceAll(",", ""))) - 1}`);
    else reading.words.push(...(token.text.match(/[()]|[^()]+/g) ?? []));
  }
  return reading;
};

const orderOfQuality: readonly NameQuality[] = ["marked", "spelled", "phrase", "word"];

const item = `(?:(?:the|an?|its) )?(?:${fieldWord} )?(?<!V)F\\d+(?: (?:query |request )?${fieldWord})?`;
const separator = "(?: , (?:and/or|and|or|nor) | , | and/or | and | or | nor | / | & | as well as (?:the )?)";
const inRow = new RegExp(`${item}(?:${separator}(?:(?:either|both) )?${item})*`, "g");

/** "city and state, or zip": "and" binds closer where both stand. */
const groupsIn = (row: string, nameAt: (placeholder: string) => string): FieldList["groups"] => {
  const has = (word: RegExp): boolean => word.test(row);
  const namesIn = (part: string): readonly string[] => [...part.matchAll(/F\d+/g)].map(([placeholder]) => nameAt(placeholder));
  if (!has(/ and /) || !has(/ or /)) return namesIn(row).map((name) => [name]);
  return row.split(/ , or | or | , (?!and )/).map(namesIn);
};

const collapse = (text: string, mentions: readonly Mention[], lists: FieldList[]): string => {
  const mentionAt = (placeholder: string): Mention => mentions[Number(placeholder.slice(1))] ?? { name: "", quality: "word" };
  return text.replace(inRow, (row) => {
    const placeholders = row.match(/F\d+/g) ?? [];
    const quality = orderOfQuality[Math.max(...placeholders.map((one) => orderOfQuality.indexOf(mentionAt(one).quality)))] ?? "word";
    const [and, or] = [/ (?:and|&|as well as) /.test(row), / (?:or|nor|\/|and\/or) /.test(row)];
    const groups = groupsIn(row, (placeholder) => mentionAt(placeholder).name);
    return `L${lists.push({ groups, quality, joined: and && or ? "both" : or ? "or" : "and" }) - 1}`;
  });
};

/** Where a sentence goes on with something else. */
const turns = / (?:;|:|–|—|-|\.) |(?: ,)? (?:but|however|otherwise|in which case|which|in this case|so|therefore|and it|and this|and) (?=(?:it |they |this )?(?:must|cannot|can|may|should|is|are|requires|if|when|unless|you)\b)|(?: ,)? (?:but|however|otherwise|in which case) | , (?=(?:required|only|cannot|must|mutually|not valid)\b)/;

const trimmed = (text: string): string => text.replace(/^[\s.,;:!?)–—-]+|[\s.,;:!?(–—-]+$/g, "").replace(/ {2,}/g, " ");

/** The parts of a sentence that may state a rule each, the whole first. */
const partsOf = (text: string): readonly Pick<Clause, "text" | "extent">[] => {
  const parentheses = [...text.matchAll(/\( ([^()]{1,400}) \)/g)].map(([, content = ""]) => trimmed(content));
  const bare = trimmed(text.replace(/\( [^()]{0,400} \)/g, ""));
  const pieces = bare.split(turns).map(trimmed);
  return [
    { text: trimmed(text), extent: "sentence" as const },
    ...(parentheses.length === 0 ? [] : [{ text: bare, extent: "part" as const }]),
    ...parentheses.map((content) => ({ text: content, extent: "parenthesis" as const })),
    ...(pieces.length < 2 ? [] : pieces.map((piece) => ({ text: piece, extent: "part" as const }))),
  ].filter((part, index, all) => part.text !== "" && all.findIndex((other) => other.text === part.text) === index);
};

/** The clauses of a sentence, its names looked up in a scope. */
export const readClauses = (sentence: Sentence, scope: Scope, self: string | undefined, loose = false): readonly Clause[] => {
  const { words, mentions, values } = readWords(sentence, namesOf(scope), loose);
  let text = words.join(" ").replace(/ {2,}/g, " ");
  for (const [pattern, replacement] of contractions) text = text.replace(pattern, replacement);
  if (self !== undefined) text = text.replace(selfPattern, () => `F${mentions.push({ name: self, quality: "marked" }) - 1}`);
  const lists: FieldList[] = [];
  const collapsed = collapse(text, mentions, lists);
  return partsOf(collapsed).map((part) => ({ ...part, lists, values, self }));
};
