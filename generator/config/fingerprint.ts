import { createHash, type Hash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

/** What a module of the user's own was made of. */
export interface Fingerprint {
  /** Equal where the module and all that it imports are; undefined where that cannot be told. */
  readonly hash: string | undefined;
  /** Absolute paths of the module and the local ones that it imports. */
  readonly files: readonly string[];
}

const specifiers = /\b(?:from|import|require\s*\(|import\s*\()\s*(?:"([^"\n]+)"|'([^'\n]+)')/g;

/** An import of what is only known when it runs; the environment. */
const unforeseeable = /\b(?:import|require)\s*\(\s*(?!["'\s])|\bprocess\b/;

/** Modules of Node that read nothing. */
const harmless: ReadonlySet<string> = new Set(["assert", "buffer", "crypto", "events", "path", "path/posix", "punycode", "querystring", "string_decoder", "url", "util"]);

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** `./names` may be a file of any kind, and `./names.js` one that is written in TypeScript. */
const candidates = (file: string): readonly string[] => [
  file,
  file.replace(/\.([cm]?)js$/, ".$1ts"),
  ...["ts", "mts", "cts", "js", "mjs", "cjs", "json"].flatMap((extension) => [`${file}.${extension}`, path.join(file, `index.${extension}`)]),
];

const nodePrefix = "node:";

/** "@scope/name/file" ~> "@scope/name" */
const packageIn = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** The version of an installed package; undefined for one of the workspace, whose files change without it. */
const installedVersion = (name: string, folder: string): string | undefined => {
  const manifest = path.join(folder, "node_modules", name, "package.json");
  if (existsSync(manifest)) return realpathSync(manifest).includes(`${path.sep}node_modules${path.sep}`) ? readFileSync(manifest, "utf8") : undefined;
  const above = path.dirname(folder);
  return above === folder ? undefined : installedVersion(name, above);
};

/** Adds what a specifier leads to; false where that cannot be told. */
type Follow = (specifier: string, from: string) => boolean;

const followerOf = (hash: Hash, queue: string[], own: string): Follow => (specifier, from) => {
  if (specifier.startsWith(".") || path.isAbsolute(specifier)) {
    const file = candidates(path.resolve(path.dirname(from), specifier)).find(isFile);
    if (file !== undefined && !queue.includes(file)) queue.push(file);
    return file !== undefined;
  }
  if (specifier.startsWith(nodePrefix) || harmless.has(specifier)) return harmless.has(specifier.replace(nodePrefix, ""));
  const name = packageIn(specifier);
  // the tool is known by its own build
  if (name === own) return true;
  const version = installedVersion(name, path.dirname(from));
  if (version !== undefined) hash.update(`\0${name}\0${version}`);
  return version !== undefined;
};

/**
 * The fingerprint of a module: its text, those of the modules that it imports by relative paths, and the versions of installed packages. It
 * cannot be told for what reads files, the environment or packages of the workspace.
 */
export const fingerprintOf = (file: string): Fingerprint => {
  const hash = createHash("sha256");
  const queue: string[] = [file];
  const follow = followerOf(hash, queue, "openapi-sieve");
  let isKnown = true;
  // the list is gone through while it grows
  for (const one of queue) {
    const text = readFileSync(one, "utf8");
    // another machine has it in another folder
    hash.update(`\0${path.relative(path.dirname(file), one).split(path.sep).join("/")}\0${text}`);
    if (one.endsWith(".json")) continue;
    if (unforeseeable.test(text)) isKnown = false;
    for (const [, double, single] of text.matchAll(specifiers)) if (!follow(double ?? single ?? "", one)) isKnown = false;
  }
  return { hash: isKnown ? hash.digest("base64url") : undefined, files: queue };
};
