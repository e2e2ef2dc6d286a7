import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A value of a document with the keys that lead to it. */
export interface Found {
  readonly keys: readonly string[];
  readonly value: Json;
}

const root = new URL("../../", import.meta.url);

/** Path of a file of the repository, or of one beside it (`../shared/…`). */
export const pathOf = (file: string): string => fileURLToPath(new URL(file, root));

export const textOf = (file: string): string => readFileSync(pathOf(file), "utf8");

export const descriptionOf = (file: string): JsonObject => objectIn(parse(textOf(file)) as Json);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The value that the keys lead to; throws where one is missing, so that a test says which. */
export function at(value: Json, ...keys: readonly (string | number)[]): Json {
  return keys.reduce<Json>((inner, key) => {
    const next = isArray(inner) ? inner[Number(key)] : isObject(inner) ? inner[key] : undefined;
    if (next === undefined) throw new Error(`nothing at ${keys.join("/")}: no ${key}`);
    return next;
  }, value);
}

export function objectIn(value: Json, ...keys: readonly (string | number)[]): JsonObject {
  const found = at(value, ...keys);
  if (!isObject(found)) throw new Error(`no object at ${keys.join("/")}`);
  return found;
}

export function arrayIn(value: Json, ...keys: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...keys);
  if (!isArray(found)) throw new Error(`no array at ${keys.join("/")}`);
  return found;
}

export function stringIn(value: Json, ...keys: readonly (string | number)[]): string {
  const found = at(value, ...keys);
  if (typeof found !== "string") throw new Error(`no string at ${keys.join("/")}`);
  return found;
}

/** The value and everything inside it, outer before inner. */
export function* walk(value: Json, keys: readonly string[] = []): Generator<Found> {
  yield { keys, value };
  if (isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, [...keys, String(index)]);
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) yield* walk(item, [...keys, key]);
}

const methods: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "patch"]);

/**
 * How `spec/README.md` names a place: by operationId, parameter name and component name.
 * `["paths", "/x/", "get", "parameters", "0"]` ~> `listXs/parameters/_page`
 */
export function placeOf(document: Json, keys: readonly string[]): string {
  const [first, second, third, ...rest] = keys;
  if (first === "components") return [...(second === "schemas" ? [] : [second]), third, ...rest].join("/");
  if (first !== "paths" || second === undefined || third === undefined) return keys.join("/") || "(root)";
  const base = methods.has(third) ? [stringIn(document, first, second, third, "operationId")] : [second, third];
  const named = rest.map((key, index) => {
    const list = rest[index - 1] ?? third;
    return list === "parameters" ? stringIn(document, ...keys.slice(0, index + 4), "name") : key;
  });
  return [...base, ...named].join("/");
}
