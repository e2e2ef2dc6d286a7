import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { rspack } from "@rspack/core";
import { build as esbuild, type Plugin as EsbuildPlugin } from "esbuild";
import { rollup, type Plugin as RollupPlugin } from "rollup";
import { build as vite, type InlineConfig, type Plugin as VitePlugin } from "vite";
import webpack from "webpack";
import type { PluginOptions } from "../../../generator/bundlers/plugin-options.js";
import { type App, builtPlugin } from "./app.js";

/** Builds `main.js` of an app and gives the text of the bundle; rejects where the bundler says that it failed. */
export type Build = (app: App, options: PluginOptions) => Promise<string>;

const outputOf = (app: App, folder: string): string => readFileSync(realpathSync(path.join(app.folder, folder, "main.js")), "utf8");

interface Stats {
  readonly hasErrors: () => boolean;
  readonly toString: (options: object) => string;
}

interface Compiler {
  readonly run: (done: (error: Error | null, stats?: Stats) => void) => void;
  readonly close: (done: () => void) => void;
}

const compiled = (compiler: Compiler): Promise<void> =>
  new Promise((resolve, reject) => {
    compiler.run((error, stats) =>
      compiler.close(() => (error !== null ? reject(error) : stats?.hasErrors() === true ? reject(new Error(stats.toString({ all: false, errors: true }))) : resolve())),
    );
  });

export const compilerConfig = (app: App, folder: string) => ({
  mode: "production" as const,
  context: app.folder,
  entry: "./main.js",
  output: { path: app.at(folder), filename: "main.js" },
  optimization: { minimize: false },
});

export const viteConfig = (app: App, outDir: string, plugin: VitePlugin): InlineConfig => ({
  ...{ root: app.folder, configFile: false, logLevel: "silent", plugins: [plugin] },
  build: { outDir, minify: false, rolldownOptions: { input: app.at("main.js"), output: { entryFileNames: "main.js" } } },
});

export const builds: Readonly<Record<string, Build>> = {
  vite: async (app, options) => {
    const plugin = await builtPlugin<VitePlugin>("vite");
    await vite(viteConfig(app, "dist-vite", plugin(options)));
    return outputOf(app, "dist-vite");
  },
  // Vite takes plugins of Rolldown, which it builds with
  rolldown: async (app, options) => {
    const plugin = await builtPlugin<VitePlugin>("rolldown");
    await vite(viteConfig(app, "dist-rolldown", plugin(options)));
    return outputOf(app, "dist-rolldown");
  },
  rollup: async (app, options) => {
    const plugin = await builtPlugin<RollupPlugin>("rollup");
    const bundle = await rollup({ input: app.at("main.js"), plugins: [plugin(options)] });
    await bundle.write({ dir: app.at("dist-rollup") });
    await bundle.close();
    return outputOf(app, "dist-rollup");
  },
  webpack: async (app, options) => {
    const plugin = await builtPlugin<webpack.WebpackPluginInstance>("webpack");
    await compiled(webpack({ ...compilerConfig(app, "dist-webpack"), plugins: [plugin(options)] }));
    return outputOf(app, "dist-webpack");
  },
  rspack: async (app, options) => {
    const plugin = await builtPlugin<webpack.WebpackPluginInstance>("rspack");
    await compiled(rspack({ ...compilerConfig(app, "dist-rspack"), plugins: [plugin(options)] }));
    return outputOf(app, "dist-rspack");
  },
  esbuild: async (app, options) => {
    const plugin = await builtPlugin<EsbuildPlugin>("esbuild");
    await esbuild({ entryPoints: [app.at("main.js")], bundle: true, outdir: app.at("dist-esbuild"), logLevel: "silent", plugins: [plugin(options)] });
    return outputOf(app, "dist-esbuild");
  },
};
