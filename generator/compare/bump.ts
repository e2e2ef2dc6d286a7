import { type Bump, bumps, type Change } from "./change.js";

/** The part of the version that the changes raise together; undefined where there are none. */
export const bumpOf = (changes: readonly Pick<Change, "bump">[]): Bump | undefined => bumps.find((bump) => changes.some((change) => change.bump === bump));

const shape = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)/;

/**
 * The version that follows. Below 1.0.0, where Semantic Versioning promises nothing, npm's `^0.2.1` takes 0.2.2 and not 0.3.0: what
 * breaks raises the second number there, all else the third.
 *
 * // ~> nextVersion("1.4.2", "major") is "2.0.0", nextVersion("0.4.2", "major") is "0.5.0"
 */
export const nextVersion = (version: string, bump: Bump): string => {
  const [, major = "0", minor = "0", patch = "0"] = shape.exec(version) ?? [];
  const [first, second, third] = [Number(major), Number(minor), Number(patch)];
  if (first === 0) return bump === "major" ? `0.${second + 1}.0` : `0.${second}.${third + 1}`;
  if (bump === "major") return `${first + 1}.0.0`;
  return bump === "minor" ? `${first}.${second + 1}.0` : `${first}.${second}.${third + 1}`;
};

/** Is the first version later than the second? What is no version is never later; a pre-release is not told from its release. */
export const isLater = (left: string, right: string): boolean => {
  const [first, second] = [shape.exec(left), shape.exec(right)].map((found) => found?.slice(1, 4).map(Number));
  if (first === undefined || second === undefined) return false;
  const index = first.findIndex((part, place) => part !== second[place]);
  return index !== -1 && (first[index] ?? 0) > (second[index] ?? 0);
};
