import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { buildPackage } from "./build-package.js";
import type { Representation } from "../templates/client/wire/representation.js";
import type { EmitterConfig, FormatConfig, ReadingConfig } from "./config/define-config.js";
import type { EmitterSource } from "./emitters/emitter-source.js";
import { loadEmitters } from "./config/load-emitters.js";
import { emittersProblems } from "./config/parse-config.js";
import { readEmitters } from "./config/read-emitters.js";
import { packageJsonProblems } from "./config/package-json.js";
import { readFormats } from "./config/read-formats.js";
import { type Formatter, standardFormatter } from "./print/formatters.js";
import { readingOf, readingProblems } from "./config/reading.js";
import type { Target } from "./config/targets.js";
import type { DialectName } from "./filters/index.js";
import { type CustomFormat, customModule } from "./formats/custom-format.js";
import type { Former } from "./former.js";
import type { Choices, GeneratedFile, GeneratedPackage, Tools } from "./generate-package.js";
import { kebabCase } from "./plan/words.js";
import type { PackageJson } from "./plan/package-json.js";
import type { Renames } from "./plan/renames.js";
import { readInput } from "./read-input.js";
import type { Beside } from "./read-spec.js";
import type { Locate } from "./diagnostics/render.js";
import { once } from "./once.js";
import type { Templates } from "./emit/runtime-modules.js";
import { type AllTools, loadTools } from "./tools.js";
import { untimed } from "./progress/stage.js";

export interface GenerateOptions extends ReadingConfig {
  /** Path of the description. */
  readonly input: string;
  /** Paths of overlays that are applied to it, in this order; relative to `cwd`. */
  readonly overlays?: readonly string[];
  /** The operations that are wanted: operationIds, tags, or methods with paths such as `GET /pets`; `*` stands for anything. All if left out. */
  readonly only?: readonly string[];
  /** Name of the package; made of the description's title if left out. */
  readonly name?: string;
  /** Folder that `input` is relative to; the working directory if left out. */
  readonly cwd?: string;
  /** Also make `dist/`: JavaScript, declarations and maps. */
  readonly build?: boolean;
  /** Warnings are errors. */
  readonly strict?: boolean;
  /** Formats of your own, their modules relative to `cwd`. */
  readonly formats?: Readonly<Record<string, FormatConfig>>;
  /** How clients of the package show values of some formats unless told otherwise; where it says that they are as on the wire, always. */
  readonly representation?: Partial<Representation>;
  /** Names of types and functions in place of those that the description leads to. */
  readonly names?: Renames;
  /** Who lays out the modules; `oxfmt` if left out. */
  readonly format?: Formatter;
  /** The dialect of its filters, whatever the description says; false where no parameter is to be read as a filter. */
  readonly filterDialect?: DialectName | false;
  /** Members of `package.json` that the description does not say. */
  readonly packageJson?: PackageJson;
  /** Emitters of your own (docs/emitters.md); the paths of modules relative to `cwd`. */
  readonly emitters?: readonly EmitterConfig[];
}

export interface GenerateResult {
  /** The files of the package, paths relative to its folder; none where the description has errors. */
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a diagnostic stands in its file. */
  readonly locate: Locate;
  /** Every file that was read, the description first, with its text; overlays are among them. */
  readonly inputs: readonly { readonly path: string; readonly text: string }[];
}

const isFatal = (diagnostics: readonly Diagnostic[], strict: boolean): boolean =>
  diagnostics.some(({ severity }) => severity === "error" || (strict && severity === "warning"));

/** The same, with what is of use to the next run. */
export interface MadePackage extends GenerateResult, Pick<GeneratedPackage, "keptTypes"> {}

/** `GenerateOptions` with what was read of them: a target, wherever it goes. */
export interface Settings extends Omit<Target, "out" | "name">, Pick<GenerateOptions, "name" | "cwd" | "build" | "strict">, Pick<Choices, "version">, Pick<Beside, "hostOver" | "stopwatch"> {
  /** What an earlier run made, where it is known. */
  readonly former?: Former;
}

const plain: Omit<Settings, "input"> = { ...readingOf(), representation: {}, names: {}, format: standardFormatter, packageJson: {}, emitters: [] };

/** Modules of the user's own stand among those that are copied into packages. */
const withFormats = (templates: Templates, formats: readonly CustomFormat[]): Templates =>
  formats.length === 0 ? templates : new Map([...templates, ...formats.map((format) => [`${customModule(format)}.ts`, format.text] as const)]);

/** A formatter is loaded when the first file needs it, which may be none. */
const toolsOf = (tools: AllTools, { format, former }: Settings): Pick<Tools, "format" | "formatter" | "former"> => ({
  formatter: format,
  format: async (text) => (await tools.formatWith(format))(text),
  ...(former === undefined ? {} : { former }),
});

/** The package of one description, in memory. Nothing is written. */
export const generateWith = async (given: Pick<Settings, "input"> & Partial<Settings>, load: () => Promise<AllTools>): Promise<MadePackage> => {
  const settings: Settings = { ...plain, ...given };
  const { input, cwd = process.cwd(), strict = false, stopwatch = untimed } = settings;
  const { contract, diagnostics, explained, ...found } = await readInput(input, cwd, settings, settings);
  if (contract === undefined || isFatal(diagnostics, strict)) return { ...found, files: [], diagnostics };
  const loaded = stopwatch.begin("tools");
  const tools = await load();
  // all that writes code: a run that finds nothing to do goes without
  const { generatePackage } = await import("./generate-package.js");
  const name = settings.name ?? kebabCase(contract.title, "api");
  const own = { ...tools, templates: withFormats(tools.templates, settings.formats), ...toolsOf(tools, settings), stopwatch };
  const emitters = await loadEmitters(settings.emitters);
  loaded();
  const made = await generatePackage(contract, name, own, settings, emitters);
  const all = [...diagnostics, ...made.diagnostics.map(explained)];
  if (made.files.length === 0 || isFatal(made.diagnostics, strict)) return { ...found, files: [], diagnostics: all };
  if (settings.build !== true) return { ...found, files: made.files, diagnostics: all };
  const isBuilt = stopwatch.begin("build");
  const built = buildPackage(made.files, tools.transpile, settings.former);
  isBuilt();
  return { ...found, files: [...made.files, ...built], diagnostics: all, ...(made.keptTypes === undefined ? {} : { keptTypes: made.keptTypes }) };
};

/** Programs without types call it too; what they forget would only show somewhere inside. */
const checkOptions = (options: unknown): void => {
  const input = typeof options === "object" && options !== null && "input" in options ? options.input : undefined;
  if (typeof input !== "string" || input === "")
    throw new TypeError('generate() needs the path of a description: generate({ input: "openapi.yaml" })');
};

/** Throws a TypeError for what is no emitter. */
const readOwnEmitters = ({ emitters = [], cwd = process.cwd() }: GenerateOptions): readonly EmitterSource[] => {
  const wrong = emittersProblems(emitters, "emitters");
  const read = wrong.length > 0 ? { problems: wrong } : readEmitters(emitters, "", cwd);
  if ("problems" in read) throw new TypeError(read.problems.join("\n"));
  return read.emitters;
};

/**
 * The package of one description, in memory. Nothing is written; errors of the description are among the diagnostics.
 * Rejects with a TypeError where `input` is no path, or an option makes no sense.
 */
export const generate = async (options: GenerateOptions): Promise<GenerateResult> => {
  checkOptions(options);
  const wrong = [...readingProblems({ ...options }, ""), ...packageJsonProblems(options.packageJson, "packageJson")];
  if (wrong.length > 0) throw new TypeError(wrong.join("\n"));
  const read = readFormats(options.formats ?? {}, options.cwd ?? process.cwd());
  if ("problems" in read) throw new TypeError(read.problems.join("\n"));
  const own = readOwnEmitters(options);
  const { names = {}, representation = {}, format = standardFormatter, packageJson = {} } = options;
  const tools = once(() => loadTools(1));
  try {
    return await generateWith({ ...options, ...readingOf({ ...options, formats: read.formats }, options), names, representation, format, packageJson, emitters: own }, tools.get);
  } finally {
    await tools.close();
  }
};
