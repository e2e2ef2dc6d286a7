import { createHash } from "node:crypto";

/** One of several parts of a configuration; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** readShard("2/4") ~> { index: 2, count: 4 }; undefined for what is no part. */
export const readShard = (text: string): Shard | undefined => {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= count ? { index, count } : undefined;
};

/** An order that is the same everywhere, and in which names that are alike, which often are alike in size, are no neighbours. */
const rank = (name: string): string => createHash("sha256").update(name).digest("hex");

/**
 * The part of the things that falls to a shard. It follows from the names alone, so every machine of a matrix comes to the same: sizes of files
 * depend on line ends, and what is weighed differently on two machines could fall to neither. Parts are stretches of one order, as long as
 * each other or longer by one; so where something is added, at most one thing moves from each part to its neighbour.
 */
export const shardOf = <Named extends { readonly name: string }>(all: readonly Named[], { index, count }: Shard): readonly Named[] => {
  const border = (part: number): number => Math.floor((part * all.length) / count);
  const ordered = all.map(({ name }) => ({ name, rank: rank(name) })).sort((left, right) => (left.rank < right.rank ? -1 : 1));
  const mine = new Set(ordered.slice(border(index - 1), border(index)).map(({ name }) => name));
  return all.filter(({ name }) => mine.has(name));
};
