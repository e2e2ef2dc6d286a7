import type { JsonValue } from "../code/json-value.js";
import type { EmitterContract } from "./emitter-contract.js";
import type { ModuleFactory } from "./module-builder.js";

/** The version of what emitters are told and given; another one would refuse emitters of this. */
export const emitterApi = 1;

export interface EmitterDefinition {
  /** What messages call it. */
  readonly name: string;
  /**
   * Packages that emitted modules import, with their ranges. They become peer dependencies of the generated package, which has no
   * dependencies of its own.
   */
  readonly peerDependencies?: Readonly<Record<string, string>>;
  /**
   * Declares modules: `module("queries/pets")` begins one. Called once for each API; `options` are those that the configuration gives
   * beside the emitter's path. The same contract and options have to lead to the same modules.
   */
  readonly emit: (contract: EmitterContract, module: ModuleFactory, options: JsonValue) => void;
}

/** An emitter for `emitters` of the configuration. */
export interface Emitter extends EmitterDefinition {
  readonly apiVersion: typeof emitterApi;
}

/** An emitter of your own, which makes further modules of each package. docs/emitters.md has an example. */
export const defineEmitter = (definition: EmitterDefinition): Emitter => ({ ...definition, apiVersion: emitterApi });
