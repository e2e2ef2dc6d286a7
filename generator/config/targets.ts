import path from "node:path";
import type { PackageJson } from "../plan/package-json.js";
import { suggest } from "../diagnostics/suggest.js";
import type { Renames } from "../plan/renames.js";
import { kebabCase } from "../plan/words.js";
import type { Representation } from "../../templates/client/wire/representation.js";
import { type Formatter, standardFormatter } from "../print/formatters.js";
import type { Access } from "./access.js";
import type { ApiConfig, Config, ReadingConfig } from "./define-config.js";
import { withImports } from "./config-files.js";
import { existingName } from "./existing-name.js";
import { isUrl } from "./input-problem.js";
import { configPlaces, loadConfig } from "./load-config.js";
import { outProblems } from "./out-problems.js";
import { packageName, parseConfig } from "./parse-config.js";
import type { EmitterSource } from "../emitters/emitter-source.js";
import { type ReadEmitters, readEmitters } from "./read-emitters.js";
import { readFormats } from "./read-formats.js";
import { type Additions, type Reading, readingOf } from "./reading.js";
import { type Shard, shardOf } from "./shard.js";

/** One package to make: absolute paths. An input that is a URL stays one, so that it can be told as such. */
export interface Target extends Reading {
  readonly name: string;
  readonly input: string;
  readonly out: string;
  /** How clients show values unless told otherwise. */
  readonly representation: Partial<Representation>;
  readonly names: Renames;
  readonly format: Formatter;
  /** Members of `package.json` that the description does not say. */
  readonly packageJson: PackageJson;
  readonly emitters: readonly EmitterSource[];
}

export interface TargetOptions {
  readonly cwd: string;
  readonly inputs: readonly string[];
  readonly out?: string;
  readonly name?: string;
  readonly config?: string;
  /** The APIs of the configuration that are wanted; all if left out. */
  readonly apis?: readonly string[];
  readonly overlays: readonly string[];
  readonly only: readonly string[] | undefined;
  /** What the command line says of what may be read goes before the configuration. */
  readonly access: Partial<Access>;
  /** The part of the packages that is wanted; undefined for all. */
  readonly shard?: Shard;
}

export type Targets = (
  | { readonly kind: "targets"; readonly targets: readonly Target[]; readonly strict: boolean }
  /** The command was used wrongly: exit code 2. */
  | { readonly kind: "usage"; readonly messages: readonly string[] }
) & {
  /** Absolute paths of the files that decide this, be they there or not: the configuration with all that it imports. */
  readonly files: readonly string[];
};

const usage = (...messages: readonly string[]): Targets => ({ kind: "usage", messages, files: [] });

const generic = new Set(["openapi", "swagger", "spec", "api", "index", "schema", "description"]);

/** The name of a file as a package name; `openapi.yaml` and the like take the folder they are generated into. */
const nameOf = (input: string, out: string | undefined): string => {
  const base = kebabCase(path.basename(input).replace(/(?:\.openapi)?\.[^.]+$/, ""), "api");
  if (!generic.has(base)) return base;
  return kebabCase(path.basename(out ?? path.dirname(path.resolve(input))), base);
};

const located = (folder: string, input: string): string => (isUrl(input) ? input : path.resolve(folder, input));

const fromInputs = ({ cwd, inputs, out, name, config, overlays, only, access }: TargetOptions): Targets => {
  if (config !== undefined) return usage("--config goes without an input");
  if (name !== undefined && inputs.length > 1) return usage("--name goes with one input");
  if (overlays.length > 0 && inputs.length > 1) return usage("--overlay goes with one input");
  if (name !== undefined && !packageName.test(name))
    return usage(`${JSON.stringify(name)} is no package name that npm takes (lower case, digits, "-", ".", "_")`);
  const single = inputs.length === 1 ? out : undefined;
  // a package that is made again keeps its name, which `check` could not know otherwise
  const kept = single === undefined ? undefined : existingName(path.resolve(cwd, single));
  const reading = readingOf({ overlays: overlays.map((overlay) => path.resolve(cwd, overlay)), only }, access);
  const targets = inputs.map((input): Target => {
    const own = name ?? kept ?? nameOf(input, single);
    const folder = single ?? path.join(out ?? "generated", own);
    return { ...reading, name: own, input: located(cwd, input), out: path.resolve(cwd, folder), representation: {}, names: {}, format: standardFormatter, packageJson: {}, emitters: [] };
  });
  return { kind: "targets", targets, strict: false, files: [] };
};

/** What is left out is for clients to choose. */
const representationOf = ({ dates, int64, decimals }: ApiConfig): Partial<Representation> => ({
  ...(dates === undefined ? {} : { dates }),
  ...(int64 === undefined ? {} : { int64 }),
  ...(decimals === undefined ? {} : { decimals }),
});

const additionsOf = ({ overlays = [], only, filterDialect }: ApiConfig, formats: Additions["formats"], folder: string): Additions => ({
  ...{ only, filterDialect, formats },
  overlays: overlays.map((overlay) => path.resolve(folder, overlay)),
});

/** The copies of remote documents by their absolute paths. */
const withFolders = <Config extends ReadingConfig>(config: Config, folder: string): Config =>
  config.remotes === undefined
    ? config
    : { ...config, remotes: Object.fromEntries(Object.entries(config.remotes).map(([url, file]) => [url, path.resolve(folder, file)])) };

const fromConfig = (config: Config, file: string, given: Partial<Access>, named = file): Targets => {
  const folder = path.dirname(file);
  const read = readFormats(config.formats ?? {}, folder);
  const common = readEmitters(config.emitters ?? [], "", folder, file);
  const own = new Map(Object.entries(config.apis).map(([name, api]) => [name, readEmitters(api.emitters ?? [], `apis[${JSON.stringify(name)}].`, folder, file)]));
  const emitters = [common, ...own.values()];
  const files = [...Object.values(config.formats ?? {}).map((format) => path.resolve(folder, format.module)), ...new Set(emitters.flatMap((one) => one.files))];
  const wrong = [read, ...emitters].flatMap((one) => ("problems" in one ? one.problems : []));
  if ("problems" in read || wrong.length > 0) return { ...usage(...wrong.map((problem) => `${named}: ${problem}`)), files };
  const emittersOf = (...found: readonly (ReadEmitters | undefined)[]): readonly EmitterSource[] => found.flatMap((one) => (one !== undefined && "emitters" in one ? one.emitters : []));
  return {
    kind: "targets",
    files,
    strict: config.strict === true,
    targets: Object.entries(config.apis).map(([name, api]) => ({
      ...readingOf(additionsOf(api, read.formats, folder), withFolders(config, folder), withFolders(api, folder), given),
      name,
      input: located(folder, api.input),
      out: path.resolve(folder, api.out ?? path.join("generated", name)),
      representation: representationOf(api),
      names: api.names ?? {},
      format: config.format ?? standardFormatter,
      packageJson: { ...config.packageJson, ...api.packageJson },
      emitters: emittersOf(common, own.get(name)),
    })),
  };
};

const checked = (found: Targets, { out, cwd }: Pick<TargetOptions, "out" | "cwd">): Targets => {
  if (found.kind === "usage") return found;
  const folders = found.targets.map((target) => target.out);
  // `out` of the command line also where each package gets a folder of its own below it
  const problems = outProblems(folders, out === undefined ? [] : [path.resolve(cwd, out)]);
  return problems.length === 0 ? found : { ...usage(...problems), files: found.files };
};

/** Those of the targets that are named. */
const wanted = (found: Targets, names: readonly string[] | undefined): Targets => {
  if (found.kind === "usage" || names === undefined) return found;
  const known = found.targets.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return { ...found, targets: found.targets.filter(({ name }) => names.includes(name)) };
  return usage(
    ...unknown.map((name) => {
      const near = suggest(name, known);
      return `--api ${JSON.stringify(name)}: the configuration has no such API${near === undefined ? "" : `; did you mean ${near}?`}`;
    }),
  );
};

/** What a configuration names that a program holds; its paths are relative to `cwd`, and `named` is what messages call it. */
export const targetsOf = (value: unknown, cwd: string, named: string): Targets => {
  const parsed = parseConfig(value);
  if ("problems" in parsed) return usage(...parsed.problems.map((problem) => `${named}: ${problem}`));
  return checked(fromConfig(parsed.config, path.join(cwd, "options"), {}, named), { cwd });
};

const fromFile = async (options: TargetOptions): Promise<Targets> => {
  const loaded = await loadConfig(options.cwd, options.config);
  if (loaded.kind === "none")
    return usage("there is no input: name a description, or write an openapi-sieve.config.ts (see the README)");
  if (loaded.kind === "failed") return usage(`${loaded.file}: ${loaded.reason}`);
  const parsed = parseConfig(loaded.value);
  if ("problems" in parsed) return usage(...parsed.problems.map((problem) => `${loaded.file}: ${problem}`));
  return wanted(checked(fromConfig(parsed.config, loaded.file, options.access), options), options.apis);
};

/** All that there is: the inputs of the command line, or what the configuration names. */
const findAll = async (options: TargetOptions): Promise<Targets> => {
  if (options.inputs.length > 0) return options.apis === undefined ? checked(fromInputs(options), options) : usage("--api goes without an input");
  if (options.out !== undefined || options.name !== undefined) return usage("--out and --name go with an input");
  if (options.only !== undefined) return usage("--only goes with an input; the configuration has `only` for each API");
  if (options.overlays.length > 0) return usage("--overlay goes with an input; the configuration has `overlays` for each API");
  const places = withImports(configPlaces(options.cwd, options.config));
  const found = await fromFile(options);
  return { ...found, files: [...new Set([...places, ...found.files])] };
};

/** What to generate. */
export const findTargets = async (options: TargetOptions): Promise<Targets> => {
  const found = await findAll(options);
  return found.kind === "usage" || options.shard === undefined ? found : { ...found, targets: shardOf(found.targets, options.shard) };
};

