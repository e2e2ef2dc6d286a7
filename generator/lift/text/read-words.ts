import type { JsonValue } from "../../code/json-value.js";
import { type Scope, valuesOf } from "../scopes/scope.js";
import { isSpelled, type NameQuality, type Names } from "./names.js";
import type { Token } from "./token.js";

/** Words that the grammar needs; a field of that name has to be marked up, or stand where only a name can. */
const grammarWords: ReadonlySet<string> = new Set(
  (
    "a an the this that these those it its if when whenever unless only one of or and nor not no none neither either both any all each other others at least most exactly more than " +
    "less greater later earlier before after same equal to is are be been must may can cannot should shall will has have do does need needs with without in on for by as from " +
    "set specified provided passed supplied given present included defined used sent required optional allowed valid value values field fields parameter parameters param params property properties " +
    "attribute attributes option options argument arguments key keys query header headers object flag together combination conjunction combined exclusive mutually unique true false null empty " +
    "use using specify provide pass include supply send requires require depends which where then also note time"
  ).split(" "),
);

export interface Mention {
  readonly name: string;
  readonly quality: NameQuality;
}

/** A sentence with placeholders: `F0` for the field of `mentions`, `V0` for the value of `values`. */
export interface Words {
  readonly words: string[];
  readonly mentions: Mention[];
  readonly values: JsonValue[];
}

/** The value that a text spells where a value is expected. */
const valueOf = (text: string): JsonValue => {
  const bare = text.replace(/^["'`]|["'`]$/g, "");
  if (bare === text && /^(?:true|false|null|-?\d{1,15}(?:\.\d{1,15})?)$/.test(text)) return text === "true" ? true : text === "false" ? false : text === "null" ? null : Number(text);
  return bare;
};

const mention = (into: Words, name: string, quality: NameQuality): void => void into.words.push(`F${into.mentions.push({ name, quality }) - 1}`);
const value = (into: Words, one: JsonValue): void => void into.words.push(`V${into.values.push(one) - 1}`);

const readWord = ({ text, mark }: Token & { readonly kind: "word" }, names: Names, into: Words): void => {
  const found = names.find(text);
  if (found !== undefined && (mark === "code" || mark === "quoted" || mark === "emphasised" || isSpelled(text))) return mention(into, found, mark === "none" ? "spelled" : "marked");
  // `kind=redirect`, `kind: "redirect"`
  const [, left, right] = /^([\w.$@[\]-]{1,100})\s*(?:===?|=|:)\s*(\S.*)$/.exec(text) ?? [];
  const field = left === undefined ? undefined : names.find(left);
  if (field !== undefined && right !== undefined) {
    mention(into, field, mark === "none" ? "spelled" : "marked");
    into.words.push("is");
    return value(into, valueOf(right));
  }
  if (/^(?:true|false)$/.test(text)) return void into.words.push(text);
  // marked up as a name or value, or spelled as no word is
  if (mark === "code" || mark === "quoted" || (mark === "none" && isSpelled(text) && !/^\w\.\w/.test(text))) return value(into, valueOf(text));
  into.words.push(text.toLowerCase().replaceAll("’", "'"));
};

/** The longest run of plain words from `index` on that spells a field. */
const phraseAt = (tokens: readonly Token[], index: number, names: Names, loose: boolean): { readonly name: string; readonly length: number } | undefined => {
  const least = loose ? 1 : 2;
  const most = names.begins(tokens[index]?.text ?? "") ? Math.min(names.longest, 6, tokens.length - index) : least;
  for (let length = most; length >= least; length -= 1) {
    const run = tokens.slice(index, index + length);
    if (run.length < length || !run.every(({ kind, mark }) => (kind === "word" || kind === "number") && mark === "none")) continue;
    const [first] = run;
    if (first === undefined || (length === 1 && (first.kind === "number" || isSpelled(first.text)))) continue;
    const name = names.find(run.map(({ text }) => text).join(" "));
    if (name !== undefined) return { name, length };
  }
  return undefined;
};

const separators: ReadonlySet<string> = new Set([",", "or", "and", "nor", "/", "&", "and/or"]);
const goesOn: ReadonlySet<string> = new Set([
  ...separators,
  ..."; : ) . must cannot can may should is are has have be not but required fields parameters field parameter attributes properties together".split(" "),
]);
const isField = (word: string | undefined): boolean => word !== undefined && /^F\d+$/.test(word);
const isArticle = (word: string | undefined): boolean => word === "a" || word === "an" || word === "the";

/**
 * Plain words that stand in a row with names are names: "following fields: `parking_lot`, realestate". So is what follows
 * "following fields:" in any case; there a word that names no field becomes an unknown one.
 */
const readRows = (into: Words, names: Names): void => {
  const { words } = into;
  let listed = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === ":" && words.slice(Math.max(0, index - 5), index).some((one) => /^(?:fields|parameters|attributes|properties|following|keys)$/.test(one))) listed = true;
    else if (listed && !separators.has(word) && !isField(word) && word !== ":" && !isArticle(word)) {
      const name = /^\p{L}+$/u.test(word) ? names.find(word) : undefined;
      const begins = words[index - 1] === ":" || separators.has(words[index - 1] ?? "");
      if (!begins) listed = false;
      else if (name === undefined && !/^[VF]\d+$/.test(word)) words[index] = `V${into.values.push(word) - 1}`;
      else if (name !== undefined) words[index] = `F${into.mentions.push({ name, quality: "phrase" }) - 1}`;
    } else if (/^\p{L}+$/u.test(word) && !separators.has(word)) {
      const name = names.find(word);
      if (name === undefined) continue;
      const before = isArticle(words[index - 1]) ? index - 2 : index - 1;
      const item = separators.has(words[before - 1] ?? "") && separators.has(words[before] ?? "") ? before - 2 : before - 1;
      const after = words[index + 1];
      const begins = index === 0 || (words[index - 1] !== "," && grammarWords.has(words[index - 1] ?? "")) || /^[(:]$/.test(words[index - 1] ?? "");
      const next = separators.has(words[index + 1] ?? "") ? (separators.has(words[index + 2] ?? "") ? index + 3 : index + 2) : -1;
      if (begins && !grammarWords.has(word) && isField(words[isArticle(words[next]) ? next + 1 : next]) && words[index + 1] !== ",") words[index] = `F${into.mentions.push({ name, quality: "phrase" }) - 1}`;
      else if (separators.has(words[before] ?? "") && isField(words[item]) && (after === undefined || goesOn.has(after))) words[index] = `F${into.mentions.push({ name, quality: "phrase" }) - 1}`;
    }
  }
};

/** "a, b and c": an article has its noun behind it, so this is a name, known or not. */
const readLetters = (into: Words, names: Names): void => {
  const { words } = into;
  for (const [index, word] of words.entries()) {
    const after = words[index + 1];
    if (word !== "a" || !(after === undefined || separators.has(after) || /^[.;)]$/.test(after))) continue;
    const name = names.find(word);
    words[index] = name === undefined ? `V${into.values.push(word) - 1}` : `F${into.mentions.push({ name, quality: "word" }) - 1}`;
  }
};

const namesFields = /^(?:fields?|param(?:eter)?s?|property|properties|attributes?|arguments?|options?|flag)$/;

/** Words that stand for what was said before, in the place of an object, too. */
const pronouns: ReadonlySet<string> = new Set("it this that these those one all any each other others both either neither none".split(" "));

/**
 * Words that stand where only a name can: "the user parameter"; after "exclusive with" and the like without an article, even where
 * it is a word of the grammar: "exclusive with before".
 */
const readObjects = (into: Words, names: Names): void => {
  const { words } = into;
  for (let index = 1; index < words.length; index += 1) {
    const [word, before, after] = [words[index] ?? "", words[index - 1], words[index + 1]];
    if (!/^\p{L}{2,}$/u.test(word)) continue;
    const isObject = before === "with" && !pronouns.has(word) && (after === undefined || /^[.;)]$/.test(after));
    const isNamed = after !== undefined && namesFields.test(after) && !grammarWords.has(word) && (before === "the" || before === "with");
    const name = isObject || isNamed ? names.find(word) : undefined;
    if (name !== undefined) words[index] = `F${into.mentions.push({ name, quality: "phrase" }) - 1}`;
  }
};

const copulas: ReadonlySet<string> = new Set("is are be = equals equal to set not either one of as a an the type value being was".split(" "));

/** Plain words that are values of the field before: "when client is ios or android". */
const readValues = (into: Words, { fields }: Scope): void => {
  const { words, mentions } = into;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!isField(word)) continue;
    const field = fields.get(mentions[Number(word.slice(1))]?.name ?? "");
    const known = (field === undefined ? undefined : valuesOf(field))?.filter((one): one is string => typeof one === "string");
    if (known === undefined) continue;
    let at = index + 1;
    while (copulas.has(words[at] ?? "")) at += 1;
    if (at === index + 1) continue;
    for (; at < words.length; at += 1) {
      const text = words[at] ?? "";
      if (separators.has(text) || isArticle(text)) continue;
      // a value may be called like another field
      const said = isField(text) ? (mentions[Number(text.slice(1))]?.name ?? "").toLowerCase() : text;
      const [only, ...more] = known.filter((one) => one.toLowerCase() === said);
      if (only === undefined || more.length > 0) break;
      words[at] = `V${into.values.push(only) - 1}`;
    }
  }
};

/** A plain word is no name behind another noun: "the host name". */
const mayBeName = (before: Token | undefined): boolean =>
  before === undefined || before.kind !== "word" || before.mark !== "none" || grammarWords.has(before.text.toLowerCase()) || isSpelled(before.text) || /['’]s$/.test(before.text);

/** The words of a sentence; `loose` takes single plain words for names, too. */
export const readWords = (tokens: readonly Token[], scope: Scope, names: Names, loose: boolean): Words => {
  const into: Words = { words: [], mentions: [], values: [] };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const phrase = phraseAt(tokens, index, names, loose);
    if (phrase !== undefined && (phrase.length > 1 || (loose && !grammarWords.has(token.text.toLowerCase()) && mayBeName(tokens[index - 1])))) {
      mention(into, phrase.name, phrase.length > 1 ? "phrase" : "word");
      index += phrase.length - 1;
    } else if (token.kind === "word") readWord(token, names, into);
    else if (token.kind === "number") {
      if (token.text === "1" && /^(?:of|and|or)$/.test(tokens[index + 1]?.text ?? "")) into.words.push("one");
      else value(into, Number(token.text.replaceAll(",", "")));
    } else into.words.push(...(token.text.match(/[()]|[^()]+/g) ?? []));
  }
  readLetters(into, names);
  readRows(into, names);
  readObjects(into, names);
  readValues(into, scope);
  return into;
};
