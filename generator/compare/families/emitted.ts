import type { SurfaceModule } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { callers, more } from "./kind.js";

/** Changes of what emitters of the configuration add. */
export const emittedKinds = {
  "module-added": { title: "An emitter's module is new", verdict: more("Programs that do not know the module go on as before.") },
  "module-removed": { title: "An emitter's module is gone", verdict: callers("Programs that import from the module no longer compile.") },
  "export-added": { title: "An emitter's export is new", verdict: more("Programs that do not know the name go on as before.") },
  "export-removed": { title: "An emitter's export is gone", verdict: callers("Programs that import the name no longer compile.") },
  "export-changed": { title: "An emitter's export is a value no more, or a type no more", verdict: callers("Programs that use the name as what it was no longer compile.") },
} as const satisfies Record<string, ChangeKind>;

/** The index is always there. */
const index: SurfaceModule = { subpath: ".", values: [], types: [] };

const withIndex = (modules: readonly SurfaceModule[]): readonly SurfaceModule[] => (modules.some(({ subpath }) => subpath === ".") ? modules : [index, ...modules]);

const exportsOf = ({ values, types }: SurfaceModule): readonly string[] => [...values, ...types];

/** "./msw handlers"; names of the index stand for themselves. */
const subjectOf = (subpath: string, name: string): string => (subpath === "." ? name : `${subpath} ${name}`);

// what emitters add stands nowhere in the description
const nowhere = { pointer: "" };

const compareModule = (old: SurfaceModule, now: SurfaceModule): readonly Found[] => {
  const { both, removed, added } = matched(exportsOf(old), exportsOf(now), (name) => name);
  const kindOf = ({ values }: SurfaceModule, name: string): string => (values.includes(name) ? "value" : "type");
  const found = (code: keyof typeof emittedKinds, name: string, detail: string): Found => ({ code, subject: subjectOf(now.subpath, name), detail, before: nowhere, after: nowhere });
  return [
    ...removed.map((name) => found("export-removed", name, name)),
    ...added.map((name) => found("export-added", name, name)),
    ...both.flatMap(([name]) => (kindOf(old, name) === kindOf(now, name) ? [] : [found("export-changed", name, changed(kindOf(old, name), kindOf(now, name)))])),
  ];
};

/** Where one of the two does not tell what emitters add, as a description does not, nothing is compared. */
export const compareEmitted = ({ old, new: now }: Comparing): readonly Found[] => {
  if (old.emitted === undefined || now.emitted === undefined) return [];
  const { both, removed, added } = matched(withIndex(old.emitted), withIndex(now.emitted), ({ subpath }) => subpath);
  return [
    ...removed.map(({ subpath }): Found => ({ code: "module-removed", subject: subpath, detail: subpath, before: nowhere })),
    ...added.map(({ subpath }): Found => ({ code: "module-added", subject: subpath, detail: subpath, after: nowhere })),
    ...both.flatMap(([left, right]) => compareModule(left, right)),
  ];
};
