import { isObject } from "../check.js";

export type Members = Readonly<Record<string, unknown>>;

/** Object.prototype, of another realm too, or one without members as query string parsers use it. */
const addsNothing = (prototype: object): boolean =>
  Object.getPrototypeOf(prototype) === null &&
  (Object.hasOwn(prototype, "hasOwnProperty") || Reflect.ownKeys(prototype).length === 0);

/** An object as a literal or JSON makes it. A Date, a Map or a URLSearchParams looks like one without members. */
export const isPlain = (value: unknown): value is Members => {
  if (!isObject(value)) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || addsNothing(prototype);
};

/** What `value` is instead of a plain object: `URLSearchParams`, `Map`; undefined where it has no name of its own. */
export const builtInName = (value: object): string | undefined => {
  const name = Object.prototype.toString.call(value).slice("[object ".length, -1);
  return name === "Object" ? undefined : name;
};

/** The own members alone, in an object that inherits nothing. */
export const ownMembers = (value: Members): Members => Object.assign(Object.create(null) as object, value);
