// The official tests of JSON Schema 2020-12, run through the generated code in each of its modes.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../shared/corpora/json-schema-test-suite", import.meta.url));

/** Where the suite is: a folder with `draft2020-12/` (or `tests/draft2020-12/`) and `remotes/`; undefined where there is none. */
export const findSuite = () => {
  const folder = process.env.JSON_SCHEMA_TEST_SUITE ?? beside;
  const tests = ["draft2020-12", "tests/draft2020-12"].map((name) => path.join(folder, name)).find((one) => existsSync(one));
  return tests === undefined ? undefined : { tests, remotes: path.join(folder, "remotes") };
};

const jsonFiles = (folder, below = "") =>
  readdirSync(path.join(folder, below), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.posix.join(below, entry.name);
      if (entry.isDirectory()) return jsonFiles(folder, file);
      return entry.name.endsWith(".json") ? [file] : [];
    });

const read = (...parts) => JSON.parse(readFileSync(path.join(...parts), "utf8"));

/** The suite's README says under which address the remotes are to be found. */
const remotesOf = (folder) =>
  Object.fromEntries(jsonFiles(folder).map((file) => [`http://localhost:1234/${file}`, read(folder, file)]));

/** In the required tests formats only annotate, as the standard's own dialect has it; in the optional ones they assert. */
const formatsOf = (file) => (file.startsWith("optional/") ? "assert" : "annotate");

/** What is wrong with the verdicts on one value; undefined if nothing. */
const faultOf = ({ is, validate }, { data, valid }) => {
  const verdict = is(data);
  const all = validate(data);
  const first = validate(data, { abortEarly: true });
  if (verdict !== (all.issues === undefined) || verdict !== (first.issues === undefined)) return "the modes disagree";
  if (all.issues?.length === 0 || first.issues?.length === 0) return "refused without an issue";
  if (first.issues !== undefined && first.issues.length !== 1) return "the first-error mode has several issues";
  return verdict === valid ? undefined : verdict ? "accepted" : "refused";
};

const attempt = async (run) => {
  try {
    return await run();
  } catch (error) {
    return `throws ${String(error?.message ?? error).split("\n")[0]}`;
  }
};

const groupsOf = (suite) =>
  jsonFiles(suite.tests).flatMap((file) => read(suite.tests, file).map((group) => ({ ...group, file })));

/** Runs every case; names are `file > group > test`. `compile` gives `{ is, validate }` for a schema, or a promise of it. */
export const runSuite = async (compile, suite) => {
  const remotes = remotesOf(suite.remotes);
  const results = [];
  for (const { file, description, schema, tests } of groupsOf(suite)) {
    const compiled = await attempt(() => compile(schema, { remotes, formats: formatsOf(file) }));
    for (const test of tests)
      results.push({
        name: `${file} > ${description} > ${test.description}`,
        fault: typeof compiled === "string" ? compiled : await attempt(() => faultOf(compiled, test)),
      });
  }
  return results;
};

/** The cases that fail although they are not listed, and those that pass although they are. */
export const unexpected = (results, listed) => {
  const known = new Set(listed.flatMap(({ cases }) => cases));
  return results.flatMap(({ name, fault }) => {
    if (fault !== undefined && !known.has(name)) return [`${name}: ${fault}`];
    return fault === undefined && known.has(name) ? [`${name}: passes, and is listed as one that does not`] : [];
  });
};
