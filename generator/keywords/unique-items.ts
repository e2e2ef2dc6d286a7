import { code } from "../code/code.js";
import { firstRepeat } from "../../templates/check.js";
import type { Assertion } from "./keyword.js";
import { readBoolean } from "./read.js";
import { check, fail } from "./runtime.js";

/** Equality by value, not by identity (2020-12 validation §6.4.3). */
export const uniqueItems: Assertion<boolean> = {
  name: "uniqueItems",
  form: "assertion",
  group: "array",
  read: readBoolean,
  test: (data, value) => (data ? code`${check("firstRepeat")}(${value}) === undefined` : code`true`),
  fail: (_, value) => fail("failUniqueItems", code`${check("firstRepeat")}(${value}) ?? []`),
  holds: (data, value) => !data || !Array.isArray(value) || firstRepeat(value) === undefined,
};
