import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parametersOf } from "../../generator/filters/parameters-of.js";
import { contractOf, documentOf } from "./support/contract.js";

// Real descriptions. The counts are what the tool found when its findings were read; netbox's 4,629 names are also counted by the marks in them.

const corpora = new URL("../../../shared/corpora/openapi/", import.meta.url);

interface Counts {
  readonly fields: number;
  readonly operators: number;
  readonly negations: number;
}

const counts: readonly (readonly [file: string, counts: Counts])[] = [
  ["netbox-3.4.json", { fields: 1321, operators: 2415, negations: 2214 }],
  ["stripe.json", { fields: 52, operators: 208, negations: 0 }],
  ["asana.json", { fields: 20, operators: 29, negations: 9 }],
  ["airflow.json", { fields: 11, operators: 22, negations: 0 }],
  ["xero-accounting.json", { fields: 3, operators: 6, negations: 0 }],
  ["digitalocean.json", { fields: 0, operators: 0, negations: 0 }],
  ["notion-3.1.json", { fields: 0, operators: 0, negations: 0 }],
  ["rclone-3.1.json", { fields: 0, operators: 0, negations: 0 }],
  ["galaxy-3.1.json", { fields: 0, operators: 0, negations: 0 }],
  ["figma-3.1.yaml", { fields: 0, operators: 0, negations: 0 }],
  ["blockfrost.yaml", { fields: 0, operators: 0, negations: 0 }],
];

describe.skipIf(!existsSync(corpora))("filters in real descriptions", () => {
  test.each(counts)("%s", (file, expected) => {
    const { contract } = contractOf(documentOf(readFileSync(new URL(file, corpora), "utf8")));
    const fields = contract.operations.flatMap(({ filters }) => filters?.fields ?? []);
    const parameters = parametersOf({ fields }).filter(({ operator, negated }) => operator.name !== "equals" || negated);
    const negations = parameters.filter(({ negated }) => negated).length;
    expect({ fields: fields.length, operators: parameters.length - negations, negations }).toEqual(expected);
  });

  test("netbox: each of the 4,629 parameters with an operator in its name is one", () => {
    const { contract } = contractOf(documentOf(readFileSync(new URL("netbox-3.4.json", corpora), "utf8")));
    const marked = contract.operations.flatMap(({ parameters }) => parameters.filter(({ in: place, name }) => place === "query" && name.includes("__")));
    const pointers = new Set(contract.operations.flatMap(({ filters }) => (filters === undefined ? [] : parametersOf(filters).map(({ pointer }) => pointer))));
    expect(marked).toHaveLength(4629);
    expect(marked.filter(({ pointer }) => !pointers.has(pointer))).toEqual([]);
  }, 120_000);
});
