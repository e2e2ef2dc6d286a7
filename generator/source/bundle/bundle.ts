import type { Report } from "../../diagnostics/collector.js";
import type { DynamicScopes } from "../dynamic-scopes.js";
import type { Pointer } from "../pointer.js";
import type { FileReader } from "../read-file.js";
import type { ReadText } from "../read-text.js";
import type { SourceHost } from "../source-host.js";
import { isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import type { Bundling, Task } from "./bundling.js";
import { bundleDynamic } from "./bundle-dynamic.js";
import { claimComponents } from "./claim-components.js";
import { createDialects } from "./dialects.js";
import { createReferences } from "./find-target.js";
import type { Origins } from "./origins.js";
import { createPlaces } from "./places.js";
import { replaceAt } from "./replace-at.js";
import { rewrite } from "./rewrite.js";
import { spotOf } from "./spot.js";

export interface BundleOptions {
  readonly entry: ReadText;
  readonly root: SourceObject;
  readonly host: SourceHost;
  readonly reader: FileReader;
  readonly origins: Origins;
  readonly report: Report;
}

export interface Bundled {
  readonly root: SourceObject;
  /** Where references to references stand. */
  readonly chains: readonly Pointer[];
  /** All that is referred to could be read and put in its place. */
  readonly isWhole: boolean;
  readonly dynamic: DynamicScopes;
  readonly ignoredAt: (pointer: Pointer) => ReadonlySet<string>;
}

const perform = ({ found, to, kind }: Task, bundling: Bundling): SourceValue =>
  rewrite(found.value, spotOf({ file: found.file, from: found.pointer, to, within: undefined }), kind, bundling);

/** Fills the places of targets in other files. They are served in order, so that the entry's own get the first names. */
const fillPlaces = (bundling: Bundling): void => {
  for (let task = bundling.queue.shift(); task !== undefined; task = bundling.queue.shift())
    bundling.places.fill(task.to, perform(task, bundling));
};

/** Rewrites the targets in the entry that were not met on the way through it, and then what they lead to. */
const visitTargets = (root: SourceObject, bundling: Bundling): SourceValue => {
  let result: SourceValue = root;
  // the targets that are found meanwhile are visited too
  for (const task of bundling.targets.values()) {
    const { value } = task.found;
    if (!isSourceObject(value) || bundling.visited.has(value)) continue;
    const rewritten = perform(task, bundling);
    fillPlaces(bundling);
    if (rewritten !== value) result = replaceAt(result, task.to, rewritten);
  }
  return result;
};

/**
 * One document out of all files that the entry reaches: what stands elsewhere is copied once into `components`, path items
 * are put in place, and every `$ref` becomes local. Recursion stays a reference.
 */
export const bundle = ({ entry, root, host, reader, origins, report }: BundleOptions): Bundled => {
  const references = createReferences(entry, host, reader);
  const places = createPlaces();
  const bundling: Bundling = {
    ...{ entry, references, places, origins, report, queue: [], targets: new Map(), visited: new Set(), chains: [] },
    ...{ dynamicNames: new Map<Pointer, string>(), inlined: 0, unresolved: 0, isWhole: true },
  };
  origins.add("", { file: entry, from: "" });
  claimComponents(entry, root, references, places);
  const rewritten = rewrite(root, spotOf({ file: entry, from: "", to: "", within: undefined }), "document", bundling);
  fillPlaces(bundling);
  let bundled = visitTargets(isSourceObject(rewritten) ? rewritten : root, bundling);
  const dynamic = bundleDynamic(bundling, () => {
    fillPlaces(bundling);
    bundled = isSourceObject(bundled) ? visitTargets(bundled, bundling) : bundled;
  });
  const { chains, isWhole } = bundling;
  const ignoredAt = createDialects(references, origins);
  return { root: isSourceObject(bundled) ? places.addTo(bundled) : root, chains, isWhole, dynamic, ignoredAt };
};
