import path from "node:path";
import { kebabCase } from "../plan/words.js";
import type { Config } from "./define-config.js";
import { loadConfig } from "./load-config.js";
import { packageName, parseConfig } from "./parse-config.js";

/** One package to make: absolute paths. */
export interface Target {
  readonly name: string;
  readonly input: string;
  readonly out: string;
}

export interface TargetOptions {
  readonly cwd: string;
  readonly inputs: readonly string[];
  readonly out?: string;
  readonly name?: string;
  readonly config?: string;
}

export type Targets =
  | { readonly kind: "targets"; readonly targets: readonly Target[]; readonly strict: boolean }
  /** The command was used wrongly: exit code 2. */
  | { readonly kind: "usage"; readonly messages: readonly string[] };

const usage = (...messages: readonly string[]): Targets => ({ kind: "usage", messages });

const generic = new Set(["openapi", "swagger", "spec", "api", "index", "schema", "description"]);

/** The name of a file as a package name; `openapi.yaml` and the like take the folder they are generated into. */
const nameOf = (input: string, out: string | undefined): string => {
  const base = kebabCase(path.basename(input).replace(/(?:\.openapi)?\.[^.]+$/, ""), "api");
  if (!generic.has(base)) return base;
  return kebabCase(path.basename(out ?? path.dirname(path.resolve(input))), base);
};

const fromInputs = ({ cwd, inputs, out, name, config }: TargetOptions): Targets => {
  if (config !== undefined) return usage("--config goes without an input");
  if (name !== undefined && inputs.length > 1) return usage("--name goes with one input");
  if (name !== undefined && !packageName.test(name))
    return usage(`${JSON.stringify(name)} is no package name that npm takes (lower case, digits, "-", ".", "_")`);
  const targets = inputs.map((input): Target => {
    const own = name ?? nameOf(input, inputs.length === 1 ? out : undefined);
    const folder = out === undefined ? path.join("generated", own) : inputs.length === 1 ? out : path.join(out, own);
    return { name: own, input: path.resolve(cwd, input), out: path.resolve(cwd, folder) };
  });
  return { kind: "targets", targets, strict: false };
};

const fromConfig = (config: Config, file: string): Targets => {
  const folder = path.dirname(file);
  return {
    kind: "targets",
    strict: config.strict === true,
    targets: Object.entries(config.apis).map(([name, api]) => ({
      name,
      input: path.resolve(folder, api.input),
      out: path.resolve(folder, api.out ?? path.join("generated", name)),
    })),
  };
};

/** Two packages in one folder would remove each other's files. */
const sharedFolders = (targets: readonly Target[]): readonly string[] =>
  targets
    .filter((target, index) => targets.findIndex((other) => other.out === target.out) !== index)
    .map((target) => `two packages would be written to ${target.out}; give each its own \`out\``);

const checked = (found: Targets): Targets => {
  if (found.kind === "usage") return found;
  const problems = sharedFolders(found.targets);
  return problems.length === 0 ? found : usage(...problems);
};

/** What to generate: the inputs of the command line, or what the configuration names. */
export const findTargets = async (options: TargetOptions): Promise<Targets> => {
  if (options.inputs.length > 0) return checked(fromInputs(options));
  if (options.out !== undefined || options.name !== undefined) return usage("--out and --name go with an input");
  const loaded = await loadConfig(options.cwd, options.config);
  if (loaded.kind === "none")
    return usage("there is no input: name a description, or write an openapi-sieve.config.ts (see the README)");
  if (loaded.kind === "failed") return usage(`${loaded.file}: ${loaded.reason}`);
  const parsed = parseConfig(loaded.value);
  if ("problems" in parsed) return usage(...parsed.problems.map((problem) => `${loaded.file}: ${problem}`));
  return checked(fromConfig(parsed.config, loaded.file));
};

