/** changed: something that packages are made of. touched: something that was made, by others or by the watch itself. */
export type Change = "changed" | "touched";

/** Changes that come close together are one run, and those that come during a run are one more. */
export type Burst =
  | { readonly kind: "idle" }
  /** Since the first of the changes of this kind, in milliseconds. */
  | { readonly kind: "waiting"; readonly since: number; readonly change: Change }
  | { readonly kind: "running"; readonly next: Change | undefined };

export type BurstEvent = Change | "quiet" | "done";

/** What follows: a run, or `quiet` after so many milliseconds unless something else happens before. */
export interface Step {
  readonly burst: Burst;
  readonly wait?: number;
  readonly run?: true;
}

/**
 * Milliseconds without a change after which a burst is over, and after which a run begins although changes go on. Editors write a file in
 * several steps. Who deletes a package or switches to another branch needs longer, and would be disturbed by what comes back meanwhile.
 */
export const paces = { changed: { quiet: 50, longest: 1000 }, touched: { quiet: 300, longest: 5000 } } as const;

const sooner = (left: Change | undefined, right: Change): Change => (left === "changed" ? left : right);

const waiting = (since: number, change: Change, now: number): Step => {
  const { quiet, longest } = paces[change];
  return { burst: { kind: "waiting", since, change }, wait: Math.max(0, Math.min(quiet, since + longest - now)) };
};

const waitingLonger = (burst: Extract<Burst, { kind: "waiting" }>, event: Change, now: number): Step => {
  const change = sooner(burst.change, event);
  return waiting(change === burst.change ? burst.since : now, change, now);
};

export const stepOf = (burst: Burst, event: BurstEvent, now: number): Step => {
  switch (event) {
    case "changed":
    case "touched":
      if (burst.kind === "running") return { burst: { kind: "running", next: sooner(burst.next, event) } };
      return burst.kind === "waiting" ? waitingLonger(burst, event, now) : waiting(now, event, now);
    case "quiet":
      return burst.kind === "waiting" ? { burst: { kind: "running", next: undefined }, run: true } : { burst };
    case "done":
      if (burst.kind !== "running") return { burst };
      return burst.next === undefined ? { burst: { kind: "idle" } } : waiting(now, burst.next, now);
  }
};
