import { basename } from "node:path";
import { expect, test } from "vitest";
import type { Schema } from "../../generator/model/schema.js";
import { readSpec } from "../../generator/read-spec.js";
import { type Fixture, fixturesIn } from "./fixture.js";

/** fixtureName("minItems") ~> "min-items"; fixtureName("$ref") ~> "ref" */
const fixtureName = (name: string): string => name.replace("$", "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const schemasOf = ({ spec }: Fixture): readonly Schema[] => [...(readSpec(spec, process.cwd()).contract?.schemaAt.values() ?? [])];

/** Every entry of a registry has a fixture folder of its name that shows it, with valid and invalid cases. */
export const testRegistry = (names: readonly string[], folder: URL, shows: (name: string, schema: Schema) => boolean): void => {
  const fixtures = fixturesIn(folder);

  test.each(names)("%s has a fixture that shows it", (name) => {
    const fixture = fixtures.find((one) => basename(one.name) === fixtureName(name));
    if (fixture === undefined) throw new Error(`there is no folder ${fixtureName(name)}`);
    expect(schemasOf(fixture).some((schema) => shows(name, schema))).toBe(true);
    expect(new Set(fixture.cases.map(({ issues }) => issues.length === 0))).toEqual(new Set([true, false]));
  });
};
