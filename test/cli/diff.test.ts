import { expect, test } from "vitest";
import { createProject } from "./support/project.js";

const description = (version: string, more: string): string => `openapi: 3.1.0
info: { title: Pets, version: ${version} }
servers: [{ url: "https://pets.example" }]
paths:
  /pets:
    get: { operationId: listPets, responses: { "204": { description: Done. } } }
${more}`;

test("a version that was raised stays raised", async () => {
  const project = createProject({ "old.yaml": description("1.0.0", ""), "pets.yaml": description("1.0.0", "    delete: { operationId: deletePets, responses: { '204': { description: Done. } } }\n") });
  try {
    const generated = await project.run(["generate", "old.yaml", "--out", "pets", "--name", "pets"]);
    expect(generated.code).toBe(0);
    const diff = await project.run(["diff", "pets", "pets.yaml", "--apply", "--out", "pets", "--fail-on", "breaking"]);
    expect(diff).toMatchObject({ code: 0, error: "pets: 1.0.0 → 1.1.0, told in pets/CHANGELOG.md\n" });
    expect(diff.out).toMatch(/^Compatible \(1\)\n\n {2}deletePets {2}operation-added {2}DELETE \/pets\n/);
    const again = await project.run(["generate", "pets.yaml", "--out", "pets"]);
    expect(again.code).toBe(0);
    expect(JSON.parse(project.read("pets/package.json"))).toMatchObject({ version: "1.1.0" });
    expect(project.read("pets/CHANGELOG.md")).toContain("## 1.1.0");
    expect(await project.run(["check", "pets.yaml", "--out", "pets"])).toEqual({ code: 0, out: "pets: up to date\n", error: "" });
    expect((await project.run(["diff", "pets", "pets.yaml"])).out).toBe("no change\n");
  } finally {
    project.dispose();
  }
});
