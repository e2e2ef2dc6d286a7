import { child } from "../pointer.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import { type Bundling, lookUp, placeOf } from "./bundling.js";
import type { Found } from "./find-target.js";
import { hasReferences, kindOfMember, type KindName, kinds } from "./kinds.js";
import { localReference, referenceParts } from "./reference.js";
import { rewriteMapping } from "./rewrite-mapping.js";
import { below, fromOf, type Mount, type Spot, spotOf, toOf } from "./spot.js";

/** Bounds what operations whose callbacks hold references to operations whose callbacks … can stand for, in objects. */
const inlineLimit = 50_000;

/** A section in a file, a path item in another and an operation in a third are no more than thorough. */
const isDeep = ({ mount }: Spot): boolean => mount.within?.within?.within?.within !== undefined;

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

const reportTooMany = (spot: Spot, bundling: Bundling): void => {
  const message = `the operations and path items that refer to one another stand for more than ${inlineLimit} objects`;
  bundling.report("depth-exceeded", { message, at: { pointer: child(toOf(spot), "$ref") } });
  // once is enough, and the stages after this one need not walk through all that
  bundling.inlined = Infinity;
  bundling.isWhole = false;
};

const inline = (source: SourceObject, reference: string, spot: Spot, kind: KindName, bundling: Bundling): SourceValue => {
  const found = bundling.inlined === Infinity ? undefined : lookUp(spot, reference, bundling);
  if (found === undefined) return source;
  const around = mountOf(found, spot);
  if (around !== undefined) {
    // a circle, which is reported when all is in its place
    bundling.chains.push(toOf(spot));
    return new Map([...source, ["$ref", localReference(around.to)]]);
  }
  if (bundling.inlined <= inlineLimit) return putInPlace(source, found, spot, kind, bundling);
  reportTooMany(spot, bundling);
  return source;
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

/** `$dynamicRef` becomes the pointer of what it leads to at first; the name that decides at last is noted (core §8.2.3.2). */
const rewriteDynamic = (source: SourceObject, spot: Spot, bundling: Bundling): SourceObject => {
  const reference = source.get("$dynamicRef");
  if (typeof reference !== "string") return source;
  const found = lookUp(spot, reference, bundling, "$dynamicRef");
  if (found === undefined) return source;
  const { fragment } = referenceParts(reference);
  const isNamed = isSourceObject(found.value) && fragment !== "" && found.value.get("$dynamicAnchor") === fragment;
  if (isNamed) bundling.dynamicNames.set(toOf(spot), fragment);
  return new Map([...source, ["$dynamicRef", localReference(placeOf(found, "schema", bundling))]]);
};

/** The value with every reference in it local; the value itself where nothing had to be changed. */
export function rewrite(value: SourceValue, spot: Spot, kind: KindName, bundling: Bundling): SourceValue {
  if (isSourceArray(value)) return rewriteItems(value, spot, kind, bundling);
  if (!isSourceObject(value)) return value;
  if (isDeep(spot)) bundling.inlined += 1;
  bundling.visited.add(value);
  if (kind === "mapping") return rewriteMapping(value, spot, bundling);
  const source = kind === "schema" ? rewriteDynamic(value, spot, bundling) : value;
  const reference = kinds[kind].isNamesOnly === true ? undefined : source.get("$ref");
  if (reference === undefined) return rewriteMembers(source, spot, kind, bundling);
  if (typeof reference === "string")
    return hasReferences(kind)
      ? refer(source, reference, spot, kind, bundling)
      : inline(source, reference, spot, kind, bundling);
  bundling.report("ref-not-string", { message: "`$ref` must be a text", at: { pointer: child(toOf(spot), "$ref") } });
  return rewriteMembers(source, spot, kind, bundling);
}
