import { realpathSync } from "node:fs";
import path from "node:path";
import { fileKind } from "./file-kind.js";

/** Folders of a package in which the tool removes what it once wrote and would not any more. */
const ownFolders: ReadonlySet<string> = new Set(["src", "dist", ".openapi-sieve"]);

/** The folder by its one name, links followed as far as it is there. */
const realFolder = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    const above = path.dirname(folder);
    return above === folder ? folder : path.join(realFolder(above), path.basename(folder));
  }
};

const isIn = (inner: string, outer: string): boolean => ownFolders.has(path.relative(outer, inner).split(path.sep)[0] ?? "");

/** Packages that would remove each other's files. */
const meetings = (folders: readonly string[]): readonly string[] => {
  const packages = folders.map((folder) => ({ folder, real: realFolder(folder) }));
  return packages.flatMap(({ folder, real }, index) => {
    const isSame = packages.slice(0, index).some((other) => other.real === real);
    const outer = packages.find((other) => isIn(real, other.real));
    return [
      ...(isSame ? [`two packages would be written to ${folder}; give each its own \`out\``] : []),
      ...(outer === undefined ? [] : [`${folder} is among the files of the package in ${outer.folder}; choose another \`out\``]),
    ];
  });
};

/** What is wrong with the folders of the packages; `more` are folders that others are made in. */
export const outProblems = (folders: readonly string[], more: readonly string[]): readonly string[] => [
  ...meetings(folders),
  ...[...new Set([...more, ...folders])].filter((folder) => fileKind(folder) === "file").map((folder) => `${folder} is a file, and a package goes into a folder; choose another \`out\``),
];
