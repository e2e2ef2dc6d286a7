import { renameSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createLogger, createServer, type Plugin, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type App, builtPlugin, createApp } from "./support/app.js";
import { connectHmr, type HmrClient } from "./support/hmr-client.js";
import { countThreads, type Threads } from "./support/threads.js";

const app: App = createApp();
const lines: string[] = [];
let server: ViteDevServer;
let page: HmrClient;
let threads: Threads;

const connect = (): Promise<HmrClient> => connectHmr((server.httpServer?.address() as AddressInfo).port, server.config.webSocketToken);

/** The code of a module and of all that it imports, as a page gets it. */
const served = async (url: string, seen = new Set<string>()): Promise<string> => {
  if (seen.has(url)) return "";
  seen.add(url);
  const { client } = server.environments;
  const { code = "" } = (await client.transformRequest(url)) ?? {};
  const module = await client.moduleGraph.getModuleByUrl(url);
  const imported = await Promise.all([...(module?.importedModules ?? [])].map((one) => served(one.url, seen)));
  return [code, ...imported].join("\n");
};

const checksLength = (length: number): string => `fits(name, ${length})`;

/** Waits until the page is told to load again, and then for all of the files: each that is written tells it. */
const reloaded = async (url: string, text: string): Promise<void> => {
  await page.next("full-reload");
  await vi.waitFor(async () => expect(await served(url)).toContain(text), { timeout: 30_000 });
};

const generations = (): number => lines.filter((line) => /pets: \d+ written/.test(line)).length;

beforeAll(async () => {
  threads = countThreads();
  const plugin = await builtPlugin<Plugin>("vite");
  const logger = createLogger("silent");
  const keep = (text: string): void => void lines.push(text);
  server = await createServer({
    ...{ root: app.folder, configFile: false, plugins: [plugin({ cwd: app.folder })], cacheDir: app.at(".vite") },
    ...{ customLogger: { ...logger, info: keep, warn: keep, error: keep }, server: { host: "127.0.0.1", port: 0 } },
  });
  await server.listen();
  page = await connect();
  await page.next("connected");
});

afterAll(async () => {
  page.close();
  await server.close();
  threads.forget();
});

test("the package is there when the server is, made once for all environments", async () => {
  expect(Object.keys(server.environments)).toEqual(["client", "ssr"]);
  expect(await served("/main.js")).toContain(checksLength(20));
  const { validatePet } = (await server.ssrLoadModule("/pets/dist/index.js")) as { validatePet: (value: unknown) => { issues?: readonly { message: string }[] } };
  expect(validatePet({ name: "a name of thirty characters ..." }).issues?.[0]?.message).toBe("must have at most 20 characters");
  expect(generations()).toBe(1);
});

test("a change of a file that the description refers to reaches the page", async () => {
  app.change("schemas.yaml", "maxLength: 20", "maxLength: 10");
  await reloaded("/main.js", checksLength(10));
  expect(generations()).toBe(2);
});

test("while the description is broken, the page shows where, and the package stays as it was", async () => {
  const before = app.written();
  app.change("schemas.yaml", "type: string", "type: sting");
  const { err } = await page.next("error");
  expect(err?.message).toMatch(/^schemas\.yaml:5:19 error keyword-invalid .*\n(?:.*\n)+.*\^{5}/);
  expect(err).toMatchObject({ id: "schemas.yaml", loc: { file: "schemas.yaml", line: 5, column: 18 } });
  expect(lines.at(-1)).toContain("schemas.yaml:5:19 error keyword-invalid");
  const later = await connect();
  expect((await later.next("error")).err?.message).toBe(err?.message);
  later.close();
  expect(app.written()).toEqual(before);
  expect(await served("/main.js")).toContain(checksLength(10));
});

test("mended, the page shows no error any more", async () => {
  app.change("schemas.yaml", "type: sting", "type: string");
  expect((await page.next("update")).updates).toEqual([]);
  expect(generations()).toBe(2);
});

test("a file that is missing is seen when it comes", async () => {
  app.change("openapi.yaml", "schemas.yaml#/Pet", "pets.yaml#/Pet");
  expect((await page.next("error")).err?.message).toContain('there is no file "pets.yaml"');
  renameSync(app.at("schemas.yaml"), app.at("pets.yaml"));
  await page.next("update");
  app.change("pets.yaml", "maxLength: 10", "maxLength: 15");
  await reloaded("/main.js", checksLength(15));
});

test("so is a change of the configuration, and what is wrong in it", async () => {
  app.change("openapi-sieve.config.json", '"pets" }', '"pets", "dates": "Dates" }');
  expect((await page.next("error")).err?.message).toContain('apis["pets"].dates must be one of "string", "Date", "Temporal"');
  app.change("openapi-sieve.config.json", '"Dates"', '"Date"');
  await page.next("update");
  app.change("openapi-sieve.config.json", '"dates": "Date"', '"names": { "schemas": { "Pet": "Animal" } }');
  await reloaded("/pets/dist/index.js", "validateAnimal");
});

test("what it has loaded stays until the server is closed, and for one that takes its place", async () => {
  app.change("pets.yaml", "maxLength: 15 }", "maxLength: 16 }\n    age: { type: integer }");
  await reloaded("/pets/dist/index.js", checksLength(16));
  expect([threads.started(), threads.alive()]).toEqual([1, 1]);

  page.close();
  await server.restart();
  page = await connect();
  await page.next("connected");
  expect(await served("/pets/dist/index.js")).toContain(checksLength(16));
  app.change("pets.yaml", "age: { type: integer }", "age: { type: number }");
  app.change("pets.yaml", "maxLength: 16", "maxLength: 17");
  await reloaded("/pets/dist/index.js", checksLength(17));
  expect([threads.started(), threads.alive()]).toEqual([1, 1]);

  await server.close();
  expect(threads.alive()).toBe(0);
});
