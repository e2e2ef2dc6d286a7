import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSurface } from "./surface/parse-surface.js";
import type { Surface } from "./surface/surface.js";
import { surfaceFile } from "./surface/surface-file.js";

/** The surface of a generated package; undefined where the folder holds none, and why where it cannot be read. */
export const readSurface = (folder: string): Surface | { readonly problem: string } | undefined => {
  let text: string;
  try {
    text = readFileSync(path.join(folder, surfaceFile), "utf8");
  } catch {
    return undefined;
  }
  return parseSurface(text);
};
