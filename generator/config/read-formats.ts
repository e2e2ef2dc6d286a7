import { readFileSync } from "node:fs";
import path from "node:path";
import { type CustomFormat, customModule } from "../formats/custom-format.js";
import type { FormatConfig } from "./define-config.js";

export type ReadFormats = { readonly formats: readonly CustomFormat[] } | { readonly problems: readonly string[] };

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

const importing = /^\s*(?:import\b|export\s[^;]*\sfrom\b)|\b(?:require|import)\s*\(/m;

const problemOf = (text: string | undefined, file: string, name: string): string | undefined => {
  if (!/\.m?ts$/.test(file)) return `the module must be TypeScript, since it is copied into the package: ${file}`;
  if (text === undefined) return `there is no file ${file}`;
  if (importing.test(text)) return `${file} imports another module; it is copied into the package, so it must stand alone`;
  const exported = new RegExp(`^export\\s+(?:const|function)\\s+${name.replaceAll("$", "\\$")}\\b`, "m").test(text);
  return exported ? undefined : `${file} exports no function ${name}`;
};

/** The formats of a configuration with the texts of their modules, or everything that is wrong with them. */
export const readFormats = (configured: Readonly<Record<string, FormatConfig>>, folder: string): ReadFormats => {
  const problems: string[] = [];
  const formats = Object.entries(configured).map(([name, { module, export: exported, appliesTo = "string", phrase }]): CustomFormat => {
    const file = path.resolve(folder, module);
    const text = textOf(file);
    const problem = problemOf(text, file, exported);
    if (problem !== undefined) problems.push(`formats[${JSON.stringify(name)}]: ${problem}`);
    return { name, appliesTo, phrase: phrase ?? `a valid ${name}`, export: exported, text: text ?? "" };
  });
  formats.forEach((format, index) => {
    const twin = formats.slice(0, index).find((other) => customModule(other) === customModule(format));
    if (twin !== undefined)
      problems.push(`formats[${JSON.stringify(format.name)}]: its module in the package would have the name of that of ${JSON.stringify(twin.name)}`);
  });
  return problems.length > 0 ? { problems } : { formats };
};
