import type { TextDraft } from "../code/declaration.js";
import type { PackageJson } from "../plan/package-json.js";
import type { Plan } from "../plan/plan.js";
import { isBulk } from "./client/bulk-module.js";
import { guardPath } from "./publish-guard.js";
import { readme } from "./readme.js";

/** Semantic Versioning 2.0.0 §2, without build data. */
const semver = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?$/;

/** packageVersion("2.0.0") ~> "2.0.0"; packageVersion("v2") ~> "2.0.0"; packageVersion("2026-01") ~> "0.0.0" */
const packageVersion = (version: string): string => {
  if (semver.test(version)) return version;
  const [, major, minor = "0"] = /^v?(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?$/.exec(version) ?? [];
  return major === undefined ? "0.0.0" : `${major}.${minor}.0`;
};

const fileJournal = { "./file-journal": { types: "./dist/file-journal.d.ts", default: "./dist/file-journal.js" } };

/** npm runs it before it publishes: what is not built, or was changed by hand, is not published (docs/ci.md). */
const guard = { prepublishOnly: `node ${guardPath}` };

const scriptsOf = ({ scripts = {} }: PackageJson): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries({ ...guard, ...scripts }).filter(([, command]) => command !== ""));

const manifest = ({ packageName, contract }: Plan, { description, scripts, ...others }: PackageJson): string =>
  `${JSON.stringify(
    {
      name: packageName,
      version: packageVersion(contract.version),
      description: description ?? `Types, filters and validators of ${contract.title}.`,
      ...others,
      type: "module",
      sideEffects: false,
      main: "./dist/index.js",
      types: "./dist/index.d.ts",
      exports: {
        ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
        ...(contract.operations.some(isBulk) ? fileJournal : {}),
        "./package.json": "./package.json",
      },
      files: ["dist", "src"],
      scripts: scriptsOf({ scripts: scripts ?? {} }),
    },
    undefined,
    2,
  )}\n`;

/** `package.json` and `README.md` of the package. */
export const packageFiles = (plan: Plan, packageJson: PackageJson): readonly TextDraft[] => [
  { kind: "text", path: "package.json", text: manifest(plan, packageJson), format: false },
  { kind: "text", path: "README.md", text: readme(plan), format: false },
];
