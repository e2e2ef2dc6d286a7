import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CatalogEntry } from "../../../generator/diagnostics/catalog/catalog-entry.js";
import { documentation } from "../../../generator/diagnostics/catalog/documentation.js";
import { extensions } from "../../../generator/diagnostics/catalog/extensions.js";
import { overlays } from "../../../generator/diagnostics/catalog/overlays.js";
import { reading } from "../../../generator/diagnostics/catalog/reading.js";
import { references } from "../../../generator/diagnostics/catalog/references.js";
import { rules } from "../../../generator/diagnostics/catalog/rules.js";
import { schemas } from "../../../generator/diagnostics/catalog/schemas.js";
import { structure } from "../../../generator/diagnostics/catalog/structure.js";
import { usage } from "../../../generator/diagnostics/catalog/usage.js";
import { fixtures } from "./fixture.js";

const groups: readonly (readonly [title: string, entries: Readonly<Record<string, CatalogEntry>>])[] = [
  ["Reading", reading],
  ["References", references],
  ["Overlays", overlays],
  ["OpenAPI objects", structure],
  ["Schemas", schemas],
  ["Rules", rules],
  ["Extensions", extensions],
  ["Names", usage],
  ["Documentation as input", documentation],
];

export const documentedCodes: readonly string[] = groups.flatMap(([, entries]) => Object.keys(entries));

const head = `# Diagnostics

<!-- Made of generator/diagnostics/catalog and of the fixtures of test/diagnostics by \`npm run docs:diagnostics\`. -->

What the tool says about a description. Each finding has a code that stays, a place, and where it helps a hint and notes with places of
their own. Errors end the run before anything is written; warnings do not, unless \`--strict\` is given.

## Levels

\`\`\`ts
export default defineConfig({
  diagnostics: { "format-unknown": "off", "operation-id-missing": "error" }, // for all APIs
  apis: { shop: { input: "shop.yaml", diagnostics: { "format-unknown": "warning" } } }, // what an API says goes first
});
\`\`\`

A code may be \`"error"\`, \`"warning"\` or \`"off"\`. Errors stay errors, since what they stand for cannot be read or written; those marked
_may be relaxed_ below leave the description whole. \`--strict\` then makes an error of every warning that is left.

## Formats

\`--format text\` (as below, on standard error), \`json\`, \`sarif\` or \`github\` (on standard output). At most 50 findings of a description are
shown as text or annotations (\`--max-diagnostics N\`, 0 for all): errors before warnings, codes in turns, the rest counted by code. What says
the same of more than three places is shown once, with the others named. JSON and SARIF hold everything.

\`json\` (\`--json\` is the same) is \`{ version: 1, apis: [{ name, out, …, diagnostics }] }\`, and of \`explain\` \`{ version: 1, items, diagnostics }\`.
A diagnostic is \`{ code, severity, message, file?, range?, pointer?, hint?, notes }\`, a note \`{ message, file?, range? }\`, a range
\`{ start, end }\` of \`{ line, column, offset }\`: lines and columns count from 1, offsets from 0, in UTF-16 code units, and the end is
exclusive. \`pointer\` is a JSON Pointer into the bundled description. Members are added within a version, and not changed or removed:
[the schema](../generator/schemas/output.schema.json).

\`sarif\` is SARIF 2.1.0, one run for all APIs, with the codes as rules. \`github\` prints workflow commands, which become annotations:

\`\`\`yaml
- run: npx openapi-sieve check --format github
\`\`\`

## What is read

Files of at most 20 MB (\`--max-size MB\`, \`maxSize\`), in UTF-8 or UTF-16. References may lead anywhere below the working directory and the folder of the
description, a symbolic link counting as what it leads to; \`--allow-outside\` (\`allowOutside\`) lifts that. URLs are read with
\`--allow-remote\` (\`allowRemote\`) only: http and https, without user and password, at most 5 redirects, 10 seconds and the same size for each
document, 500 documents in all. Such a run makes requests to wherever the description says, so allow it for descriptions that you trust.
Queries of URLs are sent but not shown. A reference that is written as a path is looked up as a file first, and what \`remotes\` in the
configuration has copies of is read from there.

`;

/** Of texts that are no descriptions. */
const elsewhere: Readonly<Record<string, string>> = {
  "docs-unrecognised": fileURLToPath(new URL("../../lift/from-docs/refused/no-form", import.meta.url)),
};

const exampleOf = (code: string): string => {
  const folder = fixtures.find((fixture) => fixture.code === code)?.folder ?? elsewhere[code];
  const text = folder === undefined ? "" : readFileSync(join(folder, "expected.txt"), "utf8");
  return text.split("\n\n").find((one) => one.split("\n", 1)[0]?.includes(` ${code} `) === true || one.startsWith(`error ${code} `)) ?? "";
};

const section = (code: string, { severity, title, cause, mend, relaxable }: CatalogEntry): string =>
  [
    `### ${code}`,
    `**${title}** (${severity}${relaxable === true ? ", may be relaxed" : ""}). ${cause} _Mend:_ ${mend}`,
    `\`\`\`\n${exampleOf(code).trimEnd()}\n\`\`\``,
  ].join("\n\n");

/** docs/diagnostics.md: every code of the catalogue, with a finding of the fixture that is about it. */
export const diagnosticsDocument = (): string =>
  `${head}## Codes\n\n${groups
    .flatMap(([title, entries]) => [
      `**${title}**: ${Object.keys(entries).map((code) => `[${code}](#${code})`).join(", ")}`,
    ])
    .join("\n\n")}\n\n${groups.flatMap(([, entries]) => Object.entries(entries).map(([code, entry]) => section(code, entry))).join("\n\n")}\n`;
