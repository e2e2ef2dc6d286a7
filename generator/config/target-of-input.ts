import path from "node:path";
import { loadConfig } from "./load-config.js";
import { findTargets, type Target, type TargetOptions } from "./targets.js";

/** What the configuration says of an input; undefined where there is none, or where it does not name the input. */
export type InputTarget = { readonly target: Target | undefined } | { readonly messages: readonly string[] };

/** The package of the configuration that is made of one of these files. */
export const targetOfInput = async (files: readonly string[], { cwd, config, access }: Pick<TargetOptions, "cwd" | "config" | "access">): Promise<InputTarget> => {
  const loaded = await loadConfig(cwd, config);
  if (loaded.kind === "none") return { target: undefined };
  const found = await findTargets({ cwd, inputs: [], ...(config === undefined ? {} : { config }), overlays: [], only: undefined, access });
  if (found.kind === "usage") return { messages: found.messages };
  const wanted = new Set(files.map((file) => path.resolve(cwd, file)));
  return { target: found.targets.find(({ input, out }) => wanted.has(input) || wanted.has(out)) };
};
