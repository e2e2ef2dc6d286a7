import type { Report } from "../../diagnostics/collector.js";
import { child, type Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import type { SourceValue } from "../value.js";
import type { Found, References } from "./find-target.js";
import { type KindName, kinds } from "./kinds.js";
import type { Origins } from "./origins.js";
import type { Places } from "./places.js";
import { fromOf, type Spot, toOf } from "./spot.js";

/** A value that has to be rewritten too. */
export interface Task {
  readonly found: Found;
  readonly to: Pointer;
  readonly kind: KindName;
}

/** What is known while a document is bundled. */
export interface Bundling {
  readonly entry: ReadText;
  readonly references: References;
  readonly places: Places;
  readonly origins: Origins;
  readonly report: Report;
  /** Targets in other files that got a place and wait to be filled in. */
  readonly queue: Task[];
  /** Targets in the entry. Those that stand where OpenAPI has nothing, such as `/definitions/Pet`, are not met otherwise. */
  readonly targets: Map<string, Task>;
  readonly visited: Set<SourceValue>;
  /** References to references, in the bundle. */
  readonly chains: Pointer[];
  /** The names that `$dynamicRef`s look for, by the pointers of these in the bundle. */
  readonly dynamicNames: Map<Pointer, string>;
  /** Objects that were put in the place of references. */
  inlined: number;
  /** All that is referred to could be read and put in its place. */
  isWhole: boolean;
}

/** What the reference at a spot leads to; what is wrong with it is reported. */
export const lookUp = (spot: Spot, reference: string, bundling: Bundling, keyword = "$ref"): Found | undefined => {
  const found = bundling.references.find(spot.mount.file, fromOf(spot), reference);
  bundling.isWhole &&= found !== undefined;
  if (found === undefined || !("code" in found)) return found;
  const { code, ...finding } = found;
  bundling.report(code, { ...finding, at: { pointer: child(toOf(spot), keyword) } });
  return undefined;
};

/** The pointer in the bundle under which a target stands, or will. */
export const placeOf = (found: Found, kind: KindName, bundling: Bundling): Pointer => {
  if (found.file === bundling.entry) {
    bundling.targets.set(`${kind} ${found.pointer}`, { found, to: found.pointer, kind });
    return found.pointer;
  }
  const { pointer, isNew } = bundling.places.of(found, kinds[kind].section ?? "schemas");
  if (isNew) {
    bundling.origins.add(pointer, { file: found.file, from: found.pointer });
    bundling.queue.push({ found, to: pointer, kind });
  }
  return pointer;
};
