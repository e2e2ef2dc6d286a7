import { suggest } from "../../diagnostics/suggest.js";
import { child, type Pointer, tokens } from "../pointer.js";
import type { FileReader } from "../read-file.js";
import type { ReadText } from "../read-text.js";
import { memberOf, valueAt } from "../resolve.js";
import type { SourceHost } from "../source-host.js";
import { isSourceObject, type SourceValue } from "../value.js";
import { isUnread, type Unread } from "../unread.js";
import { nowhere, type Problem, shown, whereItEnds } from "./problem.js";
import { isRemote, referenceParts } from "./reference.js";
import { type Resource, type Resources, resourcesOf } from "./resources.js";
import { resolveUri } from "./uri.js";

/** A value of a file. */
export interface Found {
  readonly file: ReadText;
  readonly pointer: Pointer;
  readonly value: SourceValue;
}

interface Search {
  readonly host: SourceHost;
  readonly reader: FileReader;
  readonly entry: ReadText;
  /** The references of each file that were looked up. */
  readonly found: Map<ReadText, Map<string, Found>>;
  readonly resources: Map<ReadText, Resources>;
  /** Where the resources of all files that were read are, by their URIs. */
  readonly identified: Map<string, Resource>;
  /** The URLs by which files were asked for that are copies. */
  readonly retrieved: Map<ReadText, string>;
}

/** References on the way to a target that are followed. */
const longestDetour = 16;

const foundIn = (file: ReadText, { found }: Search): Map<string, Found> => {
  const entry = found.get(file) ?? new Map<string, Found>();
  found.set(file, entry);
  return entry;
};

const resourcesIn = (file: ReadText, search: Search): Resources => {
  const before = search.resources.get(file);
  if (before !== undefined) return before;
  const made = resourcesOf(file, file === search.entry, search.retrieved.get(file));
  search.resources.set(file, made);
  // the first keeps its name: a second one with the same is no better
  for (const resource of made.all) if (!search.identified.has(resource.base)) search.identified.set(resource.base, resource);
  return made;
};

/** A bare name is meant as that of a component more often than as a file. */
const noFile = (file: ReadText, reference: string, name: string, path: string): Problem => {
  const problem = nowhere(reference, `there is no file ${JSON.stringify(path)}`);
  const component = child("/components/schemas", name);
  return valueAt(file.value, component) === undefined ? problem : { ...problem, hint: `did you mean "#${component}"?` };
};

/** What stands there and cannot be read. */
const notRead = (reference: string, path: string, { code, why, hint }: Unread): Problem => ({
  ...nowhere(reference, `${shown(path)} ${why}`),
  ...(code !== undefined && { code, message: `${shown(reference)} ${why}` }),
  ...(hint !== undefined && { hint }),
});

const fileAt = (file: ReadText, reference: string, name: string, { host, reader }: Search): ReadText | Problem | undefined => {
  const path = host.resolve(file.file.path, name);
  if (path === undefined)
    return { code: "ref-outside-root", message: `${shown(reference)} leads out of the folders that may be read` };
  return readAt(path, file, reference, name, reader);
};

const readAt = (path: string, file: ReadText, reference: string, name: string, reader: FileReader): ReadText | Problem | undefined => {
  const read = reader.read(path);
  if (isUnread(read)) return notRead(reference, path, read);
  return read === undefined ? noFile(file, reference, name, path) : (read ?? undefined);
};

const refused = (reference: string): Problem =>
  /^(?:https?:)?\/\//i.test(reference)
    ? { code: "ref-remote-refused", message: `${shown(reference)} stands on another machine, and nothing is fetched` }
    : {
        ...{ code: "ref-remote-refused", message: `${shown(reference)} is a URL, and only paths are followed` },
        hint: "refer to a file by its path, relative to the description",
      };

/** A URL below the address that a file gives itself (`$self`, `$id`) stands for a file beside it, if there is one. */
const pathBeside = ({ base }: Resource, uri: string | undefined): string | undefined => {
  const folder = base.slice(0, base.lastIndexOf("/") + 1);
  return uri?.startsWith(folder) === true && /^https?:/i.test(folder) ? referenceParts(uri.slice(folder.length)).file : undefined;
};

/** The resource that the part of a reference before `#` names: by its URI (core §8.2.1), or as a path beside the file. */
const namedResource = (from: Resource, reference: string, name: string, search: Search): Resource | Problem | undefined => {
  const uri = resolveUri(from.base, referenceParts(reference).written);
  const identified = uri === undefined ? undefined : search.identified.get(uri);
  if (identified !== undefined) return identified;
  // what is written as a path is meant as one, although an `$id` around it makes a URL of it
  const path = isRemote(name) ? pathBeside(from, uri) : name;
  const isPath = path !== undefined && !isRemote(from.file.file.path);
  const beside = isPath ? fileAt(from.file, reference, path, search) : undefined;
  if (isPath && (beside === undefined || !("code" in beside))) return beside && resourcesIn(beside, search).at("");
  const copy = uri === undefined ? undefined : search.host.local?.(uri);
  if (uri !== undefined && copy !== undefined) {
    const file = readAt(copy, from.file, reference, name, search.reader);
    if (file === undefined || "code" in file) return file;
    // what it refers to is relative to the URL under which it is known
    if (!search.retrieved.has(file)) search.retrieved.set(file, uri.replace(/#.*$/, ""));
    return resourcesIn(file, search).at("");
  }
  const provided = uri === undefined || uri.startsWith("file:") ? undefined : search.reader.read(uri);
  if (provided === null) return undefined;
  const file = isUnread(provided) ? notRead(reference, reference, provided) : (provided ?? (isRemote(name) ? undefined : beside) ?? refused(reference));
  return file === undefined || "code" in file ? file : resourcesIn(file, search).at("");
};

const atAnchor = (reference: string, name: string, { file, anchors }: Resource): Found | Problem => {
  const [pointer, other] = anchors.get(name) ?? [];
  if (pointer === undefined)
    return nowhere(reference, `no schema has the $anchor ${JSON.stringify(name)}`, () => suggest(name, [...anchors.keys()]));
  if (other !== undefined) return nowhere(reference, `several schemas have the $anchor ${JSON.stringify(name)}`);
  return { file, pointer, value: valueAt(file.value, pointer) ?? null };
};

/** Follows a pointer that leads through references, as `#/paths/~1a/get` does where the path item is in another file. */
const detour = (file: ReadText, base: Pointer, pointer: Pointer, search: Search, left: number): Found | undefined => {
  let found: Found = { file, pointer: base, value: valueAt(file.value, base) ?? null };
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

const searchFor = (file: ReadText, from: Pointer, reference: string, search: Search, left: number): Found | Problem | undefined => {
  // resolved against the file, blanks would be the file itself
  if (reference !== "" && reference.trim() === "") return nowhere(reference, "it is blank");
  const { file: name, fragment } = referenceParts(reference);
  const own = resourcesIn(file, search).at(from);
  const resource = name === "" ? own : namedResource(own, reference, name, search);
  if (resource === undefined || "code" in resource) return resource;
  if (fragment !== "" && !fragment.startsWith("/")) return atAnchor(reference, fragment, resource);
  // a pointer counts from the schema with an `$id` around it; descriptions also write it from the root of the file
  const bases = name === "" ? [resource.pointer, ""] : [resource.pointer];
  return (
    atPointer(resource.file, bases, fragment) ??
    detour(resource.file, resource.pointer, fragment, search, left) ??
    whereItEnds(reference, valueAt(resource.file.value, name === "" ? "" : resource.pointer) ?? null, fragment)
  );
};

function find(file: ReadText, from: Pointer, reference: string, search: Search, left: number): Found | Problem | undefined {
  const known = foundIn(file, search);
  const before = known.get(reference);
  if (before !== undefined) return before;
  const found = searchFor(file, from, reference, search, left);
  if (found === undefined || "code" in found) return found;
  // where schemas have URIs of their own, a reference means something else in each of them
  if (resourcesIn(file, search).all.length > 1) return found;
  // within the file, only a full pointer means the same wherever it stands
  if (found.file !== file || (found.pointer !== "" && reference === `#${found.pointer}`)) known.set(reference, found);
  return found;
}

/** Looks up references, each once, in all files that they lead to. */
export interface References {
  /** What a reference leads to; undefined where it leads into a file with faults of its own, which were reported. */
  readonly find: (file: ReadText, from: Pointer, reference: string) => Found | Problem | undefined;
  /** Every schema resource of the files that were read. */
  readonly resources: () => readonly Resource[];
  readonly resourceAt: (file: ReadText, pointer: Pointer) => Resource;
}

export const createReferences = (entry: ReadText, host: SourceHost, reader: FileReader): References => {
  const search: Search = { host, reader, entry, found: new Map(), resources: new Map(), identified: new Map(), retrieved: new Map() };
  resourcesIn(entry, search);
  return {
    find: (file, from, reference) => find(file, from, reference, search, longestDetour),
    resources: () => [...search.resources.values()].flatMap(({ all }) => all),
    resourceAt: (file, pointer) => resourcesIn(file, search).at(pointer),
  };
};
