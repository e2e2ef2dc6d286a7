import type { DiagnosticCode } from "../../diagnostics/catalog.js";
import type { Report } from "../../diagnostics/collector.js";
import { suggest } from "../../diagnostics/suggest.js";
import { child, type Pointer } from "../pointer.js";
import type { ReadText } from "../read-text.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../value.js";
import type { JsonPath, JsonPathProblem } from "./json-path.js";
import type { Action, Overlay, Work } from "./overlay.js";

interface Reading {
  readonly file: ReadText;
  readonly version: Overlay["version"];
  readonly path: (text: string) => JsonPath | JsonPathProblem;
  readonly tell: (code: DiagnosticCode, message: string, pointer: Pointer, part?: "key", hint?: string) => undefined;
}

const rootMembers = ["overlay", "info", "extends", "actions"];
const infoMembers = ["title", "version", "description"];
const actionMembers = { "1.0": ["target", "description", "update", "remove"], "1.1": ["target", "description", "update", "copy", "remove"] };

/** Members that the standard does not have and that are no extensions: a misspelt one would be passed over. */
const tellUnknown = (object: SourceObject, pointer: Pointer, known: readonly string[], { tell, version }: Reading): void => {
  for (const key of object.keys()) {
    if (known.includes(key) || key.startsWith("x-")) continue;
    const isLater = key === "copy" && version === "1.0";
    const near = suggest(key, known.filter((name) => !object.has(name)));
    const hint = isLater ? "write `overlay: 1.1.0`" : near === undefined ? undefined : `did you mean ${JSON.stringify(near)}?`;
    tell("overlay-invalid", `Overlay ${version} has no ${JSON.stringify(key)} here`, child(pointer, key), "key", hint);
  }
};

const tellUnlessText = (object: SourceObject, pointer: Pointer, key: string, isRequired: boolean, { tell }: Reading): void => {
  const value = object.get(key);
  if (value === undefined && isRequired) tell("overlay-invalid", `${JSON.stringify(key)} is missing`, pointer);
  if (value !== undefined && typeof value !== "string") tell("overlay-invalid", `${JSON.stringify(key)} must be a text`, child(pointer, key));
};

const checkInfo = (root: SourceObject, reading: Reading): void => {
  const info = root.get("info");
  if (!isSourceObject(info))
    return reading.tell("overlay-invalid", info === undefined ? '"info" is missing: an object with "title" and "version"' : '"info" must be an object', "/info");
  // a version such as 1.0 is a number in YAML, and nothing depends on it
  const version = info.get("version");
  const shown = typeof version === "number" ? new Map([...info, ["version", String(version)]]) : info;
  tellUnlessText(shown, "/info", "title", true, reading);
  tellUnlessText(shown, "/info", "version", true, reading);
  tellUnlessText(shown, "/info", "description", false, reading);
  tellUnknown(info, "/info", infoMembers, reading);
};

const readPath = (value: SourceValue | undefined, pointer: Pointer, { path, tell }: Reading): JsonPath | undefined => {
  if (typeof value !== "string") return tell("overlay-invalid", "must be a text: a JSONPath query", pointer);
  const read = path(value);
  return "problem" in read ? tell("overlay-path-invalid", `${JSON.stringify(value)} is no JSONPath: ${read.problem}`, pointer) : read;
};

/** What an action knows of the sentences that it was lifted from goes where its update goes, for those who read the result. */
const withEvidence = (update: SourceValue, action: SourceObject): SourceValue => {
  const evidence = action.get("x-evidence");
  return isSourceObject(update) && isSourceArray(evidence) && !update.has("x-evidence") ? new Map([...update, ["x-evidence", evidence]]) : update;
};

/** `remove` wins over the others (Overlay 1.1 §4.4.3.1), which have no effect beside it. */
const readWork = (action: SourceObject, pointer: Pointer, reading: Reading): Work | undefined => {
  const [remove, update, copy] = [action.get("remove"), action.get("update"), reading.version === "1.0" ? undefined : action.get("copy")];
  if (remove !== undefined && typeof remove !== "boolean") return reading.tell("overlay-invalid", '"remove" must be true or false', child(pointer, "remove"));
  if (remove === true) return { kind: "remove" };
  if (update !== undefined && copy !== undefined)
    return reading.tell("overlay-invalid", '"update" and "copy" exclude one another', child(pointer, "copy"), "key");
  if (update !== undefined) return { kind: "update", value: withEvidence(update, action) };
  if (copy === undefined) return undefined;
  const source = readPath(copy, child(pointer, "copy"), reading);
  return source === undefined ? undefined : { kind: "copy", source };
};

const doesNothing = (action: SourceObject): boolean => ["remove", "update", "copy"].every((key) => action.get(key) === undefined || action.get(key) === false);

const readAction = (action: SourceValue, pointer: Pointer, reading: Reading): readonly Action[] => {
  const { tell, version } = reading;
  if (!isSourceObject(action)) return tell("overlay-invalid", "an action must be an object", pointer) ?? [];
  tellUnknown(action, pointer, actionMembers[version], reading);
  tellUnlessText(action, pointer, "description", false, reading);
  const written = action.get("target");
  if (written === undefined) return tell("overlay-invalid", '"target" is missing: a JSONPath query', pointer) ?? [];
  const target = readPath(written, child(pointer, "target"), reading);
  const work = readWork(action, pointer, reading);
  if (doesNothing(action)) tell("overlay-no-effect", `the action says neither ${version === "1.0" ? "`update` nor `remove`" : "`update`, `copy` nor `remove`"}`, pointer);
  return target === undefined || work === undefined ? [] : [{ pointer, target, work }];
};

const readActions = (root: SourceObject, reading: Reading): readonly Action[] => {
  const actions = root.get("actions");
  const { tell } = reading;
  if (actions === undefined) return tell("overlay-invalid", '"actions" is missing: a list of actions', "") ?? [];
  if (!isSourceArray(actions)) return tell("overlay-invalid", '"actions" must be a list', "/actions") ?? [];
  if (actions.length === 0) tell("overlay-invalid", '"actions" must hold at least one action', "/actions");
  return actions.flatMap((action, index) => readAction(action, child("/actions", index), reading));
};

/** A version that was written without quotes can be a number in YAML: 1.1, and 1 for 1.0 */
const versionOf = (written: SourceValue | undefined): Overlay["version"] | undefined => {
  const text = written === 1 ? "1.0" : String(written);
  const [, version] = /^(1\.[01])(?:\.\d+)?$/.exec(text) ?? [];
  return version === "1.0" || version === "1.1" ? version : undefined;
};

const noVersion = (written: SourceValue | undefined): string =>
  written === undefined
    ? "the document does not say which version of Overlay it is: `overlay` is missing"
    : typeof written === "string" || typeof written === "number"
      ? `Overlay ${JSON.stringify(String(written))} is not known here; 1.0 and 1.1 are`
      : "`overlay` must be a text that names the version";

/** An overlay, as far as it could be read; undefined where nothing of it could. What is wrong with it is reported. */
export const readOverlay = (file: ReadText, path: Reading["path"], report: Report): Overlay | undefined => {
  const tell: Reading["tell"] = (code, message, pointer, part, hint) =>
    void report(code, { message, place: file.locate(pointer, part), ...(hint === undefined ? {} : { hint }) });
  const root = file.value;
  if (!isSourceObject(root)) return tell("overlay-invalid", "an overlay must be an object", "");
  const version = versionOf(root.get("overlay"));
  if (version === undefined) return tell("overlay-version", noVersion(root.get("overlay")), "/overlay");
  const reading: Reading = { file, version, path, tell };
  checkInfo(root, reading);
  tellUnlessText(root, "", "extends", false, reading);
  tellUnknown(root, "", rootMembers, reading);
  const actions = readActions(root, reading);
  const extended = root.get("extends");
  return { file, version, actions, ...(typeof extended === "string" ? { extends: extended } : {}) };
};
