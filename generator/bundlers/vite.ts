import type { Plugin } from "vite";
import type { PluginOptions } from "./plugin-options.js";
import { plugin } from "./plugin.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Vite: generates before a build and whenever a description changes. */
const openapiSieve: (options?: PluginOptions) => Plugin = plugin.vite;

export default openapiSieve;
