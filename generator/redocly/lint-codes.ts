import { catalog, type DiagnosticCode } from "../diagnostics/catalog.js";
import { extensions } from "../diagnostics/catalog/extensions.js";
import { reading } from "../diagnostics/catalog/reading.js";
import { references } from "../diagnostics/catalog/references.js";
import { rules } from "../diagnostics/catalog/rules.js";
import { schemas } from "../diagnostics/catalog/schemas.js";
import { structure } from "../diagnostics/catalog/structure.js";
import { codes, isCode } from "../diagnostics/levels.js";
import type { RedoclySeverity } from "./redocly-types.js";

/** Findings of what comes after reading: they need the whole package, or a detector that is loaded while everybody waits. */
const afterReading: ReadonlySet<DiagnosticCode> = new Set(["types-failed", "type-budget-exceeded", "pattern-slow"]);

/** Which files may be read is Redocly's to decide. */
const ofAccess: ReadonlySet<DiagnosticCode> = new Set(["ref-outside-root"]);

const inGroups = (...groups: readonly object[]): readonly DiagnosticCode[] =>
  codes.filter(isCode).filter((code) => groups.some((group) => Object.hasOwn(group, code)) && !afterReading.has(code) && !ofAccess.has(code));

/** The diagnostics that are rules: each has its code as its name. */
export const lintCodes = inGroups(reading, references, structure, schemas, rules, extensions);

const severities = { error: "error", warning: "warn", info: "off" } as const satisfies Record<string, RedoclySeverity>;

/** Rules under their full names, as severe as they are to `generate`. */
export const severitiesOf = (shown: readonly DiagnosticCode[]): Readonly<Record<string, RedoclySeverity>> =>
  Object.fromEntries(shown.map((code) => [`openapi-sieve/${code}`, severities[catalog[code].severity]]));

/**
 * What Redocly has no rules for: our extensions and the rules that they state. A description that only Redocly can read is told too,
 * since nothing is known of its extensions.
 */
export const recommendedCodes = inGroups(reading, rules, extensions);
