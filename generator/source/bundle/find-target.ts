import { suggest } from "../../diagnostics/suggest.js";
import { child, type Pointer, parent, tokens } from "../pointer.js";
import type { FileReader } from "../read-file.js";
import type { ReadText } from "../read-text.js";
import { memberOf, valueAt } from "../resolve.js";
import type { SourceHost } from "../source-host.js";
import { isSourceObject, type SourceValue } from "../value.js";
import { type Anchors, anchorsOf } from "./anchors.js";
import { nowhere, type Problem, whereItEnds } from "./problem.js";
import { isRemote, referenceParts } from "./reference.js";

/** A value of a file. */
export interface Found {
  readonly file: ReadText;
  readonly pointer: Pointer;
  readonly value: SourceValue;
}

/** A file with the references of it that were looked up. */
interface Looked {
  readonly found: Map<string, Found>;
  anchors: Anchors | undefined;
}

interface Search {
  readonly host: SourceHost;
  readonly reader: FileReader;
  readonly looked: Map<ReadText, Looked>;
}

/** References on the way to a target that are followed. */
const longestDetour = 16;

const lookedIn = (file: ReadText, { looked }: Search): Looked => {
  const entry = looked.get(file) ?? { found: new Map<string, Found>(), anchors: undefined };
  looked.set(file, entry);
  return entry;
};

const anchorsIn = (file: ReadText, search: Search): Anchors => {
  const entry = lookedIn(file, search);
  return (entry.anchors ??= anchorsOf(file.value));
};

/** Most files identify no schema, and need not be searched for them. */
const hasIdentifiers = ({ file }: ReadText): boolean => file.text.includes("$id");

/** A bare name is meant as that of a component more often than as a file. */
const noFile = (file: ReadText, reference: string, name: string, path: string): Problem => {
  const problem = nowhere(reference, `there is no file ${JSON.stringify(path)}`);
  const component = child("/components/schemas", name);
  return valueAt(file.value, component) === undefined ? problem : { ...problem, hint: `did you mean "#${component}"?` };
};

const fileOf = (file: ReadText, reference: string, name: string, { host, reader }: Search): ReadText | Problem | undefined => {
  if (name === "") return file;
  if (isRemote(name)) {
    const message = `${JSON.stringify(reference)} stands on another machine, and nothing is fetched`;
    return { code: "ref-remote-refused", message, hint: "download the file and refer to the copy by its path" };
  }
  const path = host.resolve(file.file.path, name);
  if (path === undefined)
    return { code: "ref-outside-root", message: `${JSON.stringify(reference)} leads out of the folders that may be read` };
  const read = reader.read(path);
  return read === undefined ? noFile(file, reference, name, path) : (read ?? undefined);
};

/** The pointer of the schema with an `$id` in which a place stands, if it is in one. */
const resourceOf = (file: ReadText, from: Pointer): Pointer | undefined => {
  for (let at = from; at !== "" && hasIdentifiers(file); at = parent(at)) {
    const schema = valueAt(file.value, at);
    if (isSourceObject(schema) && typeof schema.get("$id") === "string") return at;
  }
  return undefined;
};

const atAnchor = (file: ReadText, reference: string, name: string, search: Search): Found | Problem => {
  const { named } = anchorsIn(file, search);
  const [pointer, other] = named.get(name) ?? [];
  if (pointer === undefined)
    return nowhere(reference, `no schema has the $anchor ${JSON.stringify(name)}`, suggest(name, [...named.keys()]));
  if (other !== undefined) return nowhere(reference, `several schemas have the $anchor ${JSON.stringify(name)}`);
  return { file, pointer, value: valueAt(file.value, pointer) ?? null };
};

/** Follows a pointer that leads through references, as `#/paths/~1a/get` does where the path item is in another file. */
const detour = (file: ReadText, pointer: Pointer, search: Search, left: number): Found | undefined => {
  let found: Found = { file, pointer: "", value: file.value };
  for (const token of tokens(pointer)) {
    const reference = isSourceObject(found.value) && !found.value.has(token) ? found.value.get("$ref") : undefined;
    const next =
      typeof reference === "string" && left > 0 ? find(found.file, found.pointer, reference, search, left - 1) : found;
    if (next === undefined || "code" in next) return undefined;
    const value = memberOf(next.value, token);
    if (value === undefined) return undefined;
    found = { file: next.file, pointer: child(next.pointer, token), value };
  }
  return found;
};

/** The first of the bases under which the fragment leads to something. */
const atPointer = (file: ReadText, bases: readonly Pointer[], fragment: string): Found | undefined => {
  for (const base of bases) {
    const value = valueAt(file.value, base + fragment);
    if (value !== undefined) return { file, pointer: base + fragment, value };
  }
  return undefined;
};

/** A pointer counts from the root of the file, or else from the schema with an `$id` around it; `#` from that one first. */
const basesOf = (file: ReadText, from: Pointer, fragment: string): readonly Pointer[] => {
  const isWithinRoot = fragment !== "" && valueAt(file.value, fragment) !== undefined;
  const resource = isWithinRoot ? undefined : resourceOf(file, from);
  return resource === undefined ? [""] : [resource, ""];
};

const searchFor = (file: ReadText, from: Pointer, reference: string, search: Search, left: number): Found | Problem | undefined => {
  const { file: name, fragment } = referenceParts(reference);
  const resource = name !== "" && hasIdentifiers(file) ? anchorsIn(file, search).identified.get(name) : undefined;
  const target = resource === undefined ? fileOf(file, reference, name, search) : file;
  if (target === undefined || "code" in target) return target;
  if (fragment !== "" && !fragment.startsWith("/")) return atAnchor(target, reference, fragment, search);
  const bases = resource === undefined ? (name === "" ? basesOf(file, from, fragment) : [""]) : [resource];
  return (
    atPointer(target, bases, fragment) ??
    detour(target, fragment, search, left) ??
    whereItEnds(reference, target.value, fragment)
  );
};

function find(file: ReadText, from: Pointer, reference: string, search: Search, left: number): Found | Problem | undefined {
  const { found: known } = lookedIn(file, search);
  const before = known.get(reference);
  if (before !== undefined) return before;
  const found = searchFor(file, from, reference, search, left);
  if (found === undefined || "code" in found) return found;
  // within the file, only a full pointer means the same wherever it stands
  if (found.file !== file || (found.pointer !== "" && reference === `#${found.pointer}`)) known.set(reference, found);
  return found;
}

/** What a reference leads to; undefined where it leads into a file with faults of its own, which were reported. */
export type FindTarget = (file: ReadText, from: Pointer, reference: string) => Found | Problem | undefined;

/** Looks up references, each once. */
export const createFindTarget = (host: SourceHost, reader: FileReader): FindTarget => {
  const search: Search = { host, reader, looked: new Map() };
  return (file, from, reference) => find(file, from, reference, search, longestDetour);
};
