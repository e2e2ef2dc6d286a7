const none = /^[\p{Mn}\p{Me}\u200B-\u200D\u2060]$/u;

/** East Asian wide and full-width blocks, and what terminals draw as an emoji (Unicode Annex 11). */
const double =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u;

/** How many columns of a terminal one character takes: 0, 1 or 2. */
export const displayWidth = (character: string): number => {
  if (character.length === 1 && character < "\u0300") return 1;
  if (none.test(character)) return 0;
  return double.test(character) ? 2 : 1;
};
