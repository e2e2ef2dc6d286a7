import { expect, test } from "vitest";
import { explain } from "../../generator/explain.js";
import { readInput } from "../../generator/read-input.js";

test("explain says which sentences a rule was lifted from, each with how sure that is", async () => {
  const { contract } = await readInput("test/rules/lifted/spec.yaml", process.cwd());
  if (contract === undefined) throw new Error("the fixture has errors");
  expect(explain(contract, "Coupon")[0]?.lines.map(({ text }) => text)).toEqual([
    "rule atLeastOne: at least one of amount_off, percent_off is required",
    '  lifted from "Required if `percent_off` is not passed." (certain)',
    '  lifted from "Required, unless there is an amount. */ console.log(1) /*" (likely)',
    "rule requires: code requires percent_off",
  ]);
});
