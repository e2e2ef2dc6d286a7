import path from "node:path";
import { bumpOf, isLater, nextVersion } from "../compare/bump.js";
import type { Change } from "../compare/change.js";
import { manifestPath, manifestText, readManifest } from "../write/manifest.js";
import { replaceFile } from "../write/replace-file.js";
import { textHash } from "../write/text-hash.js";
import { textIn } from "../write/text-in.js";
import { changelogBody, newestEntry, withEntry } from "./changelog.js";

/** What became of a package's version. */
export type Applied =
  | { readonly kind: "applied"; readonly before: string; readonly version: string; readonly isNew: boolean }
  | { readonly kind: "unchanged"; readonly version: string }
  /** The folder holds no package, or one that cannot be read. */
  | { readonly kind: "usage"; readonly message: string };

interface PackageFile {
  readonly members: Readonly<Record<string, unknown>>;
  readonly version: string;
}

const readPackage = (folder: string): PackageFile | undefined => {
  try {
    const members: unknown = JSON.parse(textIn(path.join(folder, "package.json")) ?? "");
    if (typeof members !== "object" || members === null || !("version" in members) || typeof members.version !== "string") return undefined;
    return { members: { ...members }, version: members.version };
  } catch {
    return undefined;
  }
};

/** `package.json` and the tool's record of it, both with the version. The record comes first: `generate` heals what is missing then. */
const writeVersion = (folder: string, { members }: PackageFile, version: string): void => {
  const text = `${JSON.stringify({ ...members, version }, undefined, 2)}\n`;
  const read = readManifest(folder);
  const files = read.kind === "manifest" ? read.manifest.files : new Map<string, string>();
  replaceFile(path.join(folder, manifestPath), manifestText({ version, files: new Map([...files, ["package.json", textHash(text)]]) }));
  replaceFile(path.join(folder, "package.json"), text);
};

/**
 * Raises the version of a package as far as the changes ask for, and tells them in its changelog. What is told of the newest version
 * already is not told again, so that a run that was killed, or a second one, changes nothing. `described` is the version of the
 * description, which is taken where it is higher.
 */
export const applyChanges = (folder: string, changes: readonly Change[], described: string): Applied => {
  const own = readPackage(folder);
  if (own === undefined) return { kind: "usage", message: "holds no package.json with a version: generate the package first" };
  const read = readManifest(folder);
  if (read.kind !== "manifest") return { kind: "usage", message: `holds no ${manifestPath}: generate the package first` };
  const bump = bumpOf(changes);
  if (bump === undefined) return { kind: "unchanged", version: own.version };
  const file = path.join(folder, "CHANGELOG.md");
  const changelog = textIn(file) ?? "";
  const body = changelogBody(changes);
  const newest = newestEntry(changelog);
  const isTold = newest?.body.trim() === body.trim();
  const next = nextVersion(own.version, bump);
  const wanted = isTold ? newest.version : isLater(described, next) ? described : next;
  const version = isTold && isLater(own.version, wanted) ? own.version : wanted;
  if (isTold && own.version === version && read.manifest.version === version) return { kind: "unchanged", version };
  // first what tells a second run that this one has been here
  if (!isTold) replaceFile(file, withEntry(changelog, { version, body }));
  writeVersion(folder, own, version);
  return { kind: "applied", before: own.version, version, isNew: !isTold };
};
