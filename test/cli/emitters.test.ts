import { cpSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { books, films } from "./support/descriptions.js";
import { type Project, project } from "./support/project.js";

const loads = fileURLToPath(new URL("support/log-loads.cjs", import.meta.url));
const heavy = /node_modules\/(?:prettier|typescript|openapi-typescript|oxc-transform|yaml)\//;

/** An emitter with a module beside it, which says what it says. */
const emitter = `import { defineEmitter } from "openapi-sieve";
import { greeting } from "./greeting.js";

export default defineEmitter({
  name: "greeter",
  emit: ({ packageName }, module, options) => {
    const file = module("greeting");
    file.constant({ name: "greeting", type: file.code\`string\`, value: file.literal(\`\${greeting} \${packageName}\${options ?? ""}\`) });
  },
});
`;

const greeting = 'export const greeting: string = "Hello";\n';

const configured = (emitters: readonly unknown[], more: object = {}): string => JSON.stringify({ apis: { books: { input: "books.yaml", out: "books" } }, emitters, ...more });

/** Only with `node_modules` is there a cache. */
const files = { "books.yaml": books, "emitters/greeter.ts": emitter, "emitters/greeting.ts": greeting, "node_modules/.package-lock.json": "{}" };

/** Did the run have nothing to do, and know it without making the package? */
const isFresh = async ({ run }: Project): Promise<boolean> => {
  const { code, error } = await run(["generate"], { node: ["--require", loads] });
  expect(code).toBe(0);
  return !error.split("\n").some((line) => heavy.test(line));
};

const greetingOf = ({ read }: Project): string | undefined => /= "(.*)";/.exec(read("books/src/greeting.ts"))?.[1];

describe("a package with emitters by path is made anew exactly if", () => {
  test("an emitter, what it imports, or its options change", async () => {
    const made = project({ ...files, "openapi-sieve.config.json": configured(["emitters/greeter.ts"]) });
    expect(await isFresh(made)).toBe(false);
    expect(await isFresh(made)).toBe(true);
    expect(greetingOf(made)).toBe("Hello books");
    made.write("emitters/greeting.ts", greeting.replace("Hello", "Hej"));
    expect(await isFresh(made)).toBe(false);
    expect(greetingOf(made)).toBe("Hej books");
    made.write("emitters/greeter.ts", emitter.replace("packageName}", "packageName}, dear"));
    expect(await isFresh(made)).toBe(false);
    expect(greetingOf(made)).toBe("Hej books, dear");
    made.write("openapi-sieve.config.json", configured([{ module: "./emitters/greeter.ts", options: "!" }]));
    expect(await isFresh(made)).toBe(false);
    expect(greetingOf(made)).toBe("Hej books, dear!");
    expect(await isFresh(made)).toBe(true);
    made.write("openapi-sieve.config.json", configured([]));
    expect(await isFresh(made)).toBe(false);
    expect(Object.keys(made.files("books")).filter((file) => file.includes("greeting"))).toEqual([]);
  });

  test("it is run, where it reads what nobody can foresee", async () => {
    const reading = emitter.replace('import { greeting } from "./greeting.js";', 'import { readFileSync } from "node:fs";\nconst greeting = readFileSync(new URL("greeting.txt", import.meta.url), "utf8");');
    const made = project({ ...files, "emitters/greeter.ts": reading, "emitters/greeting.txt": "Hi", "openapi-sieve.config.json": configured(["emitters/greeter.ts"]) });
    expect(await isFresh(made)).toBe(false);
    expect(greetingOf(made)).toBe("Hi books");
    made.write("emitters/greeting.txt", "Ho");
    expect(await isFresh(made)).toBe(false);
    expect(greetingOf(made)).toBe("Ho books");
  });
});

test("check and diff tell what emitters of a package no longer export", async () => {
  const made = project({ ...files, "openapi-sieve.config.json": configured(["emitters/greeter.ts"]) });
  expect((await made.run(["generate"])).code).toBe(0);
  made.write("emitters/greeter.ts", emitter.replaceAll('name: "greeting"', 'name: "welcome"'));
  const checked = await made.run(["check"]);
  expect(checked.code).toBe(1);
  expect(checked.out).toMatch(/greeting .*export-removed/);
  expect(checked.out).toMatch(/welcome .*export-added/);

  cpSync(path.join(made.folder, "books"), path.join(made.folder, "before"), { recursive: true });
  expect((await made.run(["generate"])).code).toBe(0);
  const { out } = await made.run(["diff", "before", "books", "--json"]);
  expect((JSON.parse(out) as { readonly changes: readonly object[] }).changes).toEqual([
    expect.objectContaining({ code: "export-removed", subject: "greeting", class: "breaking for callers", bump: "major" }),
    expect.objectContaining({ code: "export-added", subject: "welcome", class: "compatible", bump: "minor" }),
  ]);
});

describe("emitters that are values of a configuration", () => {
  const config = `import { defineConfig } from "openapi-sieve";
import greeter from "./emitters/greeter.js";
export default defineConfig({
  apis: { books: { input: "books.yaml", out: "books", emitters: [greeter] }, films: { input: "films.yaml", out: "films" } },
});
`;

  test("are those of one API, and are read again with all that the configuration imports", async () => {
    const made = project({ ...files, "films.yaml": films, "openapi-sieve.config.ts": config });
    // threads read the configuration themselves
    expect((await made.run(["generate", "--jobs", "2"])).code).toBe(0);
    expect(greetingOf(made)).toBe("Hello books");
    expect(Object.keys(made.files("films")).filter((file) => file.includes("greeting"))).toEqual([]);
    expect(await isFresh(made)).toBe(true);
    made.write("emitters/greeting.ts", greeting.replace("Hello", "Hej"));
    expect((await made.run(["check"])).code).toBe(1);
    expect(await isFresh(made)).toBe(false);
    expect(greetingOf(made)).toBe("Hej books");
    expect((await made.run(["check"])).code).toBe(0);
  });
});

describe("what is wrong with emitters", () => {
  test("is said with the emitter and the API, and nothing is written", async () => {
    const failing = emitter.replace("const file = module", 'if (packageName === "films") throw new Error("no films");\n    const file = module');
    const made = project({ ...files, "films.yaml": films, "emitters/greeter.ts": failing, "openapi-sieve.config.json": JSON.stringify({ apis: { books: { input: "books.yaml" }, films: { input: "films.yaml" } }, emitters: ["emitters/greeter.ts"] }) });
    const { code, error } = await made.run(["generate"]);
    expect(code).toBe(1);
    expect(error).toContain("emitter-failed the emitter emitters/greeter.ts failed on films: no films");
    expect(Object.keys(made.files()).filter((file) => file.startsWith("generated/"))).toEqual([]);
  });

  test.each([
    [["emitters/none.ts"], 2, "emitters[0]: there is no file "],
    [[{ module: "emitters/greeter.ts", export: "greeter" }], 1, "failed on books: it exports no greeter"],
    [[{ modul: "emitters/greeter.ts" }], 2, 'emitters[0] has no option "modul"; did you mean module?'],
    [["emitters/broken.ts"], 1, "the emitter emitters/broken.ts failed on books: it cannot be loaded: "],
  ])("%j ends with %i", async (emitters, code, message) => {
    const made = project({ ...files, "emitters/broken.ts": "export default {", "openapi-sieve.config.json": configured(emitters) });
    const outcome = await made.run(["generate"]);
    expect([outcome.code, outcome.error]).toEqual([code, expect.stringContaining(message)]);
  });
});
