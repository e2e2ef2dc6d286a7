import type { Report } from "../../diagnostics/collector.js";
import type { Note } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import { aliasLimit, createMeasure } from "../alias-budget.js";
import { child, type Pointer } from "../pointer.js";
import { valueAt } from "../resolve.js";
import { isSourceObject, type SourceValue } from "../value.js";
import { type Change, editAt } from "./edit.js";
import type { DeadEnd, JsonPath } from "./json-path.js";
import { type Clash, mergeTarget, type Shape, shapeOf } from "./merge.js";
import type { Action, Overlay } from "./overlay.js";
import { locateIn, type Traced, traceAt, traceFrom } from "./trace.js";

/** What an action is part of. */
export interface Application {
  readonly overlay: Overlay;
  readonly report: Report;
  /** Takes so many values off what overlays may put into the description; false where that is not left. */
  readonly spend: (values: number) => boolean;
}

/** Without a bound, ten lines could make a billion values of a few. It is that of the aliases of YAML. */
export const createBudget = (): Application["spend"] => {
  let left = aliasLimit;
  return (values) => (left -= values) >= 0;
};

const nearestName = (root: SourceValue, { pointer, names }: DeadEnd): string | undefined => {
  const around = valueAt(root, pointer);
  if (!isSourceObject(around) || names.length !== 1) return undefined;
  return suggest(names[0] ?? "", [...around.keys()]);
};

/** An action that matches nothing succeeds (Overlay 1.1 §4.4.3.1), but it is seldom meant. */
const tellNoMatch = (root: Traced, path: JsonPath, at: Pointer, { overlay, report }: Application): void => {
  const end = path.deadEnd(root.value);
  const near = nearestName(root.value, end);
  const [name] = end.names;
  const missing = end.names.length === 1 ? `there is no ${JSON.stringify(name)} here` : "this is the last place that it leads to";
  report("overlay-no-match", {
    message: "nothing in the description matches this JSONPath",
    place: overlay.file.locate(at),
    notes: [{ message: missing, place: locateIn(root, end.pointer, end.pointer === "" ? "value" : "key") }],
    ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
  });
};

const wanted: Readonly<Record<Shape, string>> = {
  object: "is an object, which only takes an object",
  list: "is a list, which takes a list of further items",
  "single value": "is a single value, which only takes another one",
};

const clashOf = ({ pointer, work }: Action, { overlay, report }: Application): Clash => {
  const told = new Set<string>();
  return (target, update) => {
    const { origin } = update.trace;
    const message = `the target ${wanted[shapeOf(target.value)]}, and this is ${shapeOf(update.value) === "object" ? "an object" : `a ${shapeOf(update.value)}`}`;
    // the first of the targets that are wrong alike is enough
    const key = `${origin.from} ${message}`;
    if (told.has(key)) return;
    told.add(key);
    report("overlay-mismatch", {
      message,
      place: work.kind === "update" ? origin.file.locate(origin.from) : overlay.file.locate(child(pointer, work.kind)),
      notes: [{ message: "the target", place: target.trace.origin.file.locate(target.trace.origin.from) }],
      hint: "remove the target with an action of its own first, or update what is around it",
    });
  };
};

/** Overlay 1.0 knows objects and lists as targets; what 1.1 says of others is what was meant. */
const tellSingleValues = (root: Traced, targets: readonly Pointer[], { pointer }: Action, { overlay, report }: Application): void => {
  const single = targets.find((target) => shapeOf(valueAt(root.value, target) ?? null) === "single value");
  if (overlay.version === "1.1" || single === undefined) return;
  report("overlay-version-newer", {
    message: "a target that is neither an object nor a list is of Overlay 1.1, not of 1.0",
    place: overlay.file.locate(child(pointer, "target")),
    notes: [{ message: "the target", place: locateIn(root, single) }],
  });
};

/** Of several targets that are updated, all must be of one shape (Overlay 1.1 §4.4.3.1). */
const areMixed = (root: Traced, targets: readonly Pointer[], { pointer, work }: Action, { overlay, report }: Application): boolean => {
  if (work.kind === "remove" || overlay.version === "1.0") return false;
  const shapes = targets.map((target) => shapeOf(valueAt(root.value, target) ?? null));
  const other = shapes.findIndex((shape) => shape !== shapes[0]);
  if (other === -1) return false;
  const notes = [0, other].map((index): Note => ({ message: `one is ${shapes[index] === "object" ? "an object" : `a ${shapes[index]}`}`, place: locateIn(root, targets[index] ?? "") }));
  report("overlay-mismatch", { message: "the targets are not all objects, all lists or all single values", place: overlay.file.locate(child(pointer, "target")), notes });
  return true;
};

const copyOf = (root: Traced, source: JsonPath, at: Pointer, application: Application): Traced | undefined => {
  const { overlay, report } = application;
  const [found, ...more] = source.select(root.value);
  if (found === undefined) return void tellNoMatch(root, source, at, application);
  if (more.length > 0) {
    const message = `\`copy\` must select one value, and this selects ${more.length + 1}`;
    return void report("overlay-mismatch", { message, place: overlay.file.locate(at) });
  }
  const { trace } = traceAt(root, found);
  const note = { message: "copied by an overlay", origin: { file: overlay.file, from: at } };
  return { value: valueAt(root.value, found) ?? null, trace: { ...trace, notes: [...trace.notes, note] } };
};

/** "too much" where the action would put more into the description than there is room for, which is reported. */
const changeOf = (root: Traced, targets: readonly Pointer[], action: Action, application: Application): Change | "too much" | undefined => {
  const { pointer, work } = action;
  if (work.kind === "remove") return () => undefined;
  const { file } = application.overlay;
  const update =
    work.kind === "update"
      ? { value: work.value, trace: traceFrom({ file, from: child(pointer, "update") }) }
      : copyOf(root, work.source, child(pointer, "copy"), application);
  const clash = clashOf(action, application);
  if (update === undefined) return undefined;
  if (application.spend(createMeasure()(update.value).size * targets.length)) return (target) => mergeTarget(target, update, clash);
  application.report("overlay-limit", {
    message: `overlays put more than ${aliasLimit.toLocaleString("en")} values into the description: this one puts something into ${targets.length.toLocaleString("en")} places`,
    place: file.locate(child(pointer, "target")),
  });
  return "too much";
};

/** The description after an action, as it was where the action does not fit, which is reported; undefined where no further one may follow. */
export const applyAction = (root: Traced, action: Action, application: Application): Traced | undefined => {
  const { overlay, report } = application;
  const targets = action.target.select(root.value);
  const at = child(action.pointer, "target");
  if (targets.length === 0) {
    tellNoMatch(root, action.target, at, application);
    return root;
  }
  if (action.work.kind === "remove" && targets.includes("")) {
    report("overlay-mismatch", { message: "the whole description cannot be removed", place: overlay.file.locate(at) });
    return root;
  }
  tellSingleValues(root, targets, action, application);
  const change = areMixed(root, targets, action, application) ? undefined : changeOf(root, targets, action, application);
  if (change === "too much") return undefined;
  return change === undefined ? root : editAt(root, targets, change);
};
