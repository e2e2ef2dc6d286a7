import type { Schema } from "../model/schema.js";
import type { Reading } from "./readings.js";
import { isComparable, type Scalar, scalarOf } from "./scalar.js";

/** Names that steer the answer and choose nothing: `page[after]`, `limit_max`, `sort[eq]`. */
const steering = /^_?(?:page|paging|pagination|cursor|limit|offset|per_?page|page_?size|page_?token|sort|sort_?by|order_?by|ordering|fields?|include|exclude|expand|embed|select|omit|if|starting|ending)$/i;

/** Operators that can also be fields of what a relation leads to: `order__date`. */
const parts = new Set(["date", "time", "year", "iso_year", "quarter", "month", "week", "week_day", "iso_week_day", "day", "hour", "minute", "second"]);

const comparesOrder = /^\$?(?:gte?|lte?|ge|le|min|max|before|after|strictly_before|strictly_after|from|to|since|until|above|below|greaterThan.*|lessThan.*)$/;

const soundsLikeTime = /(?:date|time|_at|_on|created|updated|modified|expires?|timestamp|birth|[a-z](?:At|On)|Date|Time)$|^(?:at|on|created|updated|modified)$/;

const isTime = (schema: Schema): boolean => {
  const format = scalarOf(schema).comparable.keywords.format?.name;
  return format === "date" || format === "date-time" || format === "time" || format === "ms-date";
};

const isNumber = ({ parse }: Scalar): boolean => parse === "integer" || parse === "number";

const isUnformatted = ({ comparable, parse }: Scalar): boolean =>
  parse === "string" && comparable.keywords.format === undefined && comparable.keywords.enum === undefined;

/** Can the one be compared with the other? Numbers with numbers, texts with texts. */
const isAlike = (left: Scalar, right: Scalar): boolean => (isNumber(left) && isNumber(right)) || left.parse === right.parse;

const fitsOrder = (own: Scalar, bare: Scalar | undefined, field: string): boolean => {
  if (own.list || own.parse === "boolean" || own.comparable.keywords.enum !== undefined) return false;
  if (bare !== undefined) return isAlike(own, bare);
  return !isUnformatted(own) || soundsLikeTime.test(field);
};

/** Where the mark between field and operator proves nothing, the values have to be such as the operator takes. */
const fitsWeak = ({ operator, field, word }: Reading, own: Scalar, bare: Scalar | undefined): boolean => {
  if (word === undefined) return true;
  if (comparesOrder.test(operator)) return fitsOrder(own, bare, field);
  if (word.kind === "text") return isUnformatted(own) && (bare === undefined || bare.parse === "string");
  if (word.kind === "list") return own.list || (bare !== undefined && own.parse !== "boolean" && isAlike(own, bare));
  if (word.kind === "boolean") return own.parse === "boolean";
  return bare !== undefined && isAlike(own, bare) && own.parse !== "boolean";
};

const fitsPart = ({ field }: Reading, own: Schema, bare: Schema | undefined): boolean =>
  (bare !== undefined && isTime(bare)) || (soundsLikeTime.test(field) && (isTime(own) || scalarOf(own).parse !== "boolean"));

/** The last name on the way to a field: `user.name` ~> `name`. */
const lastName = (field: string): string => field.split(/__|[.[\]]+/).findLast((part) => part !== "") ?? field;

/**
 * Can a parameter with values of `own` be what the reading says? `bare` are the values of the field's own parameter, if it has
 * one. A word alone says little, and names that merely look alike stay plain.
 */
export const fits = (reading: Reading, own: Schema, bare: Schema | undefined): boolean => {
  if (!isComparable(own)) return false;
  if (reading.family === "" && (steering.test(reading.field) || steering.test(lastName(reading.field)))) return false;
  if (parts.has(reading.operator) && !reading.spelling.isWeak) return fitsPart(reading, own, bare);
  return !reading.spelling.isWeak || fitsWeak(reading, scalarOf(own), bare === undefined ? undefined : scalarOf(bare));
};
