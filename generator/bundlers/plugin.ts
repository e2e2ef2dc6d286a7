import { createUnplugin, type UnpluginInstance } from "unplugin";
import { hookEsbuild } from "./esbuild-hooks.js";
import { createGeneration, type Generation } from "./generation.js";
import { type PluginOptions, splitOptions } from "./plugin-options.js";
import { type RollupContext, startBuild } from "./rollup-hooks.js";
import { serve, type Serving, type ViteLogger, type ViteServer } from "./vite-server.js";
import { hookCompiler } from "./webpack-hooks.js";

const forVite = (generation: Generation, failOnError: boolean) => {
  let logger: ViteLogger | undefined;
  let serving: Serving | undefined;
  return {
    configResolved: (config: { readonly logger: ViteLogger }): void => {
      logger = config.logger;
    },
    configureServer: (server: ViteServer): void => {
      generation.keep();
      // a server that is restarted begins before the one before it ends
      serving?.close();
      serving = serve(server, generation);
    },
    async buildStart(this: RollupContext): Promise<void> {
      if (serving !== undefined) return serving.refresh();
      const result = await startBuild(this, generation, failOnError);
      for (const line of result.news) logger?.info(`openapi-sieve: ${line}`);
    },
    // of a server; builds that watch have one after each build
    async closeBundle(this: { readonly environment?: unknown }): Promise<void> {
      if (serving === undefined || !serving.isOf(this.environment)) return;
      serving.close();
      await generation.close();
    },
    closeWatcher: (): Promise<void> => generation.close(),
  };
};

/** The plugin for all bundlers. It writes the packages of a configuration as `generate` does, before a build and on each change. */
export const plugin: UnpluginInstance<PluginOptions | undefined, false> = createUnplugin((options: PluginOptions | undefined) => {
  const split = splitOptions(options);
  const { failOnError } = split;
  const generation = createGeneration(split);
  const rollupLike = {
    async buildStart(this: RollupContext): Promise<void> {
      await startBuild(this, generation, failOnError);
    },
    closeWatcher: (): Promise<void> => generation.close(),
  };
  return {
    name: "openapi-sieve",
    vite: forVite(generation, failOnError),
    rollup: rollupLike,
    rolldown: rollupLike,
    webpack: (compiler) => hookCompiler(compiler, generation, failOnError),
    rspack: (compiler) => hookCompiler(compiler, generation, failOnError),
    esbuild: { setup: (build) => hookEsbuild(build, generation, failOnError) },
  };
});
