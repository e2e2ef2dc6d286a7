import type { Plugin } from "rollup";
import type { PluginOptions } from "./plugin-options.js";
import { plugin } from "./plugin.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Rollup: generates before a build and whenever a description changes. */
const openapiSieve: (options?: PluginOptions) => Plugin = plugin.rollup;

export default openapiSieve;
