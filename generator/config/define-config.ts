import type { Formatter } from "../print/formatters.js";
import type { Dates, Decimals, Int64 } from "../../templates/client/wire/representation.js";
import type { DiagnosticCode } from "../diagnostics/catalog.js";
import type { Level } from "../diagnostics/levels.js";
import type { JsonValue } from "../code/json-value.js";
import type { Emitter } from "../emitters/define-emitter.js";
import type { DialectName } from "../filters/index.js";
import type { PackageJson } from "../plan/package-json.js";
import type { Renames } from "../plan/renames.js";
import type { Access } from "./access.js";

/** How a description is read and judged; what an API says goes before what is said for all. */
export interface ReadingConfig extends Partial<Access> {
  /** What findings count as, by code: "error", "warning" or "off". docs/diagnostics.md lists the codes. */
  readonly diagnostics?: Readonly<Partial<Record<DiagnosticCode, Level>>>;
}

/** One API: the description and the folder of the package that is made of it. */
export interface ApiConfig extends ReadingConfig {
  /** The description, relative to the configuration file. */
  readonly input: string;
  /** Overlays that are applied to it, in this order, relative to the configuration file. */
  readonly overlays?: readonly string[];
  /**
   * The operations that are wanted: operationIds, tags, or methods with paths such as `GET /pets`, in which `*` stands for anything. All
   * if left out. Of the schemas, those that they need are generated.
   */
  readonly only?: readonly string[];
  /** The package's folder; `generated/<name>` if left out. */
  readonly out?: string;
  /**
   * How the names of its filter parameters are spelled, whatever the description says; false where none is to be read as a filter.
   * If left out, the description says so or it is seen from the names (docs/filters.md).
   */
  readonly filterDialect?: DialectName | false;
  /**
   * How clients of the package show moments, days and lengths of time unless `createClient` chooses otherwise; `string` if left
   * out. Where `string` is said, there is nothing to choose, and the package is smaller.
   */
  readonly dates?: Dates;
  /** How they show integers of 64 bits, in the same way; `number` if left out. */
  readonly int64?: Int64;
  /** How they show decimal numbers that are numbers on the wire, in the same way; `number` if left out. */
  readonly decimals?: Decimals;
  /**
   * Names of types and functions in place of those that the description leads to: `{ schemas: { pet_list: "Pets" }, operations: {
   * "get-pet": "getPet" } }`. docs/names.md tells the rules.
   */
  readonly names?: Renames;
  /** Members of the package's `package.json` beside those that are said for all; of two with one name, these count. */
  readonly packageJson?: PackageJson;
  /** Emitters for this API alone, after those of all. */
  readonly emitters?: readonly EmitterConfig[];
}

/** A format of your own: a function of a module of yours that tells whether a value has it. */
export interface FormatConfig {
  /** A file of TypeScript without imports, relative to the configuration file; it is copied into the packages. */
  readonly module: string;
  /** The function: `(value: string) => boolean`, or of a number. */
  readonly export: string;
  /** The type whose values it checks; `string` if left out. */
  readonly appliesTo?: "string" | "number";
  /** What a value has to be, for messages: it stands after "must be". */
  readonly phrase?: string;
}

/**
 * An emitter of your own: what `defineEmitter` gives, or the path of a module that exports one (by `default`, unless `export` names
 * another), relative to the configuration file. `options` go to its `emit`.
 */
export type EmitterConfig = Emitter | string | { readonly module: string; readonly export?: string; readonly options?: JsonValue };

export interface Config extends ReadingConfig {
  /** By name of the package that is generated. */
  readonly apis: Readonly<Record<string, ApiConfig>>;
  /** Further values of `format`, or other checks for known ones, by name. */
  readonly formats?: Readonly<Record<string, FormatConfig>>;
  /** Further modules for the packages of all APIs (docs/emitters.md). */
  readonly emitters?: readonly EmitterConfig[];
  /**
   * Who lays out the modules of the packages: `oxfmt` (if left out), `prettier`, or nobody, which is fastest and leaves long lines
   * as they are.
   */
  readonly format?: Formatter;
  /** Members of the packages' `package.json` that descriptions do not say, such as `license`, `repository` and `publishConfig`. */
  readonly packageJson?: PackageJson;
  /** Warnings are errors. */
  readonly strict?: boolean;
}

/** Types the configuration in an editor; gives it back as it is. */
export const defineConfig = (config: Config): Config => config;
