import type { FieldList } from "./clause.js";
import type { NameQuality } from "./names.js";
import type { Mention, Words } from "./read-words.js";

export const fieldWord = "(?:fields?|param(?:eter)?s?|properties|property|attributes?|arguments?|options?|keys?|values?|flags?|settings|elements?|headers?|objects?|ids?|filters?|hash|array)";

const orderOfQuality: readonly NameQuality[] = ["marked", "spelled", "phrase", "word", "anaphor"];

/** "`html` (preferred) or `text`": a remark on one of the names, which is no condition. */
const remark = "(?: \\( (?!(?:if|when|unless|only|not|no|except|or|and|without|with)(?![^ ]))(?:(?!if |when |unless |only |not |except )[a-z-]+ ){1,4}\\)(?= (?:,|or|and|nor|/) ))?";
const item = `(?:(?:the|an?|its|your) )?(?:(?:query |request )?${fieldWord} )?(?:F|V)\\d+(?: (?:query |request )?${fieldWord})?${remark}`;
const separator = "(?: , (?:and/or|and|or|nor) | , | and/or | and | or | nor | / | & | as well as (?:the )?)";
const inRow = new RegExp(`(?<![^ ])${item}(?:${separator}(?:(?:either|both) )?${item})*(?![^ ])`, "g");

/** Words after which stand values, not names. */
const beforeValues = /(?:^| )(?:is|are|to|not|as|be|equals?|than|least|most|value|values|of type|either|in|for|being|e\.g|i\.e|like)(?: (?:one of|either|not|the|a|an|any of|value|values))*$/;
/** Words after which a comma joins names. */
const beforeNames = /(?:^| )(?:of|:|either|both|fields?|parameters?|properties|attributes|neither|and|between)$/;

/** Not both "and" and "or" at one level: "city and state, or zip" ~> [[city, state], [zip]] */
const groupsIn = (row: string, nameAt: (placeholder: string) => string): FieldList["groups"] => {
  const namesIn = (part: string): readonly string[] => [...part.matchAll(/F\d+/g)].map(([placeholder]) => nameAt(placeholder));
  if (!/ and /.test(row) || !/ or /.test(row)) return namesIn(row).map((name) => [name]);
  return row.split(/ , or | or | , (?!and )/).map(namesIn);
};

const distinct = (groups: FieldList["groups"]): FieldList["groups"] => groups.filter((group, index) => groups.findIndex((other) => other.join("\n") === group.join("\n")) === index);

/**
 * Names in a row become one placeholder: `F0 , F1 or F2` ~> `L0`. A row with a name that is not in scope becomes `U`: what is said of
 * it cannot be said in the names of the scope. `F0 , F1` without a word between may be the end of one clause and the begin of the next.
 */
export const collapseRows = (text: string, { mentions, values }: Pick<Words, "mentions" | "values">, lists: FieldList[]): string => {
  const mentionAt = (placeholder: string): Mention => mentions[Number(placeholder.slice(1))] ?? { name: "", quality: "word" };
  const listOf = (row: string): string => {
    const placeholders = row.match(/F\d+/g) ?? [];
    const quality = orderOfQuality[placeholders.reduce((least, one) => Math.max(least, orderOfQuality.indexOf(mentionAt(one).quality)), 0)] ?? "word";
    const [and, or] = [/ (?:and|&|as well as) /.test(row), / (?:or|nor|\/|and\/or) /.test(row)];
    const groups = distinct(groupsIn(row, (placeholder) => mentionAt(placeholder).name));
    return `L${lists.push({ groups, quality, joined: and && or ? "both" : or ? "or" : "and" }) - 1}`;
  };
  // "the id F0" and the like: only what is around the placeholder goes
  const piecewise = (row: string): string => row.replace(/(?:(?:the|an?|its|your) )?(?:(?:query |request )?(?:[a-z]+ ))?F\d+(?: (?:query |request )?[a-z]+)?/g, (one) => (new RegExp(`^${item}$`).test(one) ? listOf(one) : one.replace(/F\d+/, listOf)));
  return text.replace(inRow, (row, at: number) => {
    const placeholders = row.match(/[FV]\d+/g) ?? [];
    const fields = placeholders.filter((one) => one.startsWith("F")).length;
    if (fields === 0) return row;
    const before = text.slice(Math.max(0, at - 60), Math.max(0, at - 1));
    const conjoined = / (?:and|or|nor|and\/or|&|\/|as well as) /.test(row);
    if (fields === placeholders.length) {
      if (fields === 1 || conjoined || beforeNames.test(before) || fields > 2) return listOf(row);
      if (/[,–-]$/.test(before) && /^ ?[.]?$/.test(text.slice(at + row.length))) return listOf(row);
      return piecewise(row);
    }
    // a number is no name: "`from` and 1 second before"
    const isNumber = (one: string): boolean => one.startsWith("V") && typeof values[Number(one.slice(1))] === "number";
    if (!conjoined || placeholders.every((one) => one.startsWith("F") || isNumber(one))) return piecewise(row);
    if (!beforeValues.test(before)) return "U";
    // "is V0 or V1 , F0 , F1": values first, what follows is said of names
    const [, left, right] = /^((?:[^F]*?V\d+)(?: (?!and|or|nor|as)[a-z]+)?(?: ,| and| or)+) ((?:(?:the|an?|both|either) )?(?:[a-z]+ )?F.*)$/.exec(row) ?? [];
    return left === undefined || right === undefined ? piecewise(row) : `${left} ${collapseRows(right, { mentions, values }, lists)}`;
  });
};
