import { renameSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createLogger, createServer, type Plugin, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, builtPlugin, createApp } from "./support/app.js";
import { connectHmr, type HmrClient } from "./support/hmr-client.js";

const app: App = createApp();
const lines: string[] = [];
let server: ViteDevServer;
let page: HmrClient;

const connect = (): Promise<HmrClient> => connectHmr((server.httpServer?.address() as AddressInfo).port, server.config.webSocketToken);

/** Asks for a module and all that it imports, as a page does. */
const visit = async (url: string, seen = new Set<string>()): Promise<void> => {
  if (seen.has(url)) return;
  seen.add(url);
  await server.environments.client.transformRequest(url);
  const module = await server.environments.client.moduleGraph.getModuleByUrl(url);
  for (const imported of module?.importedModules ?? []) await visit(imported.url, seen);
};

/** What the package says now of a name that is too long. */
const message = async (): Promise<unknown> => {
  const { validatePet } = (await server.ssrLoadModule("/pets/dist/index.js")) as { validatePet: (value: unknown) => { issues?: readonly { message: string }[] } };
  return validatePet({ name: "a name of thirty characters ..." }).issues?.[0]?.message;
};

/** Waits until the page is told to load again and what it gets then says so; of several files that change, each tells it. */
const reloaded = async (isThere: () => Promise<boolean>): Promise<void> => {
  do await page.next("full-reload");
  while (!(await isThere()));
};

const says = (text: string) => async (): Promise<boolean> => (await message()) === text;

const generations = (): number => lines.filter((line) => /pets: \d+ written/.test(line)).length;

beforeAll(async () => {
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
  await visit("/main.js");
});

afterAll(async () => {
  page.close();
  await server.close();
});

test("the package is there when the server is, made once for all environments", async () => {
  expect(Object.keys(server.environments)).toEqual(["client", "ssr"]);
  expect(await message()).toBe("must have at most 20 characters");
  expect(generations()).toBe(1);
});

test("a change of a file that the description refers to reaches the page", async () => {
  app.change("schemas.yaml", "maxLength: 20", "maxLength: 10");
  await reloaded(says("must have at most 10 characters"));
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
  expect(await message()).toBe("must have at most 10 characters");
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
  await reloaded(says("must have at most 15 characters"));
});

test("so is a change of the configuration, and what is wrong in it", async () => {
  app.change("openapi-sieve.config.json", '"pets" }', '"pets", "dates": "Dates" }');
  expect((await page.next("error")).err?.message).toContain('apis["pets"].dates must be one of "string", "Date", "Temporal"');
  app.change("openapi-sieve.config.json", '"Dates"', '"Date"');
  await page.next("update");
  app.change("openapi-sieve.config.json", '"dates": "Date"', '"names": { "schemas": { "Pet": "Animal" } }');
  await reloaded(async () => "validateAnimal" in (await server.ssrLoadModule("/pets/dist/index.js")));
});
