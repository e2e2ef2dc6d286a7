/** How moments, days and lengths of time stand in a program: as they are on the wire, as `Date`, or as the types of Temporal. */
export type Dates = "string" | "Date" | "Temporal";

/** How integers of 64 bits stand in a program. A number carries them up to 2^53 exactly. */
export type Int64 = "number" | "bigint" | "string";

/** How decimal numbers that are numbers on the wire stand in a program. A number rounds them. */
export type Decimals = "number" | "string";

/** How values of some formats stand in a program. */
export interface Representation {
  readonly dates: Dates;
  readonly int64: Int64;
  readonly decimals: Decimals;
}

/** What there is to choose, for those who check it. */
export const choices: { readonly [Key in keyof Representation]: readonly Representation[Key][] } = {
  dates: ["string", "Date", "Temporal"],
  int64: ["number", "bigint", "string"],
  decimals: ["number", "string"],
};

declare const unchosen: unique symbol;

/** Nothing has this type: it tells what was left open by `ReturnType` and the like from what is one of several. */
export type Unchosen = typeof unchosen;

/** What the type of a client can say of it. */
export interface AnyRepresentation {
  readonly dates: Dates | Unchosen;
  readonly int64: Int64 | Unchosen;
  readonly decimals: Decimals | Unchosen;
}

/** What was left open is as in the other one. */
export type Settled<Shown extends AnyRepresentation, Standard extends Representation> = Unchosen extends Shown["dates"] ? Standard : Shown;

/** Everything as it is on the wire. */
export interface PlainRepresentation {
  readonly dates: "string";
  readonly int64: "number";
  readonly decimals: "number";
}

/** Temporal where the platform or a polyfill declares it, else the part of it that is used. */
type TemporalType<Name extends string, Like> = typeof globalThis extends { readonly Temporal: infer Temporal }
  ? Temporal extends Readonly<Record<Name, abstract new (...values: never) => infer Instance>>
    ? Instance
    : Like
  : Like;

interface InstantLike {
  readonly epochMilliseconds: number;
  readonly toString: () => string;
}

interface PlainDateLike {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly toString: () => string;
}

interface DurationLike {
  readonly sign: number;
  readonly toString: () => string;
}

export type Instant = TemporalType<"Instant", InstantLike>;
export type PlainDate = TemporalType<"PlainDate", PlainDateLike>;
export type Duration = TemporalType<"Duration", DurationLike>;

/** A Date has no room for a length of time, so that stays text. */
export interface Leaves {
  readonly string: { readonly "date-time": string; readonly date: string; readonly "ms-date": string; readonly duration: string };
  readonly Date: { readonly "date-time": Date; readonly date: Date; readonly "ms-date": Date; readonly duration: string };
  readonly Temporal: { readonly "date-time": Instant; readonly date: PlainDate; readonly "ms-date": Instant; readonly duration: Duration };
}

interface Integers {
  readonly number: number;
  readonly bigint: bigint;
  readonly string: string;
}

export type TimeLeaf = keyof Leaves["string"];

/** A value of a format that a program may see otherwise than the wire. */
export type Leaf = TimeLeaf | "int64" | "decimal";

/** What a program sees of such a value. */
export type LeafValue<Name, Shown extends AnyRepresentation> = Name extends TimeLeaf
  ? Leaves[Extract<Shown["dates"], Dates>][Name]
  : Name extends "int64"
    ? Integers[Extract<Shown["int64"], Int64>]
    : Integers[Extract<Shown["decimals"], Decimals>];

export const plainRepresentation: PlainRepresentation = { dates: "string", int64: "number", decimals: "number" };

/** A part of a representation; what it leaves open is as in the other one. */
export interface Completed<Part extends Partial<Representation>, Standard extends Representation = PlainRepresentation> {
  readonly dates: Part extends { readonly dates: infer D extends Dates } ? D : Standard["dates"];
  readonly int64: Part extends { readonly int64: infer I extends Int64 } ? I : Standard["int64"];
  readonly decimals: Part extends { readonly decimals: infer N extends Decimals } ? N : Standard["decimals"];
}

export const isPlain = ({ dates, int64, decimals }: Representation): boolean => dates === "string" && int64 === "number" && decimals === "number";
