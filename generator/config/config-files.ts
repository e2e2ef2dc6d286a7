import { readFileSync } from "node:fs";
import path from "node:path";

/** from './a' of an import or export, import './a', import('./a'), require('./a') */
const specifiers = /\b(?:from|import|require)\s*\(?\s*(["'])(\.{1,2}\/[^"'\n]*)\1/g;

const extensions = ["", ".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.js"];

/** A file of JavaScript is often one of TypeScript that is named as it will be. */
const asWritten = (file: string): readonly string[] => {
  const twin = file.replace(/\.([cm]?)js$/, ".$1ts");
  return twin === file ? [file] : [file, twin];
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

/** Where a module may be that is imported so: the path that is there, and those before it that would be taken instead. */
const places = (from: string, specifier: string): readonly string[] => {
  const target = path.resolve(path.dirname(from), specifier);
  const candidates = extensions.flatMap((extension) => asWritten(target + extension));
  const found = candidates.findIndex((candidate) => textOf(candidate) !== undefined);
  return found === -1 ? candidates : candidates.slice(0, found + 1);
};

const importsOf = (file: string): readonly string[] =>
  [...(textOf(file) ?? "").matchAll(specifiers)].flatMap(([, , specifier = ""]) => places(file, specifier));

/**
 * The modules that these files import by relative paths, with all that those import; also where they could be and are not. Read from their texts, so
 * that what cannot be loaded has them too.
 */
export const withImports = (files: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith(".json")) importsOf(file).forEach(visit);
  };
  files.forEach(visit);
  return [...seen];
};
