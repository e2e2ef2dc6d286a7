import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { catalog } from "../../generator/diagnostics/catalog.js";
import { extensions } from "../../generator/diagnostics/catalog/extensions.js";
import { rules } from "../../generator/diagnostics/catalog/rules.js";
import plugin from "../../generator/redocly/plugin.js";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/redocly.md"), "utf8");

test("the page has a row for each rule about extensions", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name).sort();
  expect(rows).toEqual([...Object.keys(rules), ...Object.keys(extensions)].sort());
});

test("rulesets name rules that there are, as severe as in the catalogue", async () => {
  const { rules: { oas3 }, configs } = await plugin();
  const severity = { error: "error", warning: "warn", info: "off" } as const;
  const all = Object.fromEntries(Object.entries(catalog).map(([code, entry]) => [`openapi-sieve/${code}`, severity[entry.severity]]));
  expect(Object.keys(configs.all.rules).sort()).toEqual(Object.keys(oas3).map((code) => `openapi-sieve/${code}`).sort());
  for (const { rules: ruleset } of Object.values(configs)) expect(all).toMatchObject(ruleset);
  expect(configs.all.rules).toMatchObject(configs.recommended.rules);
});
