import type { Comparison } from "./compare-folder.js";
import { manifestPath } from "./manifest.js";

/** Something about a file of a package that somebody should know. */
export interface Notice {
  /** Relative to the package's folder. */
  readonly path: string;
  readonly message: string;
}

const keptMessages = {
  edited: "is not generated any more and stays, since somebody edited it; remove it, or its first line if it is to stay",
  unlisted: "says that it is generated, but the manifest does not know it, so it stays; remove it, or its first line if it is to stay",
} as const;

/** What a run did about files that others have touched. */
export const noticesOf = ({ changes, kept, manifest }: Comparison): readonly Notice[] => [
  ...(manifest === "damaged" ? [{ path: manifestPath, message: "was no manifest, and is written anew" }] : []),
  ...changes.flatMap(({ path, kind }) => (kind === "edited" ? [{ path, message: "had been edited, and is overwritten" }] : [])),
  ...kept.map(({ path, kind }) => ({ path, message: keptMessages[kind] })),
];
