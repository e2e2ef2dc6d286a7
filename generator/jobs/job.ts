import type { Checked } from "../check-package.js";
import type { Targets, TargetOptions } from "../config/targets.js";
import type { Made, MakeSettings } from "../make-package.js";
import type { StageEvent } from "../progress/stage.js";

/** What a thread is started with. */
export interface JobData {
  /** It reads the configuration itself: functions in it cannot be handed over. */
  readonly options: TargetOptions;
  /** What the configuration says of `strict` comes on top. */
  readonly settings: MakeSettings;
  /** Are there others, so that it should do with one thread? */
  readonly isOneOfMany: boolean;
}

/** To a thread, one at a time. */
export type JobRequest = { readonly kind: "find" } | { readonly kind: "make"; readonly name: string } | { readonly kind: "check"; readonly name: string; readonly revision: string | undefined };

/** From a thread: stages of what it does, then the answer. */
export type JobAnswer =
  | { readonly kind: "stages"; readonly events: readonly StageEvent[] }
  | { readonly kind: "found"; readonly found: Targets }
  | { readonly kind: "made"; readonly made: Made }
  | { readonly kind: "checked"; readonly checked: Checked }
  | { readonly kind: "failed"; readonly message: string; readonly stack: string | undefined };
