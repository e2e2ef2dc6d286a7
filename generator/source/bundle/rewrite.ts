import type { Report } from "../../diagnostics/collector.js";
import { child, type Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import type { FindTarget, Found } from "./find-target.js";
import { hasReferences, kindOfMember, type KindName, kinds } from "./kinds.js";
import type { Origins } from "./origins.js";
import type { Places } from "./places.js";
import { localReference } from "./reference.js";
import { rewriteMapping } from "./rewrite-mapping.js";
import { below, fromOf, type Mount, type Spot, spotOf, toOf } from "./spot.js";

/** A value that has to be rewritten too. */
export interface Task {
  readonly found: Found;
  readonly to: Pointer;
  readonly kind: KindName;
}

/** What is known while a document is bundled. */
export interface Bundling {
  readonly entry: ReadText;
  readonly find: FindTarget;
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
  /** Values that were put in the place of references. */
  inlined: number;
}

/** Bounds what path items, whose callbacks refer to path items whose callbacks …, can stand for. */
const inlineLimit = 2_000_000;

const lookUp = (spot: Spot, reference: string, { find, report }: Bundling): Found | undefined => {
  const found = find(spot.mount.file, fromOf(spot), reference);
  if (found === undefined || !("code" in found)) return found;
  const { code, ...finding } = found;
  report(code, { ...finding, at: { pointer: child(toOf(spot), "$ref") } });
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

const rewriteMembers = (source: SourceObject, spot: Spot, kind: KindName, bundling: Bundling): SourceObject => {
  let copy: Map<string, SourceValue> | undefined;
  for (const [key, member] of source) {
    const kindOfIt = kindOfMember(kind, key);
    if (kindOfIt === "data") continue;
    const rewritten = rewrite(member, below(spot, key), kindOfIt, bundling);
    if (rewritten !== member) copy = (copy ?? new Map(source)).set(key, rewritten);
  }
  return copy ?? source;
};

const rewriteItems = (source: readonly SourceValue[], spot: Spot, kind: KindName, bundling: Bundling): SourceValue => {
  // `items` as a list of schemas stands in old documents
  const kindOfIt = kind === "schema" ? kind : kindOfMember(kind, "0");
  const items = source.map((item, index) => rewrite(item, below(spot, index), kindOfIt, bundling));
  return items.some((item, index) => item !== source[index]) ? items : source;
};

const isReference = (value: SourceValue): boolean => isSourceObject(value) && value.has("$ref");

/** Puts a target where the reference stands. Members beside the reference stay, and win. */
const putInPlace = (source: SourceObject, found: Found, spot: Spot, kind: KindName, bundling: Bundling): SourceValue => {
  const to = toOf(spot);
  const here = { file: spot.mount.file, from: fromOf(spot) };
  bundling.origins.add(to, { file: found.file, from: found.pointer }, here);
  const mount = { file: found.file, from: found.pointer, to, within: spot.mount };
  const value = rewrite(found.value, spotOf(mount), kind, bundling);
  if (source.size === 1 || !isSourceObject(value)) return value;
  const siblings = [...rewriteMembers(source, spot, kind, bundling)].filter(([key]) => key !== "$ref");
  for (const [key] of siblings) bundling.origins.add(child(to, key), { file: here.file, from: child(here.from, key) });
  return new Map([...value, ...siblings]);
};

const mountOf = (found: Found, spot: Spot): Mount | undefined => {
  let mount: Mount | undefined = spot.mount;
  while (mount !== undefined && !(mount.file === found.file && mount.from === found.pointer)) mount = mount.within;
  return mount;
};

const inline = (source: SourceObject, reference: string, spot: Spot, kind: KindName, bundling: Bundling): SourceValue => {
  const found = lookUp(spot, reference, bundling);
  if (found === undefined) return source;
  const around = mountOf(found, spot);
  if (around === undefined && bundling.inlined <= inlineLimit) return putInPlace(source, found, spot, kind, bundling);
  if (around === undefined)
    bundling.report("depth-exceeded", {
      message: `the path items that refer to one another stand for more than ${inlineLimit} values`,
      at: { pointer: child(toOf(spot), "$ref") },
    });
  else bundling.chains.push(toOf(spot));
  // it stands inside itself, as a path item can by its callbacks
  return new Map([...source, ["$ref", localReference(around?.to ?? toOf(spot))]]);
};

const refer = (source: SourceObject, reference: string, spot: Spot, kind: KindName, bundling: Bundling): SourceValue => {
  const found = lookUp(spot, reference, bundling);
  if (found === undefined) return rewriteMembers(source, spot, kind, bundling);
  if (found.file !== bundling.entry && source.size === 1) {
    const isItsPlace = bundling.places.claimed(found, kinds[kind].section ?? "schemas") === toOf(spot);
    if (isItsPlace && mountOf(found, spot) === undefined) return putInPlace(source, found, spot, kind, bundling);
  }
  if (isReference(found.value)) bundling.chains.push(toOf(spot));
  const local = localReference(placeOf(found, kind, bundling));
  const rewritten = rewriteMembers(source, spot, kind, bundling);
  const isLocalAlready = spot.mount.file === bundling.entry && reference === `#${found.pointer}`;
  return local === reference || isLocalAlready ? rewritten : new Map([...rewritten, ["$ref", local]]);
};

/** The value with every reference in it local; the value itself where nothing had to be changed. */
export function rewrite(value: SourceValue, spot: Spot, kind: KindName, bundling: Bundling): SourceValue {
  if (isSourceArray(value)) return rewriteItems(value, spot, kind, bundling);
  if (!isSourceObject(value)) return value;
  if (spot.mount.within !== undefined) bundling.inlined += 1;
  bundling.visited.add(value);
  if (kind === "mapping") return rewriteMapping(value, spot, bundling);
  const reference = kinds[kind].isNamesOnly === true ? undefined : value.get("$ref");
  if (reference === undefined) return rewriteMembers(value, spot, kind, bundling);
  if (typeof reference === "string")
    return hasReferences(kind)
      ? refer(value, reference, spot, kind, bundling)
      : inline(value, reference, spot, kind, bundling);
  bundling.report("ref-not-string", { message: "`$ref` must be a text", at: { pointer: child(toOf(spot), "$ref") } });
  return rewriteMembers(value, spot, kind, bundling);
}
