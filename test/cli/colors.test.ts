import { expect, test } from "vitest";
import { broken } from "./support/descriptions.js";
import { project } from "./support/project.js";

/** As if a terminal stood behind standard error. */
const terminal = ["--import", `data:text/javascript,${encodeURIComponent('Object.defineProperty(process.stderr, "isTTY", { value: true });')}`];

test.each([
  ["in a pipe", [], {}, false],
  ["in a pipe that takes them, as in many CIs", [], { FORCE_COLOR: "1" }, true],
  ["that somebody wants, and somebody does not", [], { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ["on a terminal", terminal, {}, true],
  ["on a terminal, NO_COLOR being empty", terminal, { NO_COLOR: "" }, true],
  ["on a terminal that knows none", terminal, { TERM: "dumb" }, false],
  ["on a terminal, with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
  ["on a terminal, with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
])("colours %s", async (_, node, env, isColored) => {
  const { run } = project({ "broken.yaml": broken });
  const { code, out, error } = await run(["explain", "broken.yaml"], { node, env });
  expect(code).toBe(1);
  expect(out).not.toContain("\u001B");
  expect(error).toMatch(isColored ? /\u001B\[1mbroken\.yaml:9:/ : /^broken\.yaml:9:/);
  expect(error.includes("\u001B")).toBe(isColored);
});
