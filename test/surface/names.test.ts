import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { outlineOf } from "../../generator/code/outline.js";
import { createCollector } from "../../generator/diagnostics/collector.js";
import { emitters } from "../../generator/emit/index.js";
import type { Contract } from "../../generator/model/contract.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { readSpec } from "../../generator/read-spec.js";
import { makeSurface } from "../../generator/surface/make-surface.js";
import { parseSurface } from "../../generator/surface/parse-surface.js";
import { surfaceText } from "../../generator/surface/surface-text.js";
import { draftsOf } from "../support/drafts-of.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const below = (folder: string, isWanted: RegExp): readonly string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => isWanted.test(file))
        .map((file) => path.join(folder, file))
        .sort()
    : [];

const descriptions = [
  ...below("spec", /\.yaml$/),
  ...["emit", "filters", "client", "types", "rules", "source"].flatMap((folder) => below(`test/${folder}`, /(?:spec|input|openapi)\.yaml$/)),
  ...below("../shared/corpora/openapi", /(?:asana|notion|figma|blockfrost).*$/),
];

const contractOf = (file: string): Contract | undefined => readSpec(file, root).contract;

/** What the modules of the package export, by the emitters that write them; what every client has is no name of the API. */
const emitted = (contract: Contract): readonly string[] => {
  const plan = makePlan(contract, "package", createCollector().report);
  const common = new Set(["client", "client-upload"]);
  return draftsOf(emitters, { plan, report: () => undefined })
    .flatMap((draft) => (draft.kind === "text" ? [] : [outlineOf(draft)]))
    .filter(({ path: module }) => !common.has(module))
    .flatMap(({ names }) => names.map(({ name }) => name))
    .sort();
};

describe.each(descriptions)("%s", (file) => {
  const contract = contractOf(file);

  test.skipIf(contract === undefined)("has the names that its modules export, and stays itself as a text", () => {
    if (contract === undefined) return;
    const surface = makeSurface(makePlan(contract, "package", createCollector().report));
    const named = [...surface.names, ...surface.operations.flatMap(({ names }) => names), ...surface.schemas.flatMap(({ names }) => names)];
    expect([...named].sort()).toEqual(emitted(contract));
    expect(parseSurface(surfaceText(surface))).toEqual(surface);
  });
});

test("there are descriptions of many kinds", () => {
  expect(descriptions.length).toBeGreaterThan(60);
});
