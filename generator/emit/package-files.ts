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

/** What emitters of the user's own add to a package. */
export interface PackageAdditions {
  /** Paths of modules that only their own path exports. */
  readonly subpaths: readonly string[];
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const exportOf = (path: string): object => ({ [`./${path}`]: { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` } });

/** What the configuration says of a package goes before what an emitter asks for. */
const peersOf = (asked: PackageAdditions["peerDependencies"], { peerDependencies: said }: PackageJson): object => {
  if (Object.keys(asked).length === 0) return {};
  return { peerDependencies: { ...asked, ...(typeof said === "object" && said !== null ? said : {}) } };
};

const manifest = ({ packageName, contract }: Plan, { description, scripts, ...others }: PackageJson, { subpaths, peerDependencies }: PackageAdditions, version = packageVersion(contract.version)): string =>
  `${JSON.stringify(
    {
      name: packageName,
      version,
      description: description ?? `Types, filters and validators of ${contract.title}.`,
      ...others,
      type: "module",
      sideEffects: false,
      main: "./dist/index.js",
      types: "./dist/index.d.ts",
      exports: {
        ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
        ...(contract.operations.some(isBulk) ? fileJournal : {}),
        ...Object.assign({}, ...[...subpaths].sort().map(exportOf)),
        "./package.json": "./package.json",
      },
      files: ["dist", "src"],
      scripts: scriptsOf({ scripts: scripts ?? {} }),
      ...peersOf(peerDependencies, others),
    },
    undefined,
    2,
  )}\n`;

/** `package.json` and `README.md` of the package. Without a version of its own it has that of the description. */
export const packageFiles = (plan: Plan, packageJson: PackageJson, version?: string, additions: PackageAdditions = { subpaths: [], peerDependencies: {} }): readonly TextDraft[] => [
  { kind: "text", path: "package.json", text: manifest(plan, packageJson, additions, version), format: false },
  { kind: "text", path: "README.md", text: readme(plan), format: false },
];
