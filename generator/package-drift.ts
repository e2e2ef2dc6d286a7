import path from "node:path";
import { bumpOf } from "./compare/bump.js";
import type { Change } from "./compare/change.js";
import { compareSurfaces } from "./compare/compare-surfaces.js";
import { placeChanges } from "./compare/place-changes.js";
import type { Target } from "./config/targets.js";
import type { Drift, FileDrift, Meaning, PlacedChange } from "./drift/drift.js";
import type { Locate } from "./diagnostics/render.js";
import { displayPath } from "./file-host.js";
import type { GenerateResult } from "./generate.js";
import { openRevision, textAt } from "./git-revision.js";
import { isUrl } from "./config/input-problem.js";
import type { Pointer } from "./source/pointer.js";
import { parseSurface } from "./surface/parse-surface.js";
import type { Surface } from "./surface/surface.js";
import { surfaceFile } from "./surface/surface-file.js";
import { isAlive } from "./write/lock-owner.js";
import { lookAtFolder } from "./write/look-at-folder.js";
import { type Notice, noticesOf } from "./write/notices.js";
import { textIn } from "./write/text-in.js";

const unknown = (reason: string): Meaning => ({ kind: "unknown", reason });

/** The pointer itself, and then what it stands in: "/a/b" ~> "/a/b", "/a", "" */
const outwards = (pointer: Pointer): readonly Pointer[] => {
  const parts = pointer.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
};

/** With where a change is best shown in the description as it is now: at its place, or where something was taken out of. */
const placed = (change: Change, locate: Locate): PlacedChange => {
  const pointers = outwards(change.after?.pointer ?? change.before?.pointer ?? "");
  // the description as a whole is no place
  const place = pointers.flatMap((pointer) => (pointer === "" ? [] : (locate({ pointer, part: "key" }) ?? locate({ pointer }) ?? []))).at(0);
  return place === undefined ? change : { ...change, at: place };
};

const meaningBetween = (before: string | undefined, after: Surface, locate: Locate, where: string): Meaning => {
  if (before === undefined) return unknown(`there is no ${where}, which older versions did not write, so that only texts are compared`);
  const read = parseSurface(before);
  if ("problem" in read) return unknown(`${where} ${read.problem}, so that only texts are compared`);
  const changes = placeChanges(compareSurfaces(read, after), { after: locate }).map((change) => placed(change, locate));
  return { kind: "known", changes, bump: bumpOf(changes) ?? "none" };
};

const sinceRevision = (name: string, target: Target, after: Surface, locate: Locate, cwd: string): Meaning => {
  const revision = openRevision(name, cwd);
  if ("problem" in revision) return unknown(revision.problem);
  return meaningBetween(textAt(revision, path.join(target.out, surfaceFile), cwd), after, locate, `${displayPath(target.out, cwd)}/${surfaceFile} in it`);
};

/** A package's drift, and what somebody should know of files that are none of it. */
export interface PackageDrift {
  readonly drift: Drift;
  readonly notices: readonly Notice[];
  /** Did a run end while it wrote the package? */
  readonly isInterrupted: boolean;
}

/** How one package differs from what its description gives; nothing is written. Of an earlier revision, only what it means is told. */
export const driftOf = async (target: Target, result: GenerateResult, cwd: string, revision: string | undefined): Promise<PackageDrift> => {
  const input = isUrl(target.input) ? target.input : displayPath(target.input, cwd);
  const out = displayPath(target.out, cwd);
  const own = { name: target.name, input, out };
  const after = result.files.find((file) => file.path === surfaceFile);
  const surface = after === undefined ? undefined : parseSurface(after.text);
  if (surface === undefined || "problem" in surface) return { drift: { ...own, status: "failed", meaning: unknown("the description has errors"), files: [] }, notices: [], isInterrupted: false };
  const { comparison, isInterrupted } = await lookAtFolder(target.out, result.files, isAlive);
  const files = comparison.changes.map((file): FileDrift => (comparison.foreign.includes(file.path) ? { ...file, kind: "foreign" } : file));
  const meaning = meaningBetween(textIn(path.join(target.out, surfaceFile)), surface, result.locate, `${out}/${surfaceFile}`);
  const drift: Drift = {
    ...own,
    ...{ status: files.length === 0 ? "same" : "drift", meaning, files },
    ...(revision === undefined ? {} : { since: { revision, meaning: sinceRevision(revision, target, surface, result.locate, cwd) } }),
  };
  return { drift, notices: noticesOf({ ...comparison, changes: [] }), isInterrupted };
};
