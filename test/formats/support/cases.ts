import { readdirSync, readFileSync } from "node:fs";
import { isFormatName, type FormatName } from "../../../generator/formats/index.js";

const folder = new URL("../fixtures/", import.meta.url);

/** What a format accepts and what it refuses, for a person to read. */
export interface Cases {
  readonly valid: readonly (string | number)[];
  readonly invalid: readonly (string | number)[];
}

/** The names of the fixture files. */
export const fixtureNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));

export const readCases = (name: string): Cases =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Cases;

/** Every format that has a fixture; `fixtures.test.ts` sees to it that all have. */
export const formatNames: readonly FormatName[] = fixtureNames.filter(isFormatName);

export const stringsOf = (values: Cases["valid"]): readonly string[] =>
  values.filter((value) => typeof value === "string");
