import type { Plugin } from "esbuild";
import type { PluginOptions } from "./plugin-options.js";
import { plugin } from "./plugin.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for esbuild: generates before a build and whenever a description changes. */
const openapiSieve: (options?: PluginOptions) => Plugin = plugin.esbuild;

export default openapiSieve;
