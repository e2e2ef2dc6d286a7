import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reportOf, required, scores } from "./score/report.js";
import { figuresOf } from "./score/score.js";

const all = scores();

describe.each(all)("$name", ({ name, score }) => {
  test.each(["certain", "likely"] as const)("%s", (confidence) => {
    const { precision, recall, wrong } = figuresOf(score, confidence);
    expect(precision).toBeGreaterThanOrEqual(required[confidence].precision);
    // of all rules, orders without a direction included, which are guesses on purpose
    expect(recall).toBeGreaterThanOrEqual(required[confidence].recall);
    if (name === "negatives") expect(wrong).toBe(0);
  });
});

test("docs/lift-score.md is what `npm run lift:score -- --write` writes", () => {
  expect(readFileSync(new URL("../../docs/lift-score.md", import.meta.url), "utf8")).toBe(reportOf(all));
});
