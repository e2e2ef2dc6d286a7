import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("../page/", import.meta.url));

export interface PageBundle {
  /** A script that sets the global `scenarios` to what the module exports. */
  readonly text: string;
  /** What went into it, relative to the repository. */
  readonly files: readonly string[];
}

/** A module of the folder `page` with what it imports, as a browser gets it. Rejects where that needs what only Node has. */
export const bundlePage = async (entry: string): Promise<PageBundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: fileURLToPath(new URL("../../../", import.meta.url)),
    entryPoints: [folder + entry],
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "iife",
    globalName: "scenarios",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return { text: outputFiles[0]?.text ?? "", files: Object.keys(metafile.inputs) };
};
