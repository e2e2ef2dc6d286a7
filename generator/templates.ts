import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Templates } from "./emit/runtime-modules.js";
import { packageRoot } from "./package-root.js";

const filesBelow = (folder: string, below = ""): readonly string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, name) : [name];
  });

/** The run-time modules of `templates/`, as text. */
export const readTemplates = (): Templates => {
  const folder = path.join(packageRoot(), "templates");
  return new Map(filesBelow(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
};

