import { fileURLToPath } from "node:url";
import type { EmitterConfig, EmitterDefinition } from "openapi-sieve";
import { afterAll } from "vitest";
import { readEmitters } from "../../../generator/config/read-emitters.js";
import { defineEmitter } from "../../../generator/emitters/define-emitter.js";
import { generateWith } from "../../../generator/generate.js";
import { once } from "../../../generator/once.js";
import { loadTools } from "../../../generator/tools.js";

export const folder = fileURLToPath(new URL("../", import.meta.url));

export interface MadePackage {
  /** The package's files, by path; none where something is wrong. */
  readonly files: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
}

// loaded once for all tests of a file
const tools = once(() => loadTools());
afterAll(tools.close);

/** The package of the pets with emitters. */
export const madeWith = async (...emitters: readonly EmitterConfig[]): Promise<MadePackage> => {
  const read = readEmitters(emitters, "", folder);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const { files, diagnostics } = await generateWith({ input: "pets.yaml", cwd: folder, name: "pets", build: true, emitters: read.emitters }, tools.get);
  return {
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    messages: diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`),
  };
};

/** An emitter that does just this. */
export const emitterOf = (emit: EmitterDefinition["emit"], more: Partial<EmitterDefinition> = {}) => defineEmitter({ name: "mine", emit, ...more });
