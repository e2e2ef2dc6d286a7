import type { Leaf, Representation, TimeLeaf } from "./representation.js";
import { ExactNumber } from "./exact-number.js";
import { timeReader, writeTime } from "./times.js";

/** What is wrong with a value, in words that stand after its name. */
export class Unfit {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

const times: readonly Leaf[] = ["date-time", "date", "ms-date", "duration"] satisfies readonly TimeLeaf[];

const isTime = (leaf: Leaf): leaf is TimeLeaf => times.includes(leaf);

/** Reads a value of the wire. An `ExactNumber` has the digits that a number lost. */
export type ReadLeaf = (value: unknown) => unknown;

const readInteger =
  (shown: Representation["int64"]): ReadLeaf =>
  (value) => {
    const text = value instanceof ExactNumber ? value.text : typeof value === "number" && Number.isInteger(value) ? String(value) : undefined;
    if (text === undefined || !/^-?\d+$/.test(text)) return value instanceof ExactNumber ? Number(value.text) : value;
    return shown === "bigint" ? BigInt(text) : text;
  };

const readDecimal: ReadLeaf = (value) => (value instanceof ExactNumber ? value.text : value);

/** How values at a leaf are read; undefined where they stay as they are. */
export const readerOf = (leaf: Leaf, { dates, int64, decimals }: Representation): ReadLeaf | undefined => {
  if (leaf === "int64") return int64 === "number" ? undefined : readInteger(int64);
  if (leaf === "decimal") return decimals === "number" ? undefined : readDecimal;
  const read = timeReader(leaf, dates);
  return read === undefined ? undefined : (value) => (typeof value === "string" ? (read(value) ?? new Unfit("does not have its format")) : value);
};

/** Whether `JSON.parse` may have lost digits that the reader needs. */
export const isInexact = (leaf: Leaf, value: unknown): boolean => typeof value === "number" && (leaf === "decimal" || (leaf === "int64" && !Number.isSafeInteger(value)));

const limit = 2n ** 63n;

const writtenInteger = (value: bigint): unknown => {
  if (value < -limit || value >= limit) return new Unfit("must be a 64-bit integer");
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : new ExactNumber(String(value));
};

/** A text is the number that it says, where JSON can say it. */
const writtenNumber = (leaf: "int64" | "decimal", text: string): unknown => {
  if (leaf === "int64") return /^-?\d+$/.test(text) ? writtenInteger(BigInt(text)) : new Unfit("must be a whole number");
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? new ExactNumber(text) : new Unfit("must be a decimal number");
};

/** The value of the wire; `Unfit` where there is none. What is of the wire already stays as it is. */
export const writeLeaf = (leaf: Leaf, value: unknown): unknown => {
  if (!isTime(leaf)) {
    if (typeof value === "bigint") return writtenInteger(value);
    return typeof value === "string" ? writtenNumber(leaf, value) : value;
  }
  const written = typeof value === "object" && value !== null ? writeTime(leaf, value) : undefined;
  if (written === undefined) return value;
  return "text" in written ? written.text : new Unfit(written.problem);
};
