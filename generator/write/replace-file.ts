import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What is written is never seen half-written: it goes to a neighbour that then takes its name. */
const throughNeighbour = (target: string, write: (neighbour: string) => void): void => {
  const neighbour = `${target}.${process.pid}.tmp`;
  try {
    write(neighbour);
    renameSync(neighbour, target);
  } catch (error) {
    rmSync(neighbour, { force: true, recursive: true });
    throw error;
  }
};

/** Writes one file as a whole, its folder too. A link stays one, and who may read the file stays as it is. */
export const replaceFile = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  throughNeighbour(mode === undefined ? file : realpathSync(file), (neighbour) => {
    writeFileSync(neighbour, text);
    if (mode !== undefined) chmodSync(neighbour, mode);
  });
};
