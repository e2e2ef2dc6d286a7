import { child } from "../../source/pointer.js";
import type { SurfaceOperation, SurfaceParameter } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { callers, more, same } from "./kind.js";

/** Changes of the parameters of operations, filters aside. */
export const parameterKinds = {
  "parameter-required-added": { title: "A required parameter is new", verdict: callers("Calls without the parameter are refused, and no longer compile.") },
  "parameter-optional-added": { title: "An optional parameter is new", verdict: more("Calls without the parameter go on as before.") },
  "parameter-removed": { title: "A parameter is gone", verdict: callers("Calls with the parameter no longer compile, and what it said is not sent.") },
  "parameter-required": { title: "A parameter has become required", verdict: callers("Calls without the parameter are refused, and no longer compile.") },
  "parameter-optional": { title: "A parameter has become optional", verdict: more("Calls with the parameter are right still.") },
  "parameter-renamed": { title: "An option of a call has another name", verdict: callers("Calls with the old name no longer compile.") },
  "parameter-written-otherwise": { title: "A parameter is written otherwise", verdict: same("The client writes it: calls stay as they are.") },
  "parameter-deprecated": { title: "A parameter is deprecated", verdict: more("A deprecated parameter works as it did.") },
  "parameter-revived": { title: "A parameter is not deprecated any more", verdict: same("Nothing but the mark is gone.") },
} as const satisfies Record<string, ChangeKind>;

const subjectOf = (operation: SurfaceOperation, parameter: SurfaceParameter): string => `${operation.name} ${parameter.in} ${parameter.name}`;

const shapeAt = ({ at, shapeAt: own = child(at, "schema") }: SurfaceParameter): string => own;

const compareParameter = (operation: SurfaceOperation, old: SurfaceParameter, now: SurfaceParameter, { compareValues }: Comparing): readonly Found[] => {
  const subject = subjectOf(operation, now);
  const found = (code: Found["code"], detail: string): Found => ({ code, subject, detail, before: { pointer: old.at }, after: { pointer: now.at } });
  return [
    ...(old.required === now.required ? [] : [found(now.required === true ? "parameter-required" : "parameter-optional", now.required === true ? "optional → required" : "required → optional")]),
    ...(old.option === now.option ? [] : [found("parameter-renamed", changed(old.option, now.option))]),
    ...(old.style === now.style ? [] : [found("parameter-written-otherwise", changed(old.style, now.style))]),
    ...(old.deprecated === now.deprecated ? [] : [found(now.deprecated === true ? "parameter-deprecated" : "parameter-revived", now.name)]),
    ...compareValues({ subject, directions: ["request"], before: [old.shape], after: [now.shape], beforeAt: shapeAt(old), afterAt: shapeAt(now) }),
  ];
};

/** A path parameter is where it stands in the path, whatever it is called. */
const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);

const keyOf = ({ in: place, name }: SurfaceParameter, { path }: SurfaceOperation): string => {
  const index = place === "path" ? namesIn(path).indexOf(name) : -1;
  return index === -1 ? `${place} ${name}` : `path ${index}`;
};

export const compareParameters = (old: SurfaceOperation, now: SurfaceOperation, comparing: Comparing): readonly Found[] => {
  const keys = new Map([...old.parameters.map((one) => [one, keyOf(one, old)] as const), ...now.parameters.map((one) => [one, keyOf(one, now)] as const)]);
  const { both, removed, added } = matched(old.parameters, now.parameters, (one) => keys.get(one) ?? "");
  const orders = new Set([old.orderBy?.parameter, now.orderBy?.parameter]);
  // the order is told of as such
  const isOrder = (one: SurfaceParameter): boolean => one.in === "query" && orders.has(one.name);
  return [
    ...removed.filter((one) => !isOrder(one)).map((one): Found => ({ code: "parameter-removed", subject: subjectOf(now, one), detail: one.name, before: { pointer: one.at }, after: { pointer: now.at } })),
    ...added.filter((one) => !isOrder(one) || one.required === true).map((one): Found => ({
      code: one.required === true ? "parameter-required-added" : "parameter-optional-added",
      subject: subjectOf(now, one),
      detail: one.name,
      before: { pointer: old.at },
      after: { pointer: one.at },
    })),
    ...both.filter(([, one]) => !isOrder(one)).flatMap(([left, right]) => compareParameter(now, left, right, comparing)),
  ];
};
