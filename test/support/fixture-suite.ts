import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { typeName } from "../../generator/plan/words.js";
import { ajvVerdict } from "./ajv-verdict.js";
import { type CompilerMessage, compileStrict } from "./compile-strict.js";
import { type Fixture, fixturesIn } from "./fixture.js";
import { type GeneratedPackage, loadGenerate } from "./generated-package.js";
import { createShelf, validatorOf } from "./load-package.js";
import { lineOfCase, mustCompile, usageModule } from "./usage-module.js";
import { valuesOf } from "./values-of.js";
import { agreedIssues, type Judges } from "./verdicts.js";
import { wordsOf } from "./words.js";

/** All that is made of a fixture before its tests run. */
interface Prepared {
  readonly made: GeneratedPackage;
  readonly judges: Judges;
  readonly messages: readonly CompilerMessage[];
}

/** OpenAPI 3.0 has a dialect of its own. */
const isStandard = ({ contract }: GeneratedPackage): boolean => contract.document.get("openapi") !== "3.0.3";

const fileOf = (fixture: Fixture, path: string): string => `/fixtures/${fixture.name}/${path}`;

const usageFile = "src/usage.ts";

const compileAll = (packages: ReadonlyMap<Fixture, GeneratedPackage>): readonly CompilerMessage[] =>
  compileStrict(
    new Map(
      [...packages].flatMap(([fixture, { files, subject }]) => [
        ...files.map(({ path, text }) => [fileOf(fixture, path), text] as const),
        [fileOf(fixture, usageFile), usageModule(typeName(subject.name), fixture.cases)] as const,
      ]),
    ),
  );

/** One fixture that cannot be generated does not keep the others from being tested. */
const prepare = async (fixtures: readonly Fixture[]): Promise<ReadonlyMap<Fixture, Prepared | Error>> => {
  const { generate, tools } = await loadGenerate();
  const shelf = createShelf(tools.transpile);
  const packages = new Map<Fixture, GeneratedPackage>();
  const prepared = new Map<Fixture, Prepared | Error>();
  for (const fixture of fixtures)
    await generate(fixture.spec).then(
      (made) => packages.set(fixture, made),
      (error: Error) => prepared.set(fixture, error),
    );
  const messages = compileAll(packages);
  for (const [fixture, made] of packages) {
    const { contract, subject, files } = made;
    const validator = validatorOf(await shelf.add(fixture.name, files), typeName(subject.name));
    const ajv = fixture.withoutAjv === undefined && isStandard(made) ? ajvVerdict(contract.document)(subject.schema.pointer) : undefined;
    prepared.set(fixture, {
      made,
      judges: { schema: subject.schema, validator, ajv },
      messages: messages.filter(({ file }) => file.startsWith(fileOf(fixture, ""))),
    });
  }
  shelf.clear();
  await tools.close();
  return prepared;
};

const schemaModules = ({ files }: GeneratedPackage): ReadonlyMap<string, string> =>
  new Map(files.filter(({ path }) => path.startsWith("src/schemas/")).map(({ path, text }) => [basename(path), text]));

const testGolden = (fixture: Fixture, prepared: () => Prepared): void => {
  const golden = join(fixture.folder, "golden");

  test("is generated as the golden files say", async () => {
    const modules = schemaModules(prepared().made);
    for (const [name, text] of modules) await expect(text).toMatchFileSnapshot(join(golden, name));
    expect(readdirSync(golden).filter((name) => !modules.has(name))).toEqual([]);
  });
};

const testCompiler = (fixture: Fixture, prepared: () => Prepared): void => {
  test("compiles in strict mode, and earns the diagnostics that are listed", () => {
    const usage = fileOf(fixture, usageFile);
    expect(prepared().messages.filter(({ file }) => file !== usage)).toEqual([]);
    expect(prepared().made.diagnostics).toEqual(fixture.diagnostics);
  });

  if (fixture.withoutTypes === undefined) test("has a type that takes what is valid, and not what breaks a rule", () => {
    const wrong = fixture.cases.flatMap((one, index) => {
      const said = prepared().messages.filter(({ file, line }) => file === fileOf(fixture, usageFile) && line === lineOfCase(index));
      const must = mustCompile(one);
      return must === undefined || must === (said.length === 0) ? [] : [{ value: one.value, said }];
    });
    expect(wrong).toEqual([]);
  });
};

const testVerdicts = (fixture: Fixture, prepared: () => Prepared): void => {
  test.each(fixture.cases.map((one, index) => ({ ...one, title: `${index}: ${one.note ?? JSON.stringify(one.value)}` })))(
    "finds the issues of case $title",
    ({ value, issues }) => {
      expect(agreedIssues(value, prepared().judges)).toEqual(issues);
    },
  );

  test("says the same as the interpreter, and as Ajv, of generated values", () => {
    const { judges, made } = prepared();
    const words = wordsOf(
      made.contract.schemaAt.values(),
      fixture.cases.map(({ value }) => value),
    );
    fc.assert(
      fc.property(valuesOf(judges.schema, words), (value) => {
        agreedIssues(value, judges);
      }),
      { numRuns: 150 },
    );
  });
};

/** Tests every fixture below a folder: its golden files, the compiler, its cases, and one verdict on generated values. */
export const testFixtures = (folder: URL): void => {
  const fixtures = fixturesIn(folder);
  let all: ReadonlyMap<Fixture, Prepared | Error> = new Map();

  beforeAll(async () => {
    all = await prepare(fixtures);
  });

  describe.each(fixtures)("$name", (fixture) => {
    const prepared = (): Prepared => {
      const found = all.get(fixture);
      if (found === undefined || found instanceof Error) throw found ?? new Error(`${fixture.name} was not generated`);
      return found;
    };
    if (existsSync(join(fixture.folder, "golden"))) testGolden(fixture, prepared);
    testCompiler(fixture, prepared);
    testVerdicts(fixture, prepared);
  });
};
