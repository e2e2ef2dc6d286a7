import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Files, root } from "./compilers.js";

/** The TypeScript files below a folder of the repository, by their path below `as`. */
export const filesOf = (folder: string, as = ""): Files =>
  Object.fromEntries(
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .sort()
      .map((file) => [path.posix.join(as, file), readFileSync(path.join(root, folder, file), "utf8")]),
  );
