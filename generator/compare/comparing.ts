import type { Direction } from "../model/directions.js";
import type { Pointer } from "../source/pointer.js";
import type { Shape } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";
import { groupedBy } from "../source/grouped-by.js";
import type { Finding } from "./change.js";
import type { ChangeCode } from "./registry.js";
import type { IsWithin } from "./shapes/is-within.js";
import type { World } from "./shapes/world.js";

export type Found = Finding<ChangeCode>;

/** Two versions of a value, with where they stand and which way they go. */
export interface Pair {
  /** `Pet.name`, `listPets 200` */
  readonly subject: string;
  readonly directions: readonly Direction[];
  readonly before: readonly Shape[];
  readonly after: readonly Shape[];
  readonly beforeAt: Pointer;
  readonly afterAt: Pointer;
}

/** What all families of changes share. */
export interface Comparing {
  readonly old: Surface;
  readonly new: Surface;
  readonly oldWorld: World;
  readonly newWorld: World;
  /** Is every value of the old shape one of the new? */
  readonly staysRight: IsWithin;
  /** Is every value of the new shape one of the old? */
  readonly staysKnown: IsWithin;
  /** The new id of an old schema that only has another name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Does the finding break those who send, or those who read? */
  readonly breaks: (found: Found, direction: Direction) => boolean;
  readonly compareValues: (pair: Pair) => readonly Found[];
}

/** The items of two lists that belong together by a key, and those that only one of them has; of several with one key, the first and the first, and so on. */
export const matched = <Item>(
  old: readonly Item[],
  now: readonly Item[],
  key: (item: Item) => string,
): { readonly both: readonly (readonly [Item, Item])[]; readonly removed: readonly Item[]; readonly added: readonly Item[] } => {
  const [before, after] = [groupedBy(old, key), groupedBy(now, key)];
  const others = (items: readonly Item[], than: readonly Item[] = []): readonly Item[] => items.slice(than.length);
  return {
    both: [...before].flatMap(([name, items]) => {
      const there = after.get(name) ?? [];
      return items.flatMap((item, index) => {
        const other = there[index];
        return other === undefined ? [] : [[item, other] as const];
      });
    }),
    removed: [...before].flatMap(([name, items]) => others(items, after.get(name))),
    added: [...after].flatMap(([name, items]) => others(items, before.get(name))),
  };
};

export const changed = (before: string, after: string): string => `${before} → ${after}`;
