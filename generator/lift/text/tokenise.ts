import type { Mark, Token } from "./token.js";

/**
 * One alternative per form of markup. Every repetition is bounded or ends at a character that it cannot contain, so that time
 * grows with the text only.
 */
const piece = new RegExp(
  [
    /(?<fence>```[^`]{0,20000}```)/,
    /<(?:code|tt|kbd|b|i|em|strong)>(?<element>[^<]{1,200})<\/(?:code|tt|kbd|b|i|em|strong)>/,
    /(?<tag><\/?[a-zA-Z][^<>]{0,300}>)/,
    /``?(?<code>[^`\n]{1,200})``?/,
    /!?\[(?<link>[^\]\n]{1,200})\]\([^()\n]{0,500}\)/,
    /(?<star>\*\*\*?|__|\*)(?<emphasised>[^\s*_](?:[^*\n]{0,200}?[^\s*])?)\k<star>/,
    /(?<entity>&(?:quot|amp|lt|gt|nbsp|#39|apos);)/,
    /(?<open>["“])(?<quoted>[^"“”\n]{1,100})["”]/,
    /(?<![\w])['‘](?<single>[^'‘’\n]{1,100})['’](?![\w])/,
    /(?<break>\n[ \t]*(?:\n\s*(?<spaced>(?:[-*+•]|\d{1,2}[.)])[ \t])?|(?<item>(?:[-*+•]|\d{1,2}[.)])[ \t])))/,
    /(?<url>https?:\/\/[^\s<>"')\]]{1,500})/,
    /(?<number>[+-]?\d+(?:[.,]\d+)*(?![\w]))/,
    /(?<word>[\p{L}_$@][\p{L}\p{N}_$@]*(?:(?:[-.][\p{L}\p{N}_$@]+)|\[[\w$]{0,60}\])*(?:['’](?:t|s|re|ve|ll|d|m)\b)?)/u,
    /(?<punctuation>[.,;:!?()/|&=<>≤≥≠–—-]+|[[\]])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

const entities: Readonly<Record<string, string>> = { "&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&#39;": "'", "&apos;": "'" };

/** Elements that only change how text looks are no end of a sentence. */
const inlineTag = /^<\/?(?:a|b|i|em|strong|code|tt|kbd|span|u|sub|sup|small|abbr)\b/i;

/** Prose that is marked up as a whole is prose all the same; a name has no spaces in it. */
const isName = (text: string): boolean => /^\S+$/.test(text) || /^[\w.$@[\]-]+\s*(?:=|:|==)\s*\S+$/.test(text);

/** The pieces of a description, in order. What is in fences is code, and no prose. */
export const tokenise = (text: string, offset = 0): readonly Token[] => {
  const tokens: Token[] = [];
  const marked = (content: string, mark: Mark, start: number, end: number, inner: number): void => {
    if (mark === "code" || isName(content.trim())) tokens.push({ kind: "word", text: content.trim(), mark, start, end });
    else tokens.push(...tokenise(content, inner));
  };
  for (const match of text.matchAll(piece)) {
    const groups = match.groups ?? {};
    const start = offset + match.index;
    const end = start + match[0].length;
    const at = (content: string): number => start + Math.max(0, match[0].indexOf(content));
    const add = (kind: "number" | "punctuation", content: string): void => void tokens.push({ kind, text: content, mark: "none", start, end });
    if (groups["code"] !== undefined) marked(groups["code"], "code", start, end, at(groups["code"]));
    else if (groups["element"] !== undefined) marked(groups["element"], /^<(?:code|tt|kbd)/i.test(match[0]) ? "code" : "emphasised", start, end, at(groups["element"]));
    else if (groups["emphasised"] !== undefined) marked(groups["emphasised"], "emphasised", start, end, at(groups["emphasised"]));
    else if (groups["quoted"] !== undefined) marked(groups["quoted"], "quoted", start, end, at(groups["quoted"]));
    else if (groups["single"] !== undefined) marked(groups["single"], "quoted", start, end, at(groups["single"]));
    else if (groups["link"] !== undefined) tokens.push(...tokenise(groups["link"], at(groups["link"])));
    else if (groups["number"] !== undefined) add("number", groups["number"]);
    else if (groups["word"] !== undefined) tokens.push({ kind: "word", text: groups["word"], mark: "none", start, end });
    else if (groups["punctuation"] !== undefined) add("punctuation", groups["punctuation"].replace("[", "(").replace("]", ")"));
    else if (groups["entity"] !== undefined) add("punctuation", entities[groups["entity"]] ?? " ");
    else if (groups["item"] !== undefined || groups["spaced"] !== undefined || /^<li\b/i.test(groups["tag"] ?? "")) tokens.push({ kind: "break", text: "item", mark: "none", start, end });
    else if (groups["break"] !== undefined || groups["fence"] !== undefined || (groups["tag"] !== undefined && !inlineTag.test(groups["tag"])))
      tokens.push({ kind: "break", text: "", mark: "none", start, end });
  }
  return tokens;
};
