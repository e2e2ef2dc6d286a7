import { describe, expect, test } from "vitest";
import type { ModuleDraft } from "../../generator/code/declaration.js";
import type { ModuleOutline } from "../../generator/code/outline.js";
import { moduleLimit } from "../../generator/emit/chunks.js";
import { indexModules } from "../../generator/emit/index-module.js";
import { loadFormat } from "../../generator/print/format.js";
import { printModule } from "../../generator/print/print-module.js";

const outline = (index: number): ModuleOutline => ({
  kind: "module",
  path: `schemas/some-thing-${index}`,
  names: [
    { name: `SomeThing${index}`, typeOnly: true },
    ...["isSomeThing", "validateSomeThing"].map((name) => ({ name: `${name}${index}`, typeOnly: false })),
  ],
  uses: ["runtime/check"],
});

const outlines = (count: number): readonly ModuleOutline[] => Array.from({ length: count }, (_, index) => outline(index));

const reexports = (draft: ModuleDraft) => draft.declarations.flatMap((declaration) => (declaration.kind === "reexport" ? [declaration] : []));

/** What a module passes on by name. */
const listed = (draft: ModuleDraft): readonly string[] =>
  reexports(draft).flatMap(({ module, names }) => (names === "all" ? [] : names.map(({ name, typeOnly }) => `${typeOnly ? "type " : ""}${name} from ${module}`)));

const pathsOf = (drafts: readonly ModuleDraft[]): readonly string[] => drafts.map(({ path }) => path);

const large = indexModules(outlines(3000), "Large 1");
const small = indexModules(outlines(3), "Large 1");

describe("the index", () => {
  test("is one module where that is short", () => expect(pathsOf(small)).toEqual(["index"]));

  test("passes on parts where it is not, and the parts the same names as one module would", () => {
    const main = large.filter(({ path }) => path === "index");
    const parts = large.filter(({ path }) => path !== "index");
    expect(parts.length).toBeGreaterThan(1);
    expect(main.flatMap(reexports).flatMap(({ module, names }) => (names === "all" ? [module] : []))).toEqual(pathsOf(parts));
    const own = listed({ kind: "module", path: "index", declarations: indexModules([outline(0)], "").flatMap(({ declarations }) => declarations) }).filter((name) => !name.includes("schemas/"));
    const wanted = outlines(3000).flatMap(({ path, names }) => names.map(({ name, typeOnly }) => `${typeOnly ? "type " : ""}${name} from ${path}`));
    expect(large.flatMap(listed).sort()).toEqual([...wanted, ...own].sort());
  });

  test("has no part that is too large for an editor, laid out or not", async () => {
    const format = await loadFormat("oxfmt");
    for (const text of large.map(printModule)) {
      expect(text.length).toBeLessThanOrEqual(moduleLimit);
      expect((await format(text)).length).toBeLessThanOrEqual(moduleLimit);
    }
  });

  test("has parts that do not depend on the order of the modules", () => {
    const parts = (drafts: readonly ModuleDraft[]): readonly ModuleDraft[] => drafts.filter(({ path }) => path !== "index");
    expect(parts(indexModules([...outlines(3000)].reverse(), "Large 1"))).toEqual(parts(large));
  });
});
