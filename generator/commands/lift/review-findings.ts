import type { LiftedAction } from "../../lift/express/action-of.js";
import { beginReview, type Decision, nextReview, type Review } from "../../lift/review/review.js";
import type { Changes } from "../../lift/overlay/write-overlay.js";
import type { ExitCode, Terminal } from "../options.js";
import { type LiftRun, placeText } from "./lift-run.js";
import { stepOf } from "./review-keys.js";
import { outcomeText, promptText, questionText, saysText, summaryText } from "./review-screen.js";
import { overlayAfter, writeOverlayFile } from "./save-overlay.js";

const chosen = (action: LiftedAction, reading: number): LiftedAction => {
  const other = reading === 0 ? undefined : action.others[reading - 1];
  return other === undefined ? action : { ...action, chosen: other };
};

/** What the overlay is to hold after decisions. */
const changesOf = (actions: readonly LiftedAction[], decisions: readonly (Decision | undefined)[], { reconciled }: LiftRun): Changes => ({
  added: actions.flatMap((action, index) => {
    const decision = decisions[index];
    return decision?.verdict === "accepted" ? [chosen(action, decision.reading)] : [];
  }),
  known: reconciled.known,
  rejected: actions.flatMap(({ target, statement }, index) => (decisions[index]?.verdict === "rejected" ? [{ target, statement }] : [])),
});

/** The finding that a step decided about, and what became of it. */
const shownOutcome = (before: Review, after: Review): string => {
  if (after.before === before) return outcomeText(after.decisions[before.at]);
  return after.at < before.at ? "undone" : "";
};

const ask = async (run: LiftRun, out: string, terminal: Terminal): Promise<{ readonly review: Review; readonly isSaved: boolean }> => {
  const { lifted, reconciled, streams, before } = run;
  const actions = reconciled.added;
  const shown = { color: streams.outColor, placeText: (evidence: Parameters<typeof placeText>[1]) => placeText(lifted, evidence) };
  let review = beginReview(actions.map(({ others }) => 1 + others.length));
  let saved: ReturnType<typeof overlayAfter> = before?.file.text;
  const question = (): void => {
    const action = actions[review.at];
    if (!review.isOver) streams.out(action === undefined ? `\n${promptText(action)}` : questionText(action, review.at, actions.length, shown));
  };
  question();
  while (!review.isOver) {
    const key = await terminal.key();
    const next = nextReview(review, key === undefined ? { kind: "quit" } : stepOf(key));
    const text = overlayAfter(run, out, changesOf(actions, next.decisions, run));
    // at once: whatever ends this, nothing that was decided is lost
    if (next.decisions !== review.decisions && text !== saved) {
      if (!writeOverlayFile(out, text, run)) return { review, isSaved: false };
      saved = text;
    }
    streams.out(next.says === undefined ? `${shownOutcome(review, next)}\n` : `${saysText(next.says)}${promptText(actions[next.at])}`);
    const isElsewhere = next.at !== review.at;
    review = next;
    if (isElsewhere) question();
  }
  return { review, isSaved: true };
};

/** Asks a person about each finding that is new; what is decided goes to the overlay at once. */
export const reviewFindings = async (run: LiftRun, out: string, open: () => Terminal): Promise<ExitCode> => {
  const terminal = open();
  try {
    const { review, isSaved } = await ask(run, out, terminal);
    run.streams.out(summaryText(review.decisions, `openapi-sieve lift ${run.input} --out ${out} --interactive`));
    return isSaved ? 0 : 1;
  } finally {
    terminal.close();
  }
};
