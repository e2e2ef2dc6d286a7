/** Escapes, classes, the head of a group, its end, alternatives, quantifiers with their lazy mark; all else is one character. */
const tokens =
  /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)|\||(?:[*+?]|\{(?<least>\d+)(?<comma>,(?<most>\d*))?\})\??|./gsu;

interface Quantifier {
  readonly least: number;
  readonly most: number;
}

/** A group that is being read, or the whole pattern. */
interface Group {
  readonly outer?: Group;
  /** The loops in front of it, where it looks ahead or behind: what follows it cannot make it try again. */
  readonly before?: number;
  /** Is there a choice in it: alternatives, or a part that may stand a varying number of times? */
  readonly varies: boolean;
}

interface State {
  readonly group: Group;
  /** The group that ended just before. */
  readonly closed?: Group | undefined;
  readonly isAnchored: boolean;
  /** Loops in a row, here and at most. */
  readonly loops: number;
  readonly mostLoops: number;
  readonly choices: number;
  readonly repeatsChoice: boolean;
}

/** A shorter range, such as `{1,3}`, multiplies the time by a number that does not grow with the text. */
const leastLoop = 10;

/** As many choices are as bad as a loop, since each of them doubles the ways to match. */
const manyChoices = 12;

const quantifierOf = ({ 0: token, groups = {} }: RegExpExecArray): Quantifier | undefined => {
  const { least, comma, most } = groups;
  if (least !== undefined) return { least: Number(least), most: comma === undefined ? Number(least) : most === "" ? Infinity : Number(most) };
  if (token.startsWith("*")) return { least: 0, most: Infinity };
  if (token.startsWith("+")) return { least: 1, most: Infinity };
  return token === "?" || token === "??" ? { least: 0, most: 1 } : undefined;
};

const chosen = (state: State): State => ({ ...state, group: { ...state.group, varies: true }, choices: state.choices + 1 });

const quantified = (before: State, { least, most }: Quantifier): State => {
  const repeatsChoice = before.repeatsChoice || (most > 1 && before.closed?.varies === true);
  const state = { ...(most > least ? chosen(before) : before), repeatsChoice };
  if (most - least < leastLoop) return state;
  const loops = state.loops + 1;
  return { ...state, loops, mostLoops: Math.max(state.mostLoops, loops) };
};

const alternated = (state: State): State => ({
  // of many alternatives one is taken, so all of them are one choice
  ...(state.group.varies ? state : chosen(state)),
  isAnchored: state.isAnchored && state.group.outer !== undefined,
});

const opened = (state: State, head: string): State => ({
  ...state,
  group: { outer: state.group, varies: false, ...(/^\(\?<?[=!]/.test(head) ? { before: state.loops } : {}) },
});

const ended = (state: State): State => {
  const { group: closed, loops } = state;
  const { outer = closed, before = loops } = closed;
  return { ...state, closed, loops: before, group: { ...outer, varies: outer.varies || closed.varies } };
};

const next = (before: State, match: RegExpExecArray): State => {
  const [token] = match;
  const quantifier = quantifierOf(match);
  const state = quantifier === undefined ? before : quantified(before, quantifier);
  if (token === ")") return ended(state);
  const open = token.startsWith("(") ? opened(state, token) : token === "|" ? alternated(state) : state;
  return { ...open, closed: undefined };
};

/**
 * Can the time that the expression takes grow exponentially with a text, or with the third power of its length? A cheap
 * question that errs towards yes: exponential is only what repeats a choice, and the power is at most the number of
 * loops in a row, where the search for the place at which a match begins is one.
 */
export const mayBeSlow = (source: string): boolean => {
  const start: State = { group: { varies: false }, isAnchored: source.startsWith("^"), loops: 0, mostLoops: 0, choices: 0, repeatsChoice: false };
  const { repeatsChoice, mostLoops, isAnchored, choices } = [...source.matchAll(tokens)].reduce(next, start);
  return repeatsChoice || mostLoops + (isAnchored ? 0 : 1) >= 3 || choices >= manyChoices;
};
