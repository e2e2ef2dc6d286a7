import type { Comparing, Pair } from "../comparing.js";
import { refsOf } from "../shapes/refs-of.js";

interface SharedRefs {
  readonly old: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/** Named schemas that both sides hold to: what changes in them is told of them. */
export const sharedRefs = ({ before, after }: Pair, { renamed }: Pick<Comparing, "renamed">): SharedRefs => {
  const now = new Set(refsOf(after));
  const shared = refsOf(before).filter((id) => now.has(renamed.get(id) ?? id));
  return { old: new Set(shared), now: new Set(shared.map((id) => renamed.get(id) ?? id)) };
};
