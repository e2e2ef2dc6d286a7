import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ChangeKind } from "../../generator/compare/change.js";
import { changeKinds, families } from "../../generator/compare/registry.js";
import { changesDocument } from "./support/document.js";

test("docs/changes.md is what the registry gives: npm run docs:changes", async () => {
  await expect(changesDocument()).toMatchFileSnapshot(fileURLToPath(new URL("../../docs/changes.md", import.meta.url)));
});

test("every kind is in one family, and is judged", () => {
  expect(Object.values(families).flatMap((kinds) => Object.keys(kinds)).sort()).toEqual(Object.keys(changeKinds).sort());
  for (const [code, kind] of Object.entries<ChangeKind>(changeKinds)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    // for itself, or for both ways; a name that is gone is somebody's
    expect(kind.verdict === undefined).toBe(kind.request !== undefined && kind.response !== undefined);
    for (const verdict of [kind.verdict, kind.request, kind.response]) expect(verdict?.rule ?? "It is one sentence.").toMatch(/^[A-Z`].*\.$/);
  }
});
