import type { SurfaceOperation } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { callers, more, same } from "./kind.js";

/** Changes of operations as a whole. */
export const operationKinds = {
  "operation-added": { title: "An operation is new", verdict: more("Programs that do not know the operation go on as before.") },
  "operation-removed": { title: "An operation is gone", verdict: callers("The function is gone, and with it its types: programs that import them no longer compile.") },
  "operation-renamed": { title: "An operation has another name", verdict: callers("The method and the path are the same, but the function and its types have other names: programs that import the old ones no longer compile.") },
  "operation-moved": { title: "An operation has another method or path", verdict: more("The function has its name still, and sends the request to the new place.") },
  "operation-deprecated": { title: "An operation is deprecated", verdict: more("A deprecated operation works as it did; editors strike it through.") },
  "operation-revived": { title: "An operation is not deprecated any more", verdict: same("Nothing but the mark is gone.") },
} as const satisfies Record<string, ChangeKind>;

const addressOf = ({ method, path }: SurfaceOperation): string => `${method.toUpperCase()} ${path}`;

/** Names of path parameters tell nothing of the path. */
const placeOf = (operation: SurfaceOperation): string => addressOf(operation).replace(/\{[^}]*\}/g, "{}");

/** The operations of both versions that are one and the same: by name, or else by method and path. */
export const pairedOperations = ({ old, new: now }: Pick<Comparing, "old" | "new">) => {
  const byName = matched(old.operations, now.operations, ({ name }) => name);
  const byPlace = matched(byName.removed, byName.added, placeOf);
  return { same: byName.both, renamed: byPlace.both, removed: byPlace.removed, added: byPlace.added };
};

export const compareOperations = (comparing: Comparing): readonly Found[] => {
  const { same: kept, renamed, removed, added } = pairedOperations(comparing);
  return [
    ...removed.map((one): Found => ({ code: "operation-removed", subject: one.name, detail: addressOf(one), before: { pointer: one.at }, names: one.names })),
    ...added.map((one): Found => ({ code: "operation-added", subject: one.name, detail: addressOf(one), after: { pointer: one.at }, names: one.names })),
    ...renamed.map(([old, now]): Found => ({
      code: "operation-renamed",
      subject: now.name,
      detail: changed(old.name, now.name),
      before: { pointer: old.at },
      after: { pointer: now.at },
      names: [...old.names, ...now.names],
    })),
    ...kept
      .filter(([old, now]) => placeOf(old) !== placeOf(now))
      .map(([old, now]): Found => ({ code: "operation-moved", subject: now.name, detail: changed(addressOf(old), addressOf(now)), before: { pointer: old.at }, after: { pointer: now.at } })),
    ...[...kept, ...renamed]
      .filter(([old, now]) => old.deprecated !== now.deprecated)
      .map(([old, now]): Found => ({ code: now.deprecated === true ? "operation-deprecated" : "operation-revived", subject: now.name, detail: addressOf(now), before: { pointer: old.at }, after: { pointer: now.at } })),
  ];
};
