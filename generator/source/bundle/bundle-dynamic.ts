import { type DynamicScope, type DynamicScopes, noDynamicScopes } from "../dynamic-scopes.js";
import type { Pointer } from "../pointer.js";
import { valueAt } from "../resolve.js";
import { type Bundling, placeOf } from "./bundling.js";
import type { Resource } from "./resources.js";

const targetsOf = ({ file, dynamicAnchors }: Resource, names: ReadonlySet<string>, bundling: Bundling): ReadonlyMap<string, Pointer> =>
  new Map(
    [...dynamicAnchors]
      .filter(([name]) => names.has(name))
      .map(([name, pointer]) => [name, placeOf({ file, pointer, value: valueAt(file.value, pointer) ?? null }, "schema", bundling)]),
  );

/**
 * Gives a place to every schema that a `$dynamicRef` may lead to, and says which one it is. `fill` works off what was
 * found meanwhile, which may be more files and more such references.
 */
export const bundleDynamic = (bundling: Bundling, fill: () => void): DynamicScopes => {
  const { dynamicNames, references, origins } = bundling;
  if (dynamicNames.size === 0) return noDynamicScopes;
  const targets = new Map<Resource, ReadonlyMap<string, Pointer>>();
  for (let before = -1; before !== targets.size + dynamicNames.size; ) {
    before = targets.size + dynamicNames.size;
    const names = new Set(dynamicNames.values());
    for (const resource of references.resources()) targets.set(resource, targetsOf(resource, names, bundling));
    fill();
  }
  const entered = (pointer: Pointer, outer: DynamicScope): DynamicScope => {
    const origin = origins.originOf(pointer);
    const resource = origin === undefined ? undefined : references.resourceAt(origin.file, origin.from);
    const own = (resource === undefined ? undefined : targets.get(resource)) ?? new Map<string, Pointer>();
    const added = [...own].filter(([name]) => !outer.targets.has(name));
    if (added.length === 0) return outer;
    const all = [...outer.targets, ...added].sort(([left], [right]) => (left < right ? -1 : 1));
    return { key: JSON.stringify(all), targets: new Map(all) };
  };
  return { nameAt: (pointer) => dynamicNames.get(pointer), entered };
};
