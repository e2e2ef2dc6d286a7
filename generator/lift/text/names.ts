import { oncePer } from "../once-per.js";
import type { Scope } from "../scopes/scope.js";

/** How sure it is that words are the name of a field. */
export type NameQuality =
  /** In code, quotes or stars. */
  | "marked"
  /** Spelled as no English word is: `amount_off`, `refId`. */
  | "spelled"
  /** Several words that give the name: "total amount" for `total_amount`; or one in a row of names. */
  | "phrase"
  /** One word that is a name and may be just a word: "name". */
  | "word"
  /** No name at all: "these fields", of which a sentence before speaks. */
  | "anaphor";

/** Finds the fields of a scope by the ways in which prose spells them. */
export interface Names {
  /** As written, else whatever differs only in case, underscores, hyphens and spaces; undefined where that is none or several. */
  readonly find: (text: string) => string | undefined;
  /** Can the word begin a name of several words? */
  readonly begins: (word: string) => boolean;
  /** The most words that a name is made of. */
  readonly longest: number;
}

/** nameKey("total_amount") ~> "totalamount" */
const nameKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}.<>]/gu, "");

/** wordsIn("totalAmount_off") ~> ["total", "Amount", "off"] */
const wordsIn = (name: string): readonly string[] => name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((word) => word !== "");

/** Is it spelled as no word of a sentence is? */
export const isSpelled = (text: string): boolean => /[_$@\d[]|\p{Ll}\p{Lu}|\w[.]\w/u.test(text);

export const namesOf = ({ fields }: Scope): Names => {
  const byKey = new Map<string, string[]>();
  for (const name of fields.keys()) {
    const key = nameKey(name);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [name]);
    else known.push(name);
  }
  // "due date" for `due_on`, "start time" for `start_at`; a field that is called so goes first, and days before times
  for (const suffix of ["on", "at"]) {
    for (const name of fields.keys()) {
      const [, stem] = new RegExp(`^(.{2,60})_${suffix}$`).exec(name) ?? [];
      for (const word of stem === undefined ? [] : ["date", "time"]) if (!byKey.has(nameKey(`${stem ?? ""}${word}`))) byKey.set(nameKey(`${stem ?? ""}${word}`), [name]);
    }
  }
  const named = [...fields.keys()].map(wordsIn);
  const firsts = new Set(named.map(([first = ""]) => first.toLowerCase()));
  return {
    begins: (word) => firsts.has(word.toLowerCase()),
    find: (text) => {
      if (fields.has(text)) return text;
      const key = nameKey(text);
      const [only, ...more] = key === "" ? [] : (byKey.get(key) ?? []);
      return more.length === 0 ? only : undefined;
    },
    longest: named.reduce((most, { length }) => Math.max(most, length), 0),
  };
};

/** The names of scopes, each computed once. */
export type NamesCache = (scope: Scope) => Names;

export const namesCache = (): NamesCache => oncePer(namesOf);
