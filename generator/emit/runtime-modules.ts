import type { TextDraft } from "../code/declaration.js";
import type { ModuleOutline } from "../code/outline.js";

/** Text of each file of `templates/`, by its path below that folder: `formats/date.ts`. */
export type Templates = ReadonlyMap<string, string>;

const importPattern = /(?:from|import)\s+"(\.[^"]+)\.js"/g;

/** resolved("formats/date-time", "./date") ~> "formats/date" */
const resolved = (from: string, specifier: string): string => {
  const path = from.split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
};

const importsIn = (module: string, text: string): readonly string[] =>
  [...text.matchAll(importPattern)].map(([, specifier = ""]) => resolved(module, specifier));

/** The modules that are reached from `entries`. */
const reached = (entries: readonly string[], templates: Templates): readonly string[] => {
  const found = new Set<string>();
  const visit = (module: string): void => {
    if (found.has(module)) return;
    found.add(module);
    const text = templates.get(`${module}.ts`);
    if (text === undefined) throw new Error(`there is no template ${module}.ts`);
    importsIn(module, text).forEach(visit);
  };
  entries.forEach(visit);
  return [...found].sort();
};

const prefix = "runtime/";

/** Every module that the modules of a package name. */
export const modulesUsed = (outlines: readonly ModuleOutline[]): ReadonlySet<string> => new Set(outlines.flatMap(({ uses }) => uses));

/** The run time that the modules of a package use, and nothing more, copied as it stands. */
export const runtimeModules = (outlines: readonly ModuleOutline[], templates: Templates): readonly TextDraft[] => {
  const entries = [...modulesUsed(outlines)].filter((module) => module.startsWith(prefix)).map((module) => module.slice(prefix.length));
  return reached(entries, templates).map((module) => ({
    kind: "text",
    path: `src/${prefix}${module}.ts`,
    text: templates.get(`${module}.ts`) ?? "",
    format: false,
  }));
};
