import type { RspackPluginInstance } from "@rspack/core";
import type { PluginOptions } from "./plugin-options.js";
import { plugin } from "./plugin.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Rspack: generates before a build and whenever a description changes. */
const openapiSieve: (options?: PluginOptions) => RspackPluginInstance = plugin.rspack;

export default openapiSieve;
