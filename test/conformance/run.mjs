// npm run conformance: the official suite against the built tool.
import { readFileSync } from "node:fs";
import { compileSchema, emitValidators } from "../../dist/index.js";
import { createCompileEmitted } from "./compile-emitted.mjs";
import { findSuite, runSuite, unexpected } from "./suite.mjs";

const suite = findSuite();
if (suite === undefined) {
  console.log("conformance: skipped, there is no JSON Schema test suite here; name its folder in JSON_SCHEMA_TEST_SUITE");
  process.exit(0);
}
const listed = JSON.parse(readFileSync(new URL("listed.json", import.meta.url), "utf8"));
const ways = { compileSchema, emitValidators: createCompileEmitted(emitValidators) };
for (const [way, compile] of Object.entries(ways)) {
  const results = await runSuite(compile, suite);
  const faults = unexpected(results, listed);
  for (const fault of faults) console.error(fault);
  const failing = results.filter(({ fault }) => fault !== undefined).length;
  console.log(`conformance, ${way}: ${results.length - failing} of ${results.length} cases pass, ${failing} do not, ${faults.length} of them unexpected`);
  if (faults.length > 0 || results.length === 0) process.exitCode = 1;
}
