import type { WebpackPluginInstance } from "webpack";
import type { PluginOptions } from "./plugin-options.js";
import { plugin } from "./plugin.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for webpack: generates before a build and whenever a description changes. */
const openapiSieve: (options?: PluginOptions) => WebpackPluginInstance = plugin.webpack;

export default openapiSieve;
