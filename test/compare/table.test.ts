import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareSurfaces } from "../../generator/compare/compare-surfaces.js";
import { changeKinds } from "../../generator/compare/registry.js";
import type { GeneratedFile } from "../../generator/generate-package.js";
import type { Surface } from "../../generator/surface/surface.js";
import { type AllTools, loadTools } from "../../generator/tools.js";
import { compileContract } from "../support/in-process.js";
import { compileProgramsOf, type Usage } from "./support/compile-programs.js";
import { type Row, rows } from "./support/rows.js";
import { contractOf, packageOf, surfaceFor, surfaceWith } from "./support/versions.js";

const nameOf = ({ family, title }: Row): string => `${family}: ${title}`;

const surfaceIn = ({ settings, emitted, ...row }: Row, version: "old" | "new"): Surface => {
  const own = emitted[version];
  return own === undefined ? surfaceFor(row[version], settings[version]) : surfaceWith(row[version], own);
};

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

describe("what is found", () => {
  test.each(rows.map((row) => [nameOf(row), row] as const))("%s", (_, row) => {
    const changes = compareSurfaces(surfaceIn(row, "old"), surfaceIn(row, "new"));
    // as text, which a failure shows in full
    expect(distinct(changes.map((change) => `${change.code} is ${change.class}`)).join("\n")).toBe(row.changes.join("\n"));
    // everything has a place, in one description at least
    for (const change of changes) expect(change.before ?? change.after).toBeDefined();
  });

  test("nothing, where nothing is different", () => {
    for (const row of rows) {
      const surface = surfaceIn(row, "new");
      expect(compareSurfaces(surface, surface)).toEqual([]);
    }
  });

  test("every kind of change, in rows of their own", () => {
    const told = new Set(rows.flatMap(({ changes }) => changes.map((change) => change.split(" ")[0])));
    expect(Object.keys(changeKinds).filter((code) => !told.has(code)).join("\n")).toBe("");
    expect(rows.length).toBeGreaterThanOrEqual(80);
    expect(new Set(rows.map(nameOf)).size).toBe(rows.length);
  });
});

/** Programs of a row: what each must come to with the old and with the new package. */
interface Program {
  readonly row: Row;
  readonly name: string;
  readonly text: string;
  readonly old: boolean;
  readonly new: boolean;
}

const programsOf = (row: Row): readonly Program[] => {
  const { callers, readers, compatible } = row;
  const program = (what: string, text: string | undefined, old: boolean, now: boolean): readonly Program[] =>
    text === undefined ? [] : [{ row, name: `${nameOf(row)}: ${what}`, text, old, new: now }];
  return [
    ...program("what callers wrote", callers?.breaks, true, false),
    ...program("what readers wrote", readers?.breaks, true, false),
    ...program("what works still", compatible?.works, true, true),
    ...program("what is new", compatible?.gains, false, true),
  ];
};

const programs = rows.flatMap(programsOf);

describe("programs", () => {
  let tools: AllTools;
  const compiled: { old?: ReadonlyMap<string, readonly string[]>; new?: ReadonlyMap<string, readonly string[]> } = {};

  beforeAll(async () => {
    tools = await loadTools();
    for (const version of ["old", "new"] as const) {
      const packages = new Map<string, readonly GeneratedFile[]>();
      const usages: Usage[] = [];
      for (const { row, name, text } of programs) {
        const key = JSON.stringify([row[version], row.settings[version], row.emitted[version]]);
        const files = packages.get(key) ?? (await packageOf(row[version], row.settings[version], tools, row.emitted[version]));
        packages.set(key, files);
        usages.push({ name, files, text });
      }
      compiled[version] = compileProgramsOf(usages);
    }
  }, 600_000);

  afterAll(() => tools.close());

  test.each(programs.map((program) => [program.name, program] as const))("%s", (name, program) => {
    for (const version of ["old", "new"] as const) {
      const messages = compiled[version]?.get(name) ?? ["was not compiled"];
      if (program[version]) expect(messages).toEqual([]);
      else expect(messages, `must not compile with the ${version} package`).not.toEqual([]);
      // a program that is wrong by itself would prove nothing
      expect(messages.filter((message) => /^TS(?:1\d{3}|2304|2580|18048) /.test(message) && program[version])).toEqual([]);
    }
  });
});

const isThing = (description: object): ((value: unknown) => boolean) => compileContract(contractOf(description))["isThing"] as (value: unknown) => boolean;

describe("values", () => {
  const valued = rows.flatMap((row) =>
    [
      { what: "is refused now", value: row.callers?.refused, old: true, new: false },
      { what: "was never told of", value: row.readers?.unexpected, old: false, new: true },
      { what: "is right still", value: row.compatible?.kept, old: true, new: true },
    ].flatMap(({ value, ...one }) => (value === undefined ? [] : [{ row, value, ...one }])),
  );

  test.each(valued.map((one) => [`${nameOf(one.row)}: ${JSON.stringify(one.value)} ${one.what}`, one] as const))("%s", (_, one) => {
    expect({ old: isThing(one.row.old)(one.value), new: isThing(one.row.new)(one.value) }).toEqual({ old: one.old, new: one.new });
  });
});

/** What must prove each class that a row names. */
test.each(rows.map((row) => [nameOf(row), row] as const))("%s is proved", (_, { changes, callers, readers, compatible }) => {
  const has = (name: string): boolean => changes.some((change) => change.endsWith(` is ${name}`));
  const isProved = (proof: object | undefined): boolean => Object.values(proof ?? {}).some((value) => value !== undefined);
  expect(isProved(callers)).toBe(has("breaking for callers"));
  expect(isProved(readers)).toBe(has("breaking for readers"));
  if (has("compatible") && !has("breaking for callers") && !has("breaking for readers")) expect(isProved(compatible)).toBe(true);
});
