import type { Report } from "../../diagnostics/collector.js";
import { child, type Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import type { SourceValue } from "../value.js";
import type { Found, References } from "./find-target.js";
import { type KindName, kinds } from "./kinds.js";
import type { Origins } from "./origins.js";
import type { Places } from "./places.js";
import type { Problem } from "./problem.js";
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
  /** References that lead nowhere. */
  unresolved: number;
  /** All that is referred to could be read and put in its place. */
  isWhole: boolean;
}

/** References that lead nowhere for which a better name is looked for. */
const mostSuggestions = 20;

/** References that lead nowhere that are told. With more of them, nothing is worth saying about the rest of a document. */
const mostUnresolved = 1_000;

const hintOf = ({ hint, meant }: Problem, { unresolved }: Bundling): string | undefined => {
  if (hint !== undefined || unresolved > mostSuggestions) return hint;
  const near = meant?.();
  return near === undefined ? undefined : `did you mean ${JSON.stringify(near)}?`;
};

const reportUnresolved = (spot: Spot, keyword: string, problem: Problem, bundling: Bundling): void => {
  bundling.unresolved += 1;
  bundling.isWhole &&= bundling.unresolved <= mostUnresolved;
  if (bundling.unresolved > mostUnresolved) return;
  const hint = hintOf(problem, bundling);
  const { code, message } = problem;
  bundling.report(code, { message, at: { pointer: child(toOf(spot), keyword) }, ...(hint !== undefined && { hint }) });
};

/** What the reference at a spot leads to; what is wrong with it is reported. */
export const lookUp = (spot: Spot, reference: string, bundling: Bundling, keyword = "$ref"): Found | undefined => {
  if (bundling.unresolved > mostUnresolved) return undefined;
  const found = bundling.references.find(spot.mount.file, fromOf(spot), reference);
  bundling.isWhole &&= found !== undefined;
  if (found === undefined || !("code" in found)) return found;
  reportUnresolved(spot, keyword, found, bundling);
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
