import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One import of one file, as it is written there. */
interface Import {
  /** Paths relative to the repository. */
  readonly from: string;
  /** A file of the repository, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .filter((file) => file.endsWith(".ts") && !file.includes("/dist/"))
    .sort();

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** import … from, export … from; import without names; import(…) and createRequire(…)(…) */
const forms = [
  /^(?:import|export) (?<type>type )?[^"';]*?from "(?<to>[^"]+)"/gm,
  /^import "(?<to>[^"]+)"/gm,
  /\bimport\("(?<to>[^"]+)"\)/g,
  /\bcreateRequire\(import\.meta\.url\)\("(?<to>[^"]+)"\)/g,
];

/** "@scope/name/file" ~> "@scope/name"; "prettier/standalone" ~> "prettier" */
const packageName = (specifier: string): string => (/^(?:@[^/]+\/)?[^/]+/.exec(specifier) ?? [specifier])[0];

const importsOf = (from: string): readonly Import[] =>
  forms.flatMap((form) =>
    [...textOf(from).matchAll(form)].map(({ groups = {} }) => {
      const { to = "", type } = groups;
      const isPackage = !to.startsWith(".");
      const target = isPackage ? packageName(to) : path.posix.join(path.posix.dirname(from), to.replace(/\.js$/, ".ts"));
      return { from, to: target, isPackage, typeOnly: type !== undefined };
    }),
  );

const generator = filesBelow("generator");
const templates = filesBelow("templates");
const generated = filesBelow("generated");
const imports = generator.flatMap(importsOf);

/** generator/emit/types.ts ~> "emit"; templates/… ~> "templates"; a file at the top of the generator is named itself */
const folderOf = (file: string): string => {
  const [area = "", folder = "", ...rest] = file.split("/");
  return area === "generator" && rest.length > 0 ? folder : area === "generator" ? file : area;
};

const shown = ({ from, to, typeOnly }: Import): string => `${from} → ${to}${typeOnly ? " (type)" : ""}`;

interface Boundary {
  readonly may: readonly string[];
  readonly types?: readonly string[];
  /** Single files of folders that are otherwise closed. */
  readonly files?: readonly string[];
}

/** What clients can show otherwise than the wire: the configuration and the run time choose among the same. */
const representation = "templates/client/wire/representation.ts";

/**
 * What each folder may import beside itself; ARCHITECTURE.md says why. Folders between the document and the text report
 * with places, so they all know diagnostics, and the pointers and values of source.
 */
const boundaries: Readonly<Record<string, Boundary>> = {
  diagnostics: { may: [] },
  code: { may: [] },
  formats: { may: ["templates"] },
  progress: { may: ["diagnostics"] },
  source: { may: ["diagnostics", "code"] },
  keywords: { may: ["diagnostics", "source", "code", "formats", "templates"], types: ["model"] },
  rules: { may: ["diagnostics", "source", "code", "keywords", "templates"], types: ["model"] },
  filters: { may: ["diagnostics", "source", "code", "keywords", "templates"], types: ["model"] },
  model: { may: ["diagnostics", "source", "code", "keywords", "rules", "filters"], types: ["formats"], files: [representation] },
  lift: { may: ["diagnostics", "source", "rules", "filters", "model", "templates"], types: ["code"], files: ["generator/plan/words.ts"] },
  check: { may: ["diagnostics", "source", "model", "keywords", "rules"], types: ["code"] },
  plan: { may: ["diagnostics", "source", "model"], files: [representation] },
  emit: {
    may: ["diagnostics", "source", "code", "model", "keywords", "rules", "filters", "plan"],
    // local variables keep out of the way of what modules import from the first
    files: ["templates/check.ts", representation],
  },
  surface: { may: ["diagnostics", "source", "model", "rules", "plan", "emit"], types: ["code"] },
  // model: the formats that clients may show otherwise
  compare: { may: ["diagnostics", "source", "rules", "surface"], types: ["code", "model"], files: ["generator/model/codec-tree.ts"] },
  emitters: { may: ["diagnostics", "source", "code", "model", "rules", "plan", "emit"] },
  release: { may: ["diagnostics", "compare", "write"] },
  "openapi-typescript": { may: ["diagnostics", "source", "code", "model", "rules", "emit"] },
  drift: { may: ["diagnostics", "compare"] },
  print: { may: ["code", "progress"], types: ["source"], files: ["generator/emit/types.ts", "generator/write/text-hash.ts"] },
  // what is written is plain data
  write: { may: [], files: ["generator/generate-package.ts"] },
  config: {
    // filters: the names of the dialects
    ...{ may: ["filters"], types: ["formats", "diagnostics", "plan", "emitters", "code"] },
    files: [
      ...["generator/diagnostics/levels.ts", "generator/diagnostics/shown-uri.ts", "generator/diagnostics/suggest.ts", "generator/formats/custom-format.ts", "generator/emitters/emitter-problem.ts"],
      ...["generator/plan/words.ts", "generator/plan/package-json.ts", "generator/package-root.ts", "generator/print/formatters.ts", "generator/source/read-json.ts", representation],
    ],
  },
};

/** What joins the stages may import all of them. */
const joining = ["bundlers", "commands", "compile", "jobs", "watch", "redocly"];

const isAllowed = (one: Import): boolean => {
  const [from, to] = [folderOf(one.from), folderOf(one.to)];
  const boundary = boundaries[from];
  if (from === to || boundary === undefined) return true;
  return boundary.may.includes(to) || (one.typeOnly && (boundary.types ?? []).includes(to)) || (boundary.files ?? []).includes(one.to);
};

describe("imports of the generator", () => {
  test("are seen at all", () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.filter(({ typeOnly }) => !typeOnly).length).toBeGreaterThan(200);
  });

  test("every folder has a boundary", () => {
    const folders = new Set(generator.map(folderOf).filter((folder) => !folder.endsWith(".ts") && folder !== "schemas"));
    expect([...folders].sort()).toEqual([...Object.keys(boundaries), ...joining].sort());
  });

  test("keep to it", () => {
    expect(imports.filter((one) => !one.isPackage && !isAllowed(one)).map(shown)).toEqual([]);
  });

  test("lead to files that exist, never to folders", () => {
    const all = [...imports, ...templates.flatMap(importsOf), ...generated.flatMap(importsOf)].filter(({ isPackage }) => !isPackage);
    expect(all.filter(({ to }) => !existsSync(path.join(root, to)) || !to.endsWith(".ts")).map(shown)).toEqual([]);
  });

  test("make no circle", () => {
    const values = new Map<string, string[]>();
    for (const { from, to, isPackage, typeOnly } of [...imports, ...templates.flatMap(importsOf)])
      if (!isPackage && !typeOnly) values.set(from, [...(values.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
      else if (!done.has(file)) for (const next of values.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of values.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("of the stages between reading and writing touch neither files nor processes", () => {
    const pure = Object.keys(boundaries).filter((folder) => !["print", "config", "write", "release"].includes(folder));
    const found = imports.filter(({ from, to }) => pure.includes(folderOf(from)) && to.startsWith("node:"));
    expect(found.map(shown)).toEqual([]);
  });
});

/** What plugs into a tool works with that tool. */
const isPlugin = ({ from, to }: Import): boolean => folderOf(from) === to;

/** Each dependency can be replaced in one file. */
const doors: Readonly<Record<string, string>> = {
  chokidar: "generator/watch/watcher.ts",
  diff: "generator/drift/line-diff.ts",
  jiti: "generator/config/import-module.ts",
  "json-p3": "generator/source/overlay/json-path.ts",
  "openapi-typescript": "generator/emit/types.ts",
  ajv: "generator/source/meta-schemas.ts",
  "oxc-transform": "generator/print/transpile.ts",
  oxfmt: "generator/print/format.ts",
  prettier: "generator/print/format.ts",
  recheck: "generator/check/pattern-detector.ts",
  unplugin: "generator/bundlers/plugin.ts",
  yaml: "generator/source/yaml.ts",
};

describe("dependencies", () => {
  // the types of what loads our plugins are there where it is
  const { dependencies, peerDependencies } = JSON.parse(textOf("package.json")) as Readonly<Record<"dependencies" | "peerDependencies", Readonly<Record<string, string>>>>;
  const isPeer = ({ from, to, typeOnly }: Import): boolean => typeOnly && folderOf(from) === "bundlers" && Object.hasOwn(peerDependencies, to);
  const used = imports.filter((one) => one.isPackage && !one.to.startsWith("node:") && !isPlugin(one) && !isPeer(one));

  test.each(Object.entries(doors))("%s is imported by its door only", (name, door) => {
    const uses = used.filter(({ to }) => to === name);
    expect(uses.some(({ from }) => from === door)).toBe(true);
    const others = uses.filter(({ from }) => from !== door);
    expect(others.map(shown)).toEqual([]);
  });

  test("there is no other, and each is needed", () => {
    expect([...new Set(used.map(({ to }) => to))].sort()).toEqual(Object.keys(doors).sort());
    // the compiler is what openapi-typescript asks for; that itself, data of Ajv and one file of recheck are taken in by the build
    expect([...Object.keys(dependencies).filter((name) => name !== "typescript"), "openapi-typescript", "ajv", "recheck"].sort()).toEqual(Object.keys(doors).sort());
  });
});

test("templates and generated packages import nothing but their own files", () => {
  expect(templates.length).toBeGreaterThan(20);
  expect(generated.length).toBeGreaterThan(50);
  const outside = [
    ...templates.flatMap(importsOf).filter(({ to }) => !to.startsWith("templates/")),
    ...generated.flatMap(importsOf).filter(({ from, to }) => !to.startsWith(from.split("/").slice(0, 3).join("/") + "/")),
  ];
  expect(outside.map(shown)).toEqual([]);
});

/** What other tools load by its default export. */
const loadedByTools = [
  ...["esbuild", "rolldown", "rollup", "rspack", "vite", "webpack"].map((bundler) => `generator/bundlers/${bundler}.ts`),
  "generator/redocly/plugin.ts",
];

test("there are no default exports that nobody asks for, and no file without a subject", () => {
  const all = [...generator, ...templates];
  expect(all.filter((file) => /^export default\b|\bas default\b/m.test(textOf(file)))).toEqual(loadedByTools);
  expect(all.filter((file) => /(?:^|[/-])(?:utils?|helpers?|misc|common)\.ts$/.test(file))).toEqual([]);
});

describe("links", () => {
  const papers = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "spec/README.md"].filter((file) => existsSync(path.join(root, file)));

  test.each(papers)("of %s that lead into the repository lead to something", (paper) => {
    const text = textOf(paper).replaceAll(/^```[\s\S]*?^```/gm, "");
    const links = [...text.matchAll(/\]\((?<to>[^)\s]+)\)/g)].map(({ groups }) => groups?.["to"] ?? "");
    const inside = links.filter((link) => !/^(?:[a-z]+:|#)/.test(link)).map((link) => link.replace(/#.*$/, ""));
    expect(inside.filter((link) => !existsSync(path.join(root, path.dirname(paper), link)))).toEqual([]);
  });
});
