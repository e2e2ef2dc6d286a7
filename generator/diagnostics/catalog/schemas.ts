import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of JSON Schema keywords, and of the types made from them. */
export const schemas = {
  "enum-type-mismatch": {
    severity: "warning",
    title: "Enum value that its own type forbids",
    cause: "A value of `enum` or `const` is not of the schema's `type`, so it can never be used.",
    mend: "Correct the value or the type; in YAML, quote values such as `yes`, `no` and `1`.",
  },
  "format-unknown": {
    severity: "warning",
    title: "Unknown format",
    cause: "The `format` is none of those that can be checked, so only the type is.",
    mend: "Correct its spelling, or describe the shape with `pattern`.",
  },
  "keyword-ignored": {
    severity: "warning",
    title: "Keyword without effect",
    cause: "The keyword cannot apply here, for example beside a `$ref` in OpenAPI 3.0 or to values of another type.",
    mend: "Remove it, or move it to where it applies.",
  },
  "keyword-invalid": {
    severity: "error",
    title: "Wrong value for a keyword",
    cause: "JSON Schema wants another kind of value for this keyword.",
    mend: "Correct the value.",
  },
  "keyword-unsupported": {
    severity: "warning",
    title: "Keyword that is not supported",
    cause: "The keyword is part of JSON Schema but neither typed nor enforced by the generated code.",
    mend: "Say it with supported keywords, or accept that it is not checked.",
  },
  "pattern-invalid": {
    severity: "error",
    title: "Pattern is not a regular expression",
    cause: "`pattern` or a key of `patternProperties` is not a valid ECMAScript regular expression.",
    mend: "Correct the expression; in YAML, put it in single quotes so that backslashes stay.",
  },
  "pattern-not-unicode": {
    severity: "warning",
    title: "Pattern that is only valid without the u flag",
    cause: "JSON Schema reads patterns as Unicode expressions, and this one is valid only in the older, laxer form.",
    mend: "Remove needless escapes such as `\\-` or `\\_` outside of character classes.",
    showMend: true,
  },
  "pattern-slow": {
    severity: "warning",
    title: "Pattern that takes too long for some texts",
    cause: "There are texts that the expression can match in very many ways, all of which are tried, so that whoever sends one stops the program.",
    mend: "Write it so that every text matches in one way only: `^a+$` instead of `^(a+)+$`.",
    showMend: true,
  },
  "schema-endless": {
    severity: "error",
    title: "A schema that includes itself",
    cause: "Through `allOf`, `anyOf`, `oneOf`, `not`, `if` or `$ref` the schema applies itself to the very same value, so checking a value never ends.",
    mend: "Take the schema out of its own parts; recursion through properties or items is fine.",
    showMend: true,
  },
  "type-budget-exceeded": {
    severity: "warning",
    title: "Rules too many for a union type",
    cause: "The union that would state the rules of this schema is larger than the budget for types.",
    mend: "Nothing has to be done: the check moves to a generic helper; splitting the schema brings the union back.",
  },
} as const satisfies Record<string, CatalogEntry>;
