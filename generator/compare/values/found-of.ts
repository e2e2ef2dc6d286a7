import type { Found, Pair } from "../comparing.js";
import type { ChangeCode } from "../registry.js";

/** A finding about a value as a whole. */
export const foundOf = ({ subject, directions, beforeAt, afterAt }: Pair, code: ChangeCode, detail: string): Found => ({
  code,
  subject,
  detail,
  directions,
  before: { pointer: beforeAt },
  after: { pointer: afterAt },
});
