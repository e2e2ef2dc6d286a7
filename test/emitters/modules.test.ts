import { describe, expect, test } from "vitest";
import { compile } from "../types/support/compilers.js";
import { emitterOf, madeWith } from "./support/made-with.js";

/** Uses all that there is to declare with. */
const everything = emitterOf((contract, module) => {
  const { code, literal, key, join } = module;
  const file = module("extra/everything", { docs: `About ${contract.title}: */ export const evil = 1;` });
  const names = file.type({ name: "OperationName", docs: "`${x}` */", type: join(contract.operations.map(({ id }) => literal(id)), " | ") });
  const described = file.interface({
    name: "Described",
    typeParameters: [code`Value`],
    extends: [code`Readonly<Record<string, unknown>>`],
    members: [
      { name: "value", type: code`Value`, docs: "The value" },
      { name: 'an "odd" name */', type: code`string`, optional: true },
    ],
  });
  const local = file.constant({ name: "texts", exported: false, type: code`Readonly<Record<string, string>>`, value: code`{ ${join(contract.operations.map(({ id, summary = "" }) => code`${key(id)}: ${literal(summary)}`), ", ")} }` });
  file.function({
    name: "describe",
    typeParameters: [code`Value`],
    // the description has an operation of this name
    parameters: [{ name: "client", type: code`Value` }, { name: "operation", type: file.import(names), optional: true }],
    returnType: code`${file.import(described)}<Value>`,
    body: code`return { value: client, text: texts[operation ?? ${literal("listPets")}], calls: [${join(contract.operations.map(({ call }) => file.import(call)), ", ")}] };`,
  });
  if (local.isType) throw new Error("a constant is a value");
  const other = module("extra/other");
  const checks = contract.schemas.flatMap(({ validate }) => validate ?? []);
  other.constant({ name: "checks", type: code`readonly ((value: unknown) => unknown)[]`, value: code`[${join(checks.map((check) => other.import(check)), ", ")}]` });
  other.type({ name: "DescribedError", type: code`${other.import(described)}<${other.import("ApiError")}>` });
  other.constant({ name: "listPets_2", type: code`typeof ${other.import("listPets", { type: true })}`, value: other.import("listPets") });
  if (other.freeName("listPets") !== "listPets_3" || other.freeName("describe") !== "describe_2" || other.freeName("fresh") !== "fresh") throw new Error("names are not free");
});

describe("emitted modules", () => {
  test("are modules of the package, which its index shows", async () => {
    const { files, messages } = await madeWith(everything);
    expect(messages).toEqual([]);
    for (const name of ["everything", "other"]) await expect(files[`src/extra/${name}.ts`] ?? "").toMatchFileSnapshot(`golden/${name}.ts`);
    expect(files["src/index.ts"]).toContain('export { type OperationName, type Described, describe } from "./extra/everything.js";');
    expect(files["dist/extra/everything.d.ts"]).toContain("interface Described");
    expect(files["dist/extra/other.js"]).toContain("listPets_2");
  });

  test("compile with it, as strictly as the others", async () => {
    const { files } = await madeWith(everything);
    const sources = Object.entries(files).filter(([path]) => path.startsWith("src/"));
    expect(await compile("7.0", Object.fromEntries(sources))).toBe("");
  });

  test("are the same each time, and of others only the index and the surface are changed by them", async () => {
    const [first, second, without] = [await madeWith(everything), await madeWith(everything), await madeWith()];
    expect(second).toEqual(first);
    const changed = Object.keys(first.files).filter((path) => first.files[path] !== without.files[path] && !/(?:^|\/)extra\//.test(path));
    expect(changed.filter((path) => !/^(?:src|dist)\/index\b/.test(path))).toEqual([".openapi-sieve/surface.json"]);
  });

  test("with packages of others have a path of their own, and peers", async () => {
    const emitter = emitterOf(
      ({ operations }, module) => {
        const file = module("msw/handlers", { exportedBy: "subpath" });
        const http = file.importFrom("msw", "http");
        // the name of an operation is free here
        file.constant({ name: "listPets", type: file.code`readonly ${file.importFrom("msw", "HttpHandler", { type: true })}[]`, value: file.code`[${http}.get(${file.literal(operations[0]?.path ?? "")}, () => new Response())]` });
      },
      { peerDependencies: { msw: "^2.0.0" } },
    );
    const { files, messages } = await madeWith(emitter);
    expect(messages).toEqual([]);
    expect(JSON.parse(files["package.json"] ?? "")).toMatchObject({
      exports: { "./msw/handlers": { types: "./dist/msw/handlers.d.ts", default: "./dist/msw/handlers.js" } },
      peerDependencies: { msw: "^2.0.0" },
    });
    expect(files["src/msw/handlers.ts"]).toContain('import { type HttpHandler, http } from "msw";');
    expect(files["src/index.ts"]).not.toContain("msw");
  });

  test("of one emitter can be named by none that come later", async () => {
    const first = emitterOf((_, module) => void module("first").constant({ name: "first", type: module.code`number`, value: module.literal(1) }), { name: "first" });
    const second = emitterOf((_, module) => {
      const file = module("second");
      file.constant({ name: file.freeName("first"), type: file.code`number`, value: file.import("first") });
    });
    const { files, messages } = await madeWith(first, second);
    expect(messages).toEqual([]);
    expect(files["src/second.ts"]).toContain('import { first } from "./first.js";\n\nexport const first_2: number = first;');
  });

  test("get the options of the configuration", async () => {
    const { files, messages } = await madeWith({ module: "support/options-emitter.ts", options: { names: ["a", "b"] } }, { module: "support/options-emitter.ts", export: "emitter", options: "c" });
    expect(messages).toEqual([]);
    expect(files["src/options/object.ts"]).toContain('["a", "b"]');
    expect(files["src/options/string.ts"]).toContain('"c"');
  });
});
