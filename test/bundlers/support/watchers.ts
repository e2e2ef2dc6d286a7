import { rspack } from "@rspack/core";
import { context, type Plugin as EsbuildPlugin } from "esbuild";
import { watch as rollup, type Plugin as RollupPlugin } from "rollup";
import { build as vite, type Plugin as VitePlugin } from "vite";
import webpack from "webpack";
import type { PluginOptions } from "../../../generator/bundlers/plugin-options.js";
import { type App, builtPlugin } from "./app.js";
import { compilerConfig, viteConfig } from "./builds.js";

/** A bundler that watches. */
export interface Watcher {
  /** What the next build comes to that was begun after the last answer: undefined where it went well, or its errors. */
  readonly next: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

type Watch = (app: App, options: PluginOptions) => Promise<Watcher>;

/** Builds end when they end: whoever asks gets the one that ended first since. */
const createOutcomes = (): { readonly add: (outcome: string | undefined) => void; readonly next: () => Promise<string | undefined> } => {
  const outcomes: { readonly errors: string | undefined }[] = [];
  let wake = (): void => undefined;
  return {
    add: (errors) => {
      outcomes.push({ errors });
      wake();
    },
    next: async () => {
      while (outcomes.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return outcomes.shift()?.errors;
    },
  };
};

interface Stats {
  readonly hasErrors: () => boolean;
  readonly toString: (options: object) => string;
}

interface Compiler {
  readonly watch: (options: object, done: (error: Error | null, stats?: Stats) => void) => { readonly close: (done: () => void) => void } | undefined;
  readonly close: (done: () => void) => void;
}

const watchCompiler = (compiler: Compiler): Watcher => {
  const { add, next } = createOutcomes();
  const watching = compiler.watch({ aggregateTimeout: 20 }, (error, stats) => {
    add(error !== null ? error.message : stats?.hasErrors() === true ? stats.toString({ all: false, errors: true }) : undefined);
  });
  return {
    next,
    close: () => new Promise((resolve) => (watching === undefined ? resolve() : watching.close(() => compiler.close(() => resolve())))),
  };
};

/** What Rollup's watcher and Rolldown's, which Vite gives, have in common. */
interface RollupWatcher {
  readonly on: (event: "event", listener: (event: { readonly code: string; readonly error?: { readonly message: string }; readonly result?: { readonly close: () => unknown } | null }) => void) => unknown;
  readonly close: () => Promise<void>;
}

const watchRollup = (watcher: RollupWatcher): Watcher => {
  const { add, next } = createOutcomes();
  watcher.on("event", ({ code, error, result }) => {
    void result?.close();
    if (code === "BUNDLE_END") add(undefined);
    if (code === "ERROR") add(error?.message ?? "");
  });
  return { next, close: () => watcher.close() };
};

export const watchers: Readonly<Record<string, Watch>> = {
  vite: async (app, options) => {
    const plugin = await builtPlugin<VitePlugin>("vite");
    const { build, ...config } = viteConfig(app, "watched-vite", plugin(options));
    const watcher = await vite({ ...config, build: { ...build, watch: {} } });
    if (!("on" in watcher)) throw new Error("Vite does not watch");
    return watchRollup(watcher);
  },
  rollup: async (app, options) => {
    const plugin = await builtPlugin<RollupPlugin>("rollup");
    return watchRollup(rollup({ input: app.at("main.js"), output: { dir: app.at("watched-rollup") }, plugins: [plugin(options)], watch: { buildDelay: 20 } }));
  },
  webpack: async (app, options) => {
    const plugin = await builtPlugin<webpack.WebpackPluginInstance>("webpack");
    return watchCompiler(webpack({ ...compilerConfig(app, "watched-webpack"), plugins: [plugin(options)] }));
  },
  rspack: async (app, options) => {
    const plugin = await builtPlugin<webpack.WebpackPluginInstance>("rspack");
    return watchCompiler(rspack({ ...compilerConfig(app, "watched-rspack"), plugins: [plugin(options)] }));
  },
  esbuild: async (app, options) => {
    const plugin = await builtPlugin<EsbuildPlugin>("esbuild");
    const { add, next } = createOutcomes();
    const tell: EsbuildPlugin = {
      name: "tell",
      setup: ({ onEnd }) => onEnd(({ errors }) => add(errors.length === 0 ? undefined : errors.map(({ text }) => text).join("\n"))),
    };
    const building = await context({
      ...{ entryPoints: [app.at("main.js")], bundle: true, outdir: app.at("watched-esbuild"), logLevel: "silent", plugins: [plugin(options), tell] },
    });
    await building.watch();
    return { next, close: () => building.dispose() };
  },
};
