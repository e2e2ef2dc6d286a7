import type { Plugin } from "rolldown";
import type { PluginOptions } from "./plugin-options.js";
import { plugin } from "./plugin.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Rolldown: generates before a build and whenever a description changes. */
const openapiSieve: (options?: PluginOptions) => Plugin = plugin.rolldown;

export default openapiSieve;
