import type { Scope } from "../scopes/scope.js";
import type { Clause, FieldList } from "./clause.js";
import type { Names } from "./names.js";
import { expanded, normalForm } from "./normal-form.js";
import { readWords, type Words } from "./read-words.js";
import { collapseRows, fieldWord } from "./rows.js";
import type { Sentence } from "./sentences.js";
import type { Token } from "./token.js";

/** "this field", or "this" where it stands for one */
const selfPattern = new RegExp(
  `(?<![^ ])(?:this|the current) (?:(?:query|request|body|optional|input|filter|string|boolean|integer|date|time) )?${fieldWord}(?![^ ])|(?<![^ ])this(?= (?:or|and|cannot|must|may|can|should|is|are|requires|with|will|does|,)(?![^ ]))|(?<=^|(?:, |if |when |note ))it(?= (?:must|cannot|can|may|should|is|requires|conflicts)(?![^ ]))`,
  "g",
);

/** "this code", where that is the described field */
const ownName = (self: string): RegExp => {
  const words = self.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).join(" ").toLowerCase();
  return new RegExp(`(?<![^ ])(?:this|the) (?:${/^[\p{L}\p{N} ]+$/u.test(words) ? words : "(?!)"})(?= (?:must|cannot|can|may|should|is required|has to|needs to)(?![^ ]))`, "gu");
};

/** "these two fields", "both of them", where they stand for names said before */
const anaphor = new RegExp(`(?<![^ ])(?<!(?:not|never|or|and|but) )(?:them|(?:these|those|the|both)(?: two| three| four)? (?:fields|param(?:eter)?s|properties|attributes|arguments|options|keys|methods|filters|values|settings)|the two|both|these|those)(?= (?:is|are|must|cannot|can|may|should|have|,|[.])|$)`, "g");

/** Where a sentence goes on with something else. */
const turns =
  / (?:;|:|–|—|-|--|\.) | (?:, )?(?:but|however|otherwise|in which case|which|in this case|so|therefore|and it|and this|and|or it) (?=(?:it |they |this |you |L\d+ )?(?:must|cannot|shouldnot|can|should|is|required|requires|if|only if|unless|exclusive|allowed|given)(?![^ ]))| (?:, )?(?:but|however|otherwise|in which case) | , (?=(?:required|only|cannot|shouldnot|must|exclusive|notallowed|allowed|or absent)(?![^ ]))/;

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

/** Words that may stand before the name in an item of a list: "Set `tag` to the name of a tag". */
const beforeName: ReadonlySet<string> = new Set("the a an set use provide specify pass include give either or and by using with".split(" "));

/** The name that an item of a list begins with. */
const leading = (item: readonly Token[], scope: Scope, names: Names): Words["mentions"][number] | undefined => {
  const { words, mentions } = readWords(item.slice(0, 12), scope, names, true);
  const at = words.findIndex((word) => !beforeName.has(word));
  const found = mentions[Number(/^F(\d+)$/.exec(words[at] ?? "")?.[1] ?? -1)];
  const after = words[at + 1];
  // a plain word is a name where nothing, or a mark, follows
  return found !== undefined && (found.quality !== "word" || after === undefined || /^[-:–—,.(]/.test(after)) ? found : undefined;
};

/** The items of the list that a sentence announces, as a row behind it. */
const addItems = ({ items }: Sentence, scope: Scope, names: Names, into: Words): void => {
  if (items.length < 2) return;
  const found = items.map((item) => leading(item, scope, names));
  if (found.every((one) => one === undefined)) return;
  for (const [index, one] of found.entries()) {
    if (index > 0) into.words.push("or");
    into.words.push(one === undefined ? `V${into.values.push("") - 1}` : `F${into.mentions.push({ ...one, quality: one.quality === "word" ? "phrase" : one.quality }) - 1}`);
  }
};

/** What a sentence says, in clauses; `last` is the row that "these fields" of the next sentence stands for. */
export interface ReadSentence {
  readonly clauses: readonly Clause[];
  readonly last: FieldList | undefined;
}

/** No sentence of a person is longer, in words. */
const longest = 400;

/** The clauses of a sentence, its names looked up in a scope. */
export const readClauses = (
  sentence: Sentence,
  scope: Scope,
  names: Names,
  { self, loose = false, antecedent }: { readonly self: string | undefined; readonly loose?: boolean; readonly antecedent?: FieldList | undefined },
): ReadSentence => {
  if (sentence.tokens.length > longest) return { clauses: [], last: undefined };
  const read = readWords(sentence.tokens, scope, names, loose);
  addItems(sentence, scope, names, read);
  const { words, mentions, values } = read;
  // but for these, a rule needs another field or a value
  if (mentions.length === 0 && values.length === 0 && antecedent === undefined && !words.some((word) => word.startsWith("unique"))) return { clauses: [], last: undefined };
  const selfPlaceholder = (): string => `F${mentions.push({ name: self ?? "", quality: "marked" }) - 1}`;
  let text = expanded(words.join(" ").replace(/ {2,}/g, " "));
  if (self !== undefined) text = text.replace(selfPattern, selfPlaceholder).replace(ownName(self), selfPlaceholder);
  const lists: FieldList[] = [];
  let collapsed = collapseRows(text, read, lists);
  const rows = lists.filter(({ groups }) => groups.length > 1);
  const before = rows[0] ?? antecedent;
  if (before !== undefined) {
    const first = rows.length === 0 ? -1 : collapsed.indexOf(`L${lists.indexOf(before)} `);
    collapsed = collapsed.replace(anaphor, (whole, at: number) => (at > first && (first >= 0 || rows.length === 0) ? `L${lists.push({ ...before, quality: rows.length > 0 ? before.quality : "anaphor" }) - 1}` : whole));
  }
  const normal = normalForm(collapsed);
  return { clauses: partsOf(normal).map((part) => ({ ...part, lists, values, self, scope })), last: rows.at(-1) };
};
