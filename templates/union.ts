import { add, type Issue, type Path, type Sink } from "./issue.js";

/** Reports what keeps the value from one form of a union; true where it is told to stop. */
export type Branch = (sink: Sink) => boolean;

interface Heard {
  readonly branch: Branch;
  readonly issues: readonly Issue[];
  /** What says that another form is meant. */
  readonly misfit: Issue | undefined;
  /** The smaller, the closer. */
  readonly distance: number;
}

/** What is tried out ends after so many issues: it is far from the value, however many there are. */
const patience = 8;

/** So many branches of unions inside of a branch are tried, all together: no nesting multiplies the work. */
const innerTrials = 32;

const shown = 4;

/** 2 for a value of another type, 1 for another value at the place itself or at a mark, 0 for what does not tell forms apart. */
const weight = ({ code, path }: Issue, depth: number, marks: readonly string[]): number => {
  const below = path.length - depth;
  if (below === 0) return code === "type" ? 2 : /^(?:enum|const|anyOf|oneOf)$/.test(code) ? 1 : 0;
  if (below === 1 && code === "discriminator") return 1;
  return below === 1 && /^(?:enum|const)$/.test(code) && marks.includes(String(path[depth])) ? 1 : 0;
};

/** Few issues are close, and deep ones closer. Among forms that are not meant, none is closer for having less to say. */
const distanceOf = (issues: readonly Issue[], misfit: number): number =>
  misfit > 0 ? misfit * 2 * patience : issues.length + 1 / Math.max(...issues.map(({ path }) => path.length + 1));

const hear = (branch: Branch, trial: Pick<Sink, "messages" | "trials">, depth: number, marks: readonly string[]): Heard => {
  const issues: Issue[] = [];
  branch({
    ...trial,
    issues,
    get abortEarly() {
      return issues.length >= patience;
    },
  });
  const weights = issues.map((issue) => weight(issue, depth, marks));
  const heaviest = Math.max(0, ...weights);
  return {
    branch,
    issues,
    misfit: heaviest > 0 ? issues[weights.indexOf(heaviest)] : undefined,
    distance: distanceOf(issues, heaviest),
  };
};

/** The branches that the value is closest to. */
const closestOf = (sink: Sink, depth: number, marks: readonly string[], branches: readonly Branch[]): readonly Heard[] => {
  const trials = sink.trials ?? { left: innerTrials };
  if (sink.trials && (trials.left -= branches.length) < 0) return [];
  const trial = { messages: sink.messages, trials };
  const heard = branches.map((branch) => hear(branch, trial, depth, marks)).filter(({ issues }) => issues.length > 0);
  const least = Math.min(...heard.map(({ distance }) => distance));
  return heard.filter(({ distance }) => distance === least);
};

/** kind must be "cat" */
const sentenceOf = ({ misfit, issues }: Heard, depth: number): string => {
  const issue = misfit ?? issues[0];
  if (issue === undefined || issue.code === "not") return "";
  const place = issue.path.slice(depth).join(".");
  return place === "" ? issue.message : `${place}${/Of$/.test(issue.code) ? ":" : ""} ${issue.message}`;
};

/** ['kind must be "cat"', 'kind must be "dog"'] ~> 'kind must be "cat" or "dog"'; undefined where they begin in other ways */
const joined = (problems: readonly string[]): string | undefined => {
  const start = /^.*?must be /.exec(problems[0] ?? "")?.[0];
  if (start === undefined || !problems.every((problem) => problem.startsWith(start))) return undefined;
  // a union inside of one can name what is named already
  return start + [...new Set(problems.flatMap((problem) => problem.slice(start.length).split(" or ")))].join(" or ");
};

const distinct = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

/** Adds the issues of the form that is meant, or one issue where none is or where it could be any of several. */
const explain = (
  sink: Sink,
  path: Path,
  marks: readonly string[],
  branches: readonly Branch[],
  code: "anyOf" | "oneOf",
  form: string,
  telling: readonly string[],
): boolean => {
  const depth = path.length;
  const closest = distinct(closestOf(sink, depth, marks, branches), ({ issues }) => JSON.stringify(issues));
  const before = sink.issues.length;
  const sentences = distinct(closest.map((one) => sentenceOf(one, depth)), String);
  const problems = sentences.filter((sentence) => sentence !== "");
  if (closest.length === 1 && problems.length === 1) {
    const stop = closest[0]?.branch(sink) === true;
    // none is added where the value answers otherwise by now
    if (sink.issues.length > before) return stop;
  }
  const some = problems.slice(0, shown);
  const misfits = distinct(closest.flatMap(({ misfit }) => misfit?.path.slice(depth).map(String) ?? []), String);
  const isMeant = closest.some(({ misfit }) => misfit !== undefined);
  const fields = isMeant ? misfits : telling;
  // what a union inside of a branch says is only a part of a sentence
  const listed = some.length > 0 && !sink.trials ? `${form}: ${some.join(", or ")}` : form;
  const message = (sentences.length === some.length ? joined(some) : undefined) ?? listed;
  const details = { ...(code === "oneOf" && { matches: 0 }), problems: some, ...(fields.length > 0 && { fields }) };
  return add(sink, code, path, message, details);
};

/** `marks` are the fields by whose values the branches differ, `telling` those that tell by being there which one is meant. */
export const failAnyOf = (
  sink: Sink,
  path: Path,
  marks: readonly string[],
  branches: readonly Branch[],
  telling: readonly string[] = [],
): boolean => explain(sink, path, marks, branches, "anyOf", "must match at least one of the allowed forms", telling);

export const failOneOf = (
  sink: Sink,
  path: Path,
  matches: number,
  marks: readonly string[],
  branches: readonly Branch[],
  telling: readonly string[] = [],
): boolean => {
  const form = "must match exactly one of the allowed forms";
  const fields = telling.length > 0 && { fields: telling };
  return matches > 0
    ? add(sink, "oneOf", path, `${form}, but matches ${matches}`, { matches, problems: [], ...fields })
    : explain(sink, path, marks, branches, "oneOf", form, telling);
};
