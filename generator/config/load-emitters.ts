import { emitterProblem, isEmitter } from "../emitters/emitter-problem.js";
import type { EmitterSource, LoadedEmitter, ModuleSource } from "../emitters/emitter-source.js";
import { importModule } from "./import-module.js";

/** What follows the first line is a stack, or paths of this machine. */
const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";

const loadModule = async ({ shown, file, export: exported = "default", options = null }: ModuleSource): Promise<LoadedEmitter> => {
  try {
    const value = (await importModule(file))[exported];
    if (value === undefined) return { shown, problem: `it exports no ${exported}` };
    return isEmitter(value) ? { shown, emitter: value, options } : { shown, problem: `${exported}: ${emitterProblem(value) ?? ""}` };
  } catch (error) {
    return { shown, problem: `it cannot be loaded: ${firstLine(error)}` };
  }
};

const load = async (source: EmitterSource): Promise<LoadedEmitter> => {
  if (source.kind === "module") return loadModule(source);
  const { shown, open } = source;
  return open === undefined ? { shown, problem: "it is a value that only the thread has that read the configuration" } : { shown, emitter: open(), options: null };
};

/** The emitters of a target, each loaded or with the reason why it could not be. */
export const loadEmitters = (sources: readonly EmitterSource[]): Promise<readonly LoadedEmitter[]> => Promise.all(sources.map(load));
