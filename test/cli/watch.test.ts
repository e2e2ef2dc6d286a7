import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { gitIn } from "../action/support/repository.js";
import { books, films } from "./support/descriptions.js";
import { type Project, project } from "./support/project.js";
import { startWatch } from "./support/watching.js";

/** The books with their schema in a file of its own. */
const split = books.replace('"#/components/schemas/Book"', '"parts/volume.yaml"');
const part = "type: object\nproperties:\n  title: { type: string }\n";

const config = `import { out } from "./where.mjs";
export default { apis: { books: { input: "books.yaml", out: out + "/books" }, films: { input: "films.yaml", out: out + "/films" } } };
`;

const files = { "openapi-sieve.config.ts": config, "where.mjs": 'export const out = "api";\n', "books.yaml": split, "films.yaml": films, "parts/volume.yaml": part };

const made = /\(\d+\.\d+ s\)\n/;

describe("watch, with real files", () => {
  test("makes again what a change touches, however an editor writes it, and keeps the last good output", async () => {
    const { folder, write, read } = project(files);
    const at = (name: string): string => path.join(folder, name);
    const { until, end } = startWatch(folder);
    expect(await until(/watching \d+ files; Ctrl-C ends it\n/)).toMatch(/^books: \d+ written, 0 unchanged; films: \d+ written, 0 unchanged \(.+ s\)\nwatching /);

    // written over
    write("parts/volume.yaml", part.replace("title", "name"));
    expect(await until(made)).toMatch(/^books: [1-9]\d* written, \d+ unchanged \(/);
    const good = read("api/books/src/schemas/volume.ts");

    // a file that takes its name
    write("parts/.volume.yaml.swp", "type: objct\n");
    renameSync(at("parts/.volume.yaml.swp"), at("parts/volume.yaml"));
    expect(await until(made)).toMatch(/^parts\/volume\.yaml:1:7 error keyword-invalid [^]*\nbooks: 1 error, the package stays as it was \(/);
    expect(read("api/books/src/schemas/volume.ts")).toBe(good);

    // the folder goes and comes back
    rmSync(at("parts"), { recursive: true });
    expect(await until(made)).toMatch(/ref-unresolved [^]*\nbooks: 1 error, the package stays as it was \(/);
    mkdirSync(at("parts"));
    writeFileSync(at("parts/volume.yaml"), part.replace("title", "name"));
    expect(await until(made)).toMatch(/^books: fine again, 0 written, \d+ unchanged \(/);

    // deleted and made anew
    rmSync(at("films.yaml"));
    write("films.yaml", films.replace("place", "spot"));
    expect(await until(/films: (?:fine again, )?[1-9]\d* written.*\n/)).not.toContain("books: ");

    // what the configuration imports, by a thread that has not imported it before
    write("where.mjs", 'export const out = "elsewhere";\n');
    expect(await until(made)).toMatch(/^books: \d+ written, 0 unchanged; films: \d+ written, 0 unchanged \(/);
    expect(existsSync(at("elsewhere/books/src/index.ts"))).toBe(true);

    // a configuration that cannot be used
    write("openapi-sieve.config.ts", "export default { apis: { books: {} } };\n");
    expect(await until(/input.*\n/)).toMatch(/^openapi-sieve: .*openapi-sieve\.config\.ts: /);
    write("openapi-sieve.config.ts", config);
    write("films.yaml", films);
    expect(await until(made)).toMatch(/films: [1-9]\d* written/);

    expect(await end("SIGINT")).toBe(0);
  });

  test("one object a line as JSON; SIGTERM ends it, and nothing is left on the way", async () => {
    const { folder, write } = project({ "books.yaml": books });
    const { until, end } = startWatch(folder, ["books.yaml", "--out", "api", "--json"]);
    const lines = [await until(/\n/)];
    write("books.yaml", books.replace("place", "spot"));
    lines.push(await until(/\n/));
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { version: 1, apis: [expect.objectContaining({ name: "books", out: "api", unchanged: 0 })] },
      { version: 1, apis: [expect.objectContaining({ name: "books", out: "api", removed: 0 })] },
    ]);
    expect(await end("SIGTERM")).toBe(0);
    expect(readdirSync(path.join(folder, "api")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("a signal while the first packages are made: nothing is written, and nothing said", async () => {
    const { folder, files: all } = project({ "books.yaml": books });
    const script = 'process.on("newListener", (name) => name === "SIGINT" && process.stderr.write("begun\\n"));';
    const { until, end, rest } = startWatch(folder, ["books.yaml", "--out", "api"], ["--import", `data:text/javascript,${encodeURIComponent(script)}`]);
    await until(/begun\n/);
    expect(await end("SIGINT")).toBe(0);
    expect(rest()).toBe("");
    expect(Object.keys(all())).toEqual(["books.yaml"]);
  });

  test("a description that is there later only", async () => {
    const { folder, write } = project({});
    const { until, end } = startWatch(folder, ["books.yaml", "--out", "api"]);
    expect(await until(/watching 1 file; .*\n/)).toMatch(/error file-missing [^]*\nbooks: 1 error, the package stays as it was \(/);
    write("books.yaml", books);
    expect(await until(made)).toMatch(/^books: fine again, [1-9]\d* written/);
    expect(await end("SIGINT")).toBe(0);
  });

  test("overlays, modules of formats and of emitters", async () => {
    const emitter = (value: string): string => `import { defineEmitter } from "openapi-sieve";
import { word } from "./word.ts";
export default defineEmitter({
  name: "words",
  emit: (contract, module) => {
    const file = module("words");
    file.constant({ name: "words", type: file.code\`string\`, value: file.literal(word + ${JSON.stringify(value)}) });
  },
});
`;
    const { folder, write, read } = project({
      "openapi-sieve.config.json": JSON.stringify({
        formats: { shelfmark: { module: "formats/shelfmark.ts", export: "isShelfmark" } },
        emitters: ["emitters/words.ts"],
        apis: { books: { input: "books.yaml", out: "api", overlays: ["overlay.yaml"] } },
      }),
      "books.yaml": books.replace("place: { type: string }", "place: { type: string, format: shelfmark }"),
      "overlay.yaml": "overlay: 1.0.0\ninfo: { title: Overlay, version: 1.0.0 }\nactions:\n  - { target: $.info, update: { title: Tomes } }\n",
      "formats/shelfmark.ts": "export const isShelfmark = (value: string): boolean => value.length > 3;\n",
      "emitters/words.ts": emitter("a"),
      "emitters/word.ts": 'export const word = "first ";\n',
    });
    const { until, end } = startWatch(folder);
    await until(/watching .*\n/);
    const again = async (file: string, text: string): Promise<void> => {
      write(file, text);
      expect(await until(made)).toMatch(/^books: [1-9]\d* written/);
    };
    await again("overlay.yaml", "overlay: 1.0.0\ninfo: { title: Overlay, version: 1.0.0 }\nactions:\n  - { target: $.info, update: { title: Volumes } }\n");
    expect(read("api/README.md")).toContain("Volumes");
    await again("formats/shelfmark.ts", "export const isShelfmark = (value: string): boolean => value.length > 4;\n");
    expect(read("api/src/runtime/formats/custom/shelfmark.ts")).toContain("> 4");
    await again("emitters/words.ts", emitter("b"));
    expect(read("api/src/words.ts")).toContain("first b");
    await again("emitters/word.ts", 'export const word = "second ";\n');
    expect(read("api/src/words.ts")).toContain("second b");
    expect(await end("SIGTERM")).toBe(0);
  });

  test("a description behind a link: what the link leads to is watched", async () => {
    const { folder, write } = project({ "shared/specs/books.yaml": books, "project/openapi-sieve.config.json": JSON.stringify({ apis: { books: { input: "books.yaml", allowOutside: true } } }) });
    symlinkSync("../shared/specs/books.yaml", path.join(folder, "project/books.yaml"));
    const { until, end } = startWatch(path.join(folder, "project"));
    await until(/watching .*\n/);
    write("shared/specs/books.yaml", books.replace("place", "spot"));
    expect(await until(made)).toMatch(/^books: [1-9]\d* written/);
    rmSync(path.join(folder, "shared/specs"), { recursive: true });
    expect(await until(made)).toMatch(/\nbooks: 1 error, the package stays as it was/);
    write("shared/specs/books.yaml", books);
    expect(await until(made)).toMatch(/^books: fine again, [1-9]\d* written/);
    expect(await end("SIGTERM")).toBe(0);
  });

  describe("a package that others have touched is made again", () => {
    const given = {
      "openapi-sieve.config.json": JSON.stringify({ apis: { books: { input: "books.yaml", out: "api/books" }, films: { input: "films.yaml", out: "api/films" } } }),
      "books.yaml": books,
      "films.yaml": films,
    };

    /** The files of all packages that are not what they were first. */
    const comparing = ({ folder, files }: Project): (() => readonly string[]) => {
      const read = (): Readonly<Record<string, string>> => (existsSync(path.join(folder, "api")) ? files("api") : {});
      const first = read();
      return () => {
        const now = read();
        return Object.keys({ ...first, ...now }).filter((file) => first[file] !== now[file]);
      };
    };

    test("once, and alone", async () => {
      const own = project(given);
      const { until, end } = startWatch(own.folder);
      await until(/watching .*\n/);
      const differing = comparing(own);
      own.remove("api/books/src/schemas/book.ts");
      expect(await until(made)).toMatch(/^books: 1 written, \d+ unchanged \(/);
      own.write("api/films/dist/index.js", "edited\n");
      expect(await until(made)).toMatch(/^api\/films\/dist\/index\.js: had been edited, and is overwritten\nfilms: 1 written, \d+ unchanged \(/);
      // a folder of which another file is missed
      own.remove("api/books/src/schemas");
      expect(await until(made)).toMatch(/^books: [2-9] written, \d+ unchanged \(/);
      own.remove("api/books/src/schemas/book.ts");
      expect(await until(made)).toMatch(/^books: 1 written, \d+ unchanged \(/);
      expect(differing()).toEqual([]);
      expect(await end("SIGINT")).toBe(0);
    });

    test("as a whole: moved away, set back by git", async () => {
      const own = project({ ...given, ".gitignore": "dist/\nnode_modules/\n" });
      // the description is committed with the package of the one before
      await own.run(["generate"]);
      own.write("books.yaml", books.replace("place", "spot"));
      gitIn(own.folder, "init", "--quiet");
      gitIn(own.folder, "add", "--all");
      gitIn(own.folder, "commit", "--quiet", "--message", "books");
      const { until, end } = startWatch(own.folder);
      expect(await until(/watching .*\n/)).toMatch(/^books: [1-9]\d* written/);
      const differing = comparing(own);
      const comesBack = (): Promise<void> => vi.waitFor(() => expect(differing()).toEqual([]), { timeout: 30_000 });

      renameSync(path.join(own.folder, "api"), path.join(own.folder, "elsewhere"));
      await comesBack();
      gitIn(own.folder, "stash", "--quiet");
      expect(gitIn(own.folder, "stash", "show", "--name-only")).toContain("api/books/src/");
      await comesBack();
      expect(await end("SIGINT")).toBe(0);
    });
  });

  test.each(["sarif", "github"])("--format %s is wrong use", async (format) => {
    const { run } = project({ "books.yaml": books });
    expect(await run(["watch", "books.yaml", "--format", format])).toEqual({ code: 2, out: "", error: "openapi-sieve: watch takes --format text or json\n" });
  });

  test("without anything to make it ends with what is wrong", async () => {
    const { run } = project({});
    const { code, error } = await run(["watch"]);
    expect(code).toBe(2);
    expect(error).toMatch(/^openapi-sieve: there is no input: /);
  });
});
