import { statSync } from "node:fs";

/** What stands at a path; undefined where nothing does, or nothing that can be looked at. */
export const fileKind = (path: string): "file" | "folder" | undefined => {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
};
