// Generators of others as they are called on one document; most of them need a newer Node than ours.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "../support/measure.mjs";

const text = (value) => JSON.stringify(value);

const heyApi = (plugins) => ({
  // what its bin runs in a process of its own, which would not be measured
  script: "@hey-api/openapi-ts/dist/run.mjs",
  config: (file, out) => `export default { input: ${text(file)}, output: { path: ${text(out)} }, plugins: ${text(plugins)}, logs: { level: "error" } };\n`,
  args: (config) => ["-f", config],
});

const orval = (client) => ({
  script: "orval/dist/bin/orval.mjs",
  config: (file, out) => `export default { api: { input: { target: ${text(file)} }, output: { target: ${text(`${out}/client.ts`)}, client: ${text(client)}, mode: "single" } } };\n`,
  args: (config) => ["--config", config],
});

const kubb = (plugins) => ({
  script: "@kubb/cli/bin/kubb.cjs",
  config: (file, out) =>
    [
      'import { defineConfig } from "@kubb/core";',
      'import { pluginOas } from "@kubb/plugin-oas";',
      'import { pluginTs } from "@kubb/plugin-ts";',
      'import { pluginZod } from "@kubb/plugin-zod";',
      `export default defineConfig({ root: ".", input: { path: ${text(file)} }, output: { path: ${text(out)}, clean: true, format: false, lint: false },`,
      `  plugins: [pluginOas({ generators: [], validate: false }), ${plugins}] });\n`,
    ].join("\n"),
  args: (config) => ["generate", "--config", config],
});

const types = 'pluginTs({ output: { path: "types.ts" }, enumType: "literal" })';

const peers = {
  "hey-api, types": heyApi(["@hey-api/typescript"]),
  "hey-api, types and zod": heyApi(["@hey-api/typescript", "zod"]),
  "orval, fetch": orval("fetch"),
  "orval, zod": orval("zod"),
  "kubb, types": kubb(types),
  "kubb, types and zod": kubb(`${types}, pluginZod({ output: { path: "zod.ts" }, version: "4" })`),
};

/** `own` is the folder in which they are installed; configurations stand below it, since they import their tool. */
export const peerContestants = (file, folder, own) =>
  Object.entries(peers).map(([name, { script, config, args }]) => ({
    name,
    run: () => {
      const configs = path.join(own, "node_modules/.configs");
      mkdirSync(configs, { recursive: true });
      const out = path.join(folder, name.replaceAll(/\W+/g, "-"));
      const place = path.join(configs, `${name.replaceAll(/\W+/g, "-")}.config.mjs`);
      writeFileSync(place, config(file, out));
      // some leave logs where they run
      return runNode(path.join(own, "node_modules", script), args(place), folder, folder, path.join(own, "node_modules/node/bin/node"));
    },
  }));
