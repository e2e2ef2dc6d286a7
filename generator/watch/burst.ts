/** Changes that come close together are one run, and those that come during a run are one more. */
export type Burst =
  | { readonly kind: "idle" }
  /** Since the first of the changes, in milliseconds. */
  | { readonly kind: "waiting"; readonly since: number }
  | { readonly kind: "running"; readonly isChanged: boolean };

export type BurstEvent = "changed" | "quiet" | "done";

/** What follows: a run, or `quiet` after so many milliseconds unless something else happens before. */
export interface Step {
  readonly burst: Burst;
  readonly wait?: number;
  readonly run?: true;
}

/** Milliseconds without a change after which a burst is over: editors write a file in several steps. */
export const quietTime = 50;

/** Milliseconds after which a run begins although changes go on. */
export const longestBurst = 1000;

const waiting = (since: number, now: number): Step => ({
  burst: { kind: "waiting", since },
  wait: Math.max(0, Math.min(quietTime, since + longestBurst - now)),
});

export const stepOf = (burst: Burst, event: BurstEvent, now: number): Step => {
  switch (event) {
    case "changed":
      if (burst.kind === "running") return { burst: { kind: "running", isChanged: true } };
      return waiting(burst.kind === "waiting" ? burst.since : now, now);
    case "quiet":
      return burst.kind === "waiting" ? { burst: { kind: "running", isChanged: false }, run: true } : { burst };
    case "done":
      if (burst.kind !== "running") return { burst };
      return burst.isChanged ? waiting(now, now) : { burst: { kind: "idle" } };
  }
};
