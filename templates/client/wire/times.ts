import { isDate } from "../../formats/date.js";
import { isDateTime } from "../../formats/date-time.js";
import { isMsDate } from "../../formats/ms-date.js";
import type { Dates, TimeLeaf } from "./representation.js";
import { temporal } from "./temporal.js";

/** A Date knows neither the offset nor more than milliseconds of the text that it was made of. */
interface Origin {
  readonly milliseconds: number | undefined;
  readonly text: string;
}

/** What was read and not changed since is written as it was read. */
const origins = new WeakMap<object, Origin>();

const millisecondsOf = (value: object): number | undefined => (value instanceof Date ? value.getTime() : undefined);

const kept = <Value extends object>(value: Value, text: string, isUsual: boolean): Value => {
  if (!isUsual) origins.set(value, { milliseconds: millisecondsOf(value), text });
  return value;
};

const keptAsText = (value: object, text: string): object => kept(value, text, String(value) === text);

const originOf = (value: object): string | undefined => {
  const origin = origins.get(value);
  return origin !== undefined && origin.milliseconds === millisecondsOf(value) ? origin.text : undefined;
};

/** Milliseconds of `/Date(ms±hhmm)/`: the offset only tells where the moment was noted (DateTimeSerializer of ServiceStack.Text). */
const msOf = (text: string): number => Number.parseInt(text.slice("/Date(".length), 10);

/** `DateTime.MinValue` of .NET, which has no offset: what was never set. */
const minimum = -62_135_596_800_000;

const msText = (milliseconds: number): string => `/Date(${milliseconds}${milliseconds === minimum ? "-0000" : "+0000"})/`;

/** A leap second is the first moment after it, since no clock of a program has one. */
const momentOf = (text: string): number =>
  text[17] === "6" ? Date.parse(text.toUpperCase().replace(/:60(?:\.\d+)?/, ":59")) + 1000 : Date.parse(text.toUpperCase());

const usualMoment = /^.{10}T.{6}[0-5]\d\.\d{3}Z$/;

type Decode = (text: string) => object | undefined;

const readers: Readonly<Record<Exclude<Dates, "string">, Readonly<Partial<Record<TimeLeaf, Decode>>>>> = {
  Date: {
    "date-time": (text) => (isDateTime(text) ? kept(new Date(momentOf(text)), text, usualMoment.test(text)) : undefined),
    date: (text) => (isDate(text) ? new Date(text) : undefined),
    "ms-date": (text) => (isMsDate(text) ? kept(new Date(msOf(text)), text, msText(msOf(text)) === text) : undefined),
  },
  Temporal: {
    "date-time": (text) => (isDateTime(text) ? keptAsText(temporal().Instant.from(text), text) : undefined),
    date: (text) => (isDate(text) ? temporal().PlainDate.from(text) : undefined),
    "ms-date": (text) => (isMsDate(text) ? kept(temporal().Instant.fromEpochMilliseconds(msOf(text)), text, msText(msOf(text)) === text) : undefined),
    duration: (text) => keptAsText(temporal().Duration.from(text), text),
  },
};

/** Reads a text of the wire; undefined for one that does not have its format. No function where text stays text. */
export const timeReader = (leaf: TimeLeaf, dates: Dates): Decode | undefined => {
  const read = dates === "string" ? undefined : readers[dates][leaf];
  return read === undefined
    ? undefined
    : (text) => {
        try {
          return read(text);
        } catch (error) {
          // a length of time that Temporal does not take; without Temporal, nothing can go on
          if (error instanceof RangeError) return undefined;
          throw error;
        }
      };
};

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice("[object ".length, -1);

const day = 86_400_000;

/** The text, or what is wrong with the value. */
export type Written = { readonly text: string } | { readonly problem: string };

const writtenDate = (leaf: TimeLeaf, value: Date): Written => {
  const milliseconds = value.getTime();
  if (Number.isNaN(milliseconds)) return { problem: "must be a valid Date" };
  if (leaf === "ms-date") return { text: msText(milliseconds) };
  if (leaf === "date-time") return { text: value.toISOString() };
  if (leaf !== "date") return { problem: "cannot be a Date: it is a length of time" };
  // a local midnight would be the day before east of Greenwich
  return milliseconds % day === 0 ? { text: value.toISOString().slice(0, -"T00:00:00.000Z".length) } : { problem: "must be midnight in UTC: a day has no time" };
};

const tags: Readonly<Record<TimeLeaf, string>> = {
  "date-time": "Temporal.Instant",
  "ms-date": "Temporal.Instant",
  date: "Temporal.PlainDate",
  duration: "Temporal.Duration",
};

/** The text of the wire for a Date or a value of Temporal; undefined for anything else. */
export const writeTime = (leaf: TimeLeaf, value: object): Written | undefined => {
  const tag = tagOf(value);
  if (tag !== "Date" && !tag.startsWith("Temporal.")) return undefined;
  const origin = originOf(value);
  if (origin !== undefined) return { text: origin };
  if (value instanceof Date) return writtenDate(leaf, value);
  if (tag !== tags[leaf]) return { problem: `must be a ${tags[leaf]}` };
  return { text: leaf === "ms-date" ? msText((value as { readonly epochMilliseconds: number }).epochMilliseconds) : String(value) };
};
