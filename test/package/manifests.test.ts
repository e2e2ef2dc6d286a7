import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./support/npm.js";

const generated = path.join(root, "generated");
const manifestOf = (name: string): unknown => JSON.parse(readFileSync(path.join(generated, name, "package.json"), "utf8"));

const sourcesOf = (name: string): readonly string[] =>
  readdirSync(path.join(generated, name, "src"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

describe.each(["pigello-accounts", "taxfiling-accounts"])("%s", (name) => {
  test("has no dependency, and nothing that has to run when it is imported", () => {
    const manifest = manifestOf(name);
    expect(manifest).toMatchObject({ name, type: "module", sideEffects: false });
    for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "devDependencies"])
      expect(manifest).not.toHaveProperty(kind);
    // npm runs it for whoever publishes, never for whoever installs
    expect(manifest).toMatchObject({ scripts: { prepublishOnly: "node .openapi-sieve/prepublish.mjs" } });
  });

  test("every file that it names exists", () => {
    const named = JSON.stringify(manifestOf(name)).match(/\.\/dist\/[^"]+/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    for (const file of named) expect(readFileSync(path.join(generated, name, file), "utf8")).not.toBe("");
  });

  test("dist/ holds JavaScript, declarations and maps of every source, and the maps lead back", () => {
    for (const source of sourcesOf(name))
      for (const ending of ["js", "d.ts"]) {
        const file = path.join(generated, name, "dist", source.replace(/ts$/, ending));
        const text = readFileSync(file, "utf8");
        const [, map = ""] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text) ?? [];
        const { sources } = JSON.parse(readFileSync(path.join(path.dirname(file), map), "utf8")) as { sources: readonly string[] };
        expect(sources.map((one) => path.resolve(path.dirname(file), one))).toEqual([path.join(generated, name, "src", source)]);
      }
  });
});
