import { describe, expect, test } from "vitest";
import { books, broken, doubtful, films } from "./support/descriptions.js";
import { project } from "./support/project.js";

const apis = ["books", "films", "doubtful", "songs"];
const config = JSON.stringify({ apis: Object.fromEntries(apis.map((name) => [name, { input: `${name}.yaml`, out: `api/${name}` }])) });
const descriptions = { "openapi-sieve.config.json": config, "books.yaml": books, "films.yaml": films, "doubtful.yaml": doubtful, "songs.yaml": films.replaceAll("ilm", "ong").replaceAll("fong", "song") };

/** In the threads that make packages, whatever the API. */
const dying = `import { workerData } from "node:worker_threads"; if (workerData?.options !== undefined) throw new Error("out of luck");`;

describe("--jobs", () => {
  test("gives the same bytes and the same words, in the same order", async () => {
    const [one, three] = [project(descriptions), project(descriptions)];
    const [left, right] = await Promise.all([one.run(["generate", "--jobs", "1"]), three.run(["generate", "--jobs", "3"])]);
    const timeless = (text: string): string => text.replace(/in \d+\.\d+ s/, "in … s");
    expect({ ...right, out: timeless(right.out) }).toEqual({ ...left, out: timeless(left.out) });
    expect(left).toMatchObject({ code: 0, error: expect.stringContaining("warning") as string });
    expect(three.files()).toEqual(one.files());
  });

  test("an error in one description: nothing is written, all are told", async () => {
    const { run, files } = project({ ...descriptions, "films.yaml": broken });
    const { code, error } = await run(["generate", "--jobs", "2"]);
    expect(code).toBe(1);
    expect(error).toMatch(/films\.yaml:9:.* error [^]*doubtful\.yaml:.* warning [^]*2 errors, 1 warning: nothing was written of \d APIs, because of films \(\d+\.\d+ s\)\n$/);
    expect(Object.keys(files()).filter((file) => file.startsWith("api/"))).toEqual([]);
  });

  test("a thread that dies is told with the API that it made, and nothing is written", async () => {
    const { run, files } = project(descriptions);
    const { code, out, error } = await run(["generate", "--jobs", "2"], { node: ["--import", `data:text/javascript,${encodeURIComponent(dying)}`] });
    expect({ code, out }).toEqual({ code: 70, out: "" });
    expect(error).toMatch(/^openapi-sieve: books: this is a bug of the tool, please report it\nError: out of luck\n/);
    expect(Object.keys(files()).filter((file) => file.startsWith("api/"))).toEqual([]);
  });

  test.each(["0", "-1", "two", "1.5", "1000"])("%s is no number of them", async (jobs) => {
    const { run } = project(descriptions);
    const { code, error } = await run(["generate", `--jobs=${jobs}`]);
    expect(code).toBe(2);
    expect(error).toBe("openapi-sieve: --jobs takes a number from 1 to 999\nTry openapi-sieve --help.\n");
  });
});

describe("--shard", () => {
  test("two halves make what the whole makes, and check agrees", async () => {
    const { run, files } = project(descriptions);
    const halves = [await run(["generate", "--shard", "1/2"]), await run(["generate", "--shard", "2/2"])];
    expect(halves.map(({ code }) => code)).toEqual([0, 0]);
    const made = apis.filter((name) => files()[`api/${name}/package.json`] !== undefined);
    expect(made).toEqual(apis);
    const told = halves.map(({ out }) => [...out.matchAll(/^(\w+): \d+ written/gm)].map(([, name]) => name));
    expect(told.map(({ length }) => length)).toEqual([2, 2]);
    expect(told.flat().sort()).toEqual([...apis].sort());
    expect((await run(["check", "--shard", "1/2"])).code).toBe(0);
    expect((await run(["check", "--shard", "2/2"])).code).toBe(0);
  });

  test("one that holds nothing says so", async () => {
    const { run } = project({ "books.yaml": books });
    for (const command of ["generate", "check"]) {
      const outcomes = await Promise.all(["1/2", "2/2"].map((shard) => run([command, "books.yaml", "--shard", shard, "--quiet"])));
      expect(outcomes.every(({ error }) => error === "")).toBe(true);
    }
    const said = await Promise.all(["1/2", "2/2"].map((shard) => run(["generate", "books.yaml", "--shard", shard])));
    expect(said.filter(({ code, out }) => code === 0 && /^nothing to do: shard [12]\/2 holds no package\n/.test(out))).toHaveLength(1);
  });

  test.each(["0/2", "3/2", "2", "a/b", ""])("%j is none", async (shard) => {
    const { run } = project(descriptions);
    expect(await run(["generate", `--shard=${shard}`])).toEqual({
      code: 2,
      out: "",
      error: "openapi-sieve: --shard takes which part of how many, such as 1/4\nTry openapi-sieve --help.\n",
    });
  });
});
