import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildId } from "./build-id.js";
import { isUrl } from "./config/input-problem.js";
import type { Target } from "./config/targets.js";
import type { ReportedDiagnostic } from "./diagnostics/report.js";
import { type Former, type FormerFile, formerIn } from "./former.js";
import { isFresh, type Stamp, stampOf } from "./stamp.js";
import { staleFiles } from "./write/compare-folder.js";
import { readJournal } from "./write/journal.js";
import { textHash } from "./write/text-hash.js";
import { textIn } from "./write/text-in.js";

/** What is remembered of one package: what it was made of, what was made, what was said. */
export interface CacheEntry {
  /** `buildId` of the tool that made it. */
  readonly build: string;
  /** What decides the package beside what is read. */
  readonly key: string;
  /** Absolute paths. */
  readonly inputs: readonly Stamp[];
  readonly outputs: readonly FormerFile[];
  readonly rendered: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface Made {
  /** Absolute paths of every file that was read, or URLs. */
  readonly inputs: readonly string[];
  readonly stamps: readonly Stamp[];
  /** What was written. */
  readonly files: readonly FormerFile[];
  readonly rendered: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly keptTypes?: string;
}

export interface Cache {
  /** The entry, if the same inputs would give exactly what is on disk. */
  readonly fresh: (target: Target) => CacheEntry | undefined;
  readonly store: (target: Target, made: Made) => void;
}

/** Entries that are kept of one package, and of all; days after which one that nobody asked for is gone. */
const most = { ofPackage: 4, ofAll: 1000, days: 30 };

const hasHash = (folder: string, { path: file, hash }: FormerFile): boolean => {
  try {
    return textHash(readFileSync(path.join(folder, file))) === hash;
  } catch {
    return false;
  }
};

/** Does the folder hold what was made, and nothing that a former run left? */
const isUntouched = (folder: string, outputs: readonly FormerFile[]): boolean =>
  readJournal(folder) === undefined &&
  outputs.every((file) => hasHash(folder, file)) &&
  staleFiles(folder, outputs.map((file) => file.path)).length === 0;

const isText = (value: unknown): value is string => typeof value === "string";

const isStamp = (value: unknown): value is readonly [string, string | null] => Array.isArray(value) && isText(value[0]) && (value[1] === null || isText(value[1]));

const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** `[fingerprint, ["isPet", "type Pet"], ["runtime/check"]]` */
type WrittenModule = readonly [fingerprint: string, names: readonly string[], uses: readonly string[]];

const isModule = (value: unknown): value is WrittenModule => Array.isArray(value) && isText(value[0]) && areTexts(value[1]) && areTexts(value[2]);

type WrittenFile = readonly [path: string, hash: string, madeOf?: string | null, typesOf?: string | null, module?: WrittenModule];

const isFile = (value: unknown): value is WrittenFile =>
  Array.isArray(value) && isText(value[0]) && isText(value[1]) && value.slice(2, 4).every((one) => one === null || isText(one)) && (value.length < 5 || isModule(value[4]));

const typeMark = "type ";

/** Only modules of code are taken over by what they are made of. */
const writtenModule = ({ fingerprint, outline }: NonNullable<FormerFile["module"]>): WrittenModule => [
  fingerprint,
  outline.names.map(({ name, typeOnly }) => (typeOnly ? typeMark + name : name)),
  outline.uses,
];

const readModule = (path: string, [fingerprint, names, uses]: WrittenModule): NonNullable<FormerFile["module"]> => ({
  fingerprint,
  outline: {
    kind: "module",
    path: path.replace(/^src\/|\.ts$/g, ""),
    names: names.map((name) => (name.startsWith(typeMark) ? { name: name.slice(typeMark.length), typeOnly: true } : { name, typeOnly: false })),
    uses,
  },
});

const writtenFile = ({ path: file, hash, madeOf, typesOf, module }: FormerFile): WrittenFile => {
  if (module !== undefined) return [file, hash, madeOf ?? null, typesOf ?? null, writtenModule(module)];
  return typesOf !== undefined ? [file, hash, madeOf ?? null, typesOf] : madeOf !== undefined ? [file, hash, madeOf] : [file, hash];
};

const readFile = ([file, hash, madeOf, typesOf, module]: WrittenFile): FormerFile => ({
  path: file,
  hash,
  ...(madeOf == null ? {} : { madeOf }),
  ...(typesOf == null ? {} : { typesOf }),
  ...(module === undefined ? {} : { module: readModule(file, module) }),
});

const isDiagnostic = (value: unknown): value is ReportedDiagnostic =>
  typeof value === "object" && value !== null && "code" in value && isText(value.code) && "severity" in value && "message" in value && isText(value.message);

/** An entry as it was written; undefined for what is none, which costs a run and no more. */
const parse = (text: string, cwd: string): CacheEntry | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("build" in value && "key" in value && "inputs" in value && "outputs" in value && "rendered" in value && "diagnostics" in value)) return undefined;
  const { build, key, inputs, outputs, rendered, diagnostics } = value;
  if (!isText(build) || !isText(key) || !isText(rendered) || !Array.isArray(inputs) || !Array.isArray(outputs) || !Array.isArray(diagnostics)) return undefined;
  if (!inputs.every(isStamp) || !outputs.every(isFile) || !diagnostics.every(isDiagnostic)) return undefined;
  return {
    ...{ build, key, rendered, diagnostics },
    inputs: inputs.map(([file, hash]) => ({ path: isUrl(file) ? file : path.resolve(cwd, file), hash: hash ?? undefined })),
    outputs: outputs.map(readFile),
  };
};

const relative = (file: string, cwd: string): string => (isUrl(file) ? file : path.relative(cwd, file));

const entryText = ({ build, key, inputs, outputs, rendered, diagnostics }: CacheEntry, cwd: string): string =>
  JSON.stringify({
    ...{ build, key, rendered, diagnostics },
    inputs: inputs.map((stamp) => [relative(stamp.path, cwd), stamp.hash ?? null]),
    outputs: outputs.map(writtenFile),
  });

export interface CacheSettings {
  readonly cwd: string;
  /** Where entries are, an absolute path; undefined where there is to be no cache. */
  readonly folder: string | undefined;
  /** What else decides a package and what is said of it: plain data. */
  readonly settings: readonly unknown[];
}

interface Listed {
  readonly file: string;
  readonly mtimeMs: number;
}

/** The newest first. What another process removes meanwhile is not there. */
const listed = (folder: string, prefix: string): readonly Listed[] => {
  const names = ((): readonly string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  })();
  return names
    .filter((name) => name.startsWith(prefix) && /\.(?:json|types|tmp)$/.test(name))
    .flatMap((name): readonly Listed[] => {
      const file = path.join(folder, name);
      const mtimeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      return mtimeMs === undefined ? [] : [{ file, mtimeMs }];
    })
    .sort((left, right) => right.mtimeMs - left.mtimeMs);
};

/** Whole, or not at all; what cannot be put there leaves nothing that is not pruned. */
const put = (file: string, text: string): void => {
  const neighbour = `${file}.${process.pid}.tmp`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(neighbour, text);
    renameSync(neighbour, file);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
};

const prune = (folder: string, prefix: string): void => {
  const oldest = Date.now() - most.days * 24 * 60 * 60_000;
  const all = listed(folder, "");
  const old = all.filter(({ mtimeMs }, index) => index >= most.ofAll || mtimeMs < oldest);
  for (const { file } of [...old, ...all.filter(({ file }) => path.basename(file).startsWith(prefix)).slice(most.ofPackage)]) rmSync(file, { force: true });
};

/** What all entries about the package in a folder begin with. */
const prefixOf = (out: string, cwd: string): string => `${textHash(path.relative(cwd, out)).slice(0, 16)}-`;

const entryIn = (file: string, cwd: string): CacheEntry | undefined => {
  const text = textIn(file);
  return text === undefined ? undefined : parse(text, cwd);
};

/** Where parts of plain types are kept: a line that names the tool, and what it gave. */
const keptTypesFile = (folder: string, out: string, cwd: string): string => path.join(folder, `${prefixOf(out, cwd).slice(0, -1)}.types`);

const keptTypesIn = (file: string): string => {
  const [build, text = ""] = (textIn(file) ?? "").split("\n", 2);
  return build === buildId() ? text : "";
};

/** What this very tool made last of the package in a folder. */
export const readFormer = (cacheFolder: string, cwd: string, out: string): Former => {
  const [newest] = listed(cacheFolder, prefixOf(out, cwd)).filter(({ file }) => file.endsWith(".json"));
  const entry = newest === undefined ? undefined : entryIn(newest.file, cwd);
  return formerIn(out, entry?.build === buildId() ? entry.outputs : [], () => keptTypesIn(keptTypesFile(cacheFolder, out, cwd)));
};

/**
 * Decides by hashes of inputs, settings (plain data), tool and outputs whether there is anything to do, before anything heavy is loaded; and
 * knows what of an earlier run can be taken over. Entries are called after what they are about: the folder of the package, and what it was made of,
 * all relative to the working directory, so that another machine may find them.
 */
export const createCache = ({ cwd, folder, settings }: CacheSettings): Cache => {
  const isWithin = (text: string): boolean => text === cwd || text.startsWith(cwd + path.sep);
  const keyOf = (target: Target): string =>
    textHash(JSON.stringify([buildId(), { ...target, levels: [...target.levels] }, ...settings], (_, value: unknown) => (isText(value) && isWithin(value) ? path.relative(cwd, value) : value)));
  const nameOf = (target: Target, stamps: (file: string) => Stamp): string => {
    const named = [target.input, ...target.overlays].map((file) => (isUrl(file) ? file : stamps(file).hash));
    return `${prefixOf(target.out, cwd)}${textHash(JSON.stringify([keyOf(target), named])).slice(0, 22)}.json`;
  };
  return {
    fresh: (target) => {
      if (folder === undefined) return undefined;
      const file = path.join(folder, nameOf(target, stampOf));
      const entry = entryIn(file, cwd);
      if (entry === undefined || entry.key !== keyOf(target)) return undefined;
      if (!entry.inputs.every((stamp) => !isUrl(stamp.path) && isFresh(stamp)) || !isUntouched(target.out, entry.outputs)) return undefined;
      try {
        utimesSync(file, new Date(), new Date());
      } catch {
        // it only looks older than it is
      }
      return entry;
    },
    store: (target, made) => {
      if (folder === undefined) return;
      const stamps = new Map(made.stamps.map((stamp) => [stamp.path, stamp]));
      const remote = made.inputs.filter(isUrl).map((url) => ({ path: url, hash: undefined }));
      const entry: CacheEntry = { build: buildId(), key: keyOf(target), inputs: [...stamps.values(), ...remote], outputs: made.files, rendered: made.rendered, diagnostics: made.diagnostics };
      const file = path.join(folder, nameOf(target, (one) => stamps.get(one) ?? stampOf(one)));
      try {
        if (made.keptTypes !== undefined) put(keptTypesFile(folder, target.out, cwd), `${buildId()}\n${made.keptTypes}`);
        put(file, entryText(entry, cwd));
        prune(folder, prefixOf(target.out, cwd));
      } catch {
        // the package is written: what is not remembered costs the next run its time
      }
    },
  };
};
