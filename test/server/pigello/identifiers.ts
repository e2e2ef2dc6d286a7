import { createHash } from "node:crypto";

/** A UUID of version 4 that always belongs to the same name, so that runs can be compared. */
export const uuidOf = (name: string): string => {
  const digits = createHash("md5").update(name).digest("hex");
  const [a, b, c, d, e] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16), digits.slice(17, 20), digits.slice(20, 32)];
  return `${a}-${b}-4${c}-a${d}-${e}`;
};

/** The clients that the seeded rows refer to. */
export const externalClientIds: readonly string[] = [1, 2, 3, 4, 5].map((number) => uuidOf(`externalclient ${number}`));
/** Their organizations. */
export const organizationIds: readonly string[] = [1, 2, 3].map((number) => uuidOf(`organization ${number}`));
/** Their roles. */
export const roleIds: readonly string[] = [1, 2, 3].map((number) => uuidOf(`role ${number}`));

/** The id of the n-th row, from 1. */
export const userId = (number: number): string => uuidOf(`organizationuser ${number}`);

/** The time at which the n-th row is created: rows follow each other by a second, without a clock. */
export const creationTime = (number: number): string => `${new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString().slice(0, 19)}.000000Z`;
