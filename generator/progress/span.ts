import type { Stage, StageEvent } from "./stage.js";

/** From when to when a stage took, in microseconds. */
export interface Span {
  readonly api: string;
  readonly stage: Stage;
  readonly piece?: string;
  readonly thread: number;
  readonly begin: number;
  readonly end: number;
}

const keyOf = ({ api, stage, piece, thread }: StageEvent): string => JSON.stringify([api, stage, piece, thread]);

/** In the order in which they begin. What has no end, since something broke, ends with the last thing that happened. */
export const spansOf = (events: readonly StageEvent[]): readonly Span[] => {
  const last = events.reduce((latest, { time }) => Math.max(latest, time), 0);
  const open = new Map<string, StageEvent[]>();
  const spans: Span[] = [];
  const close = ({ phase: _, time, ...what }: StageEvent, end: number): void => void spans.push({ ...what, begin: time, end });
  for (const event of events) {
    const begun = open.get(keyOf(event)) ?? [];
    open.set(keyOf(event), begun);
    if (event.phase === "begin") begun.push(event);
    else {
      const first = begun.pop();
      if (first !== undefined) close(first, event.time);
    }
  }
  for (const begun of open.values()) for (const event of begun) close(event, last);
  return spans.sort((left, right) => left.begin - right.begin || right.end - left.end);
};
