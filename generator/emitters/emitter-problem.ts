import type { Emitter } from "./define-emitter.js";
import { emitterApi } from "./define-emitter.js";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

const packageShape = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

const arePeers = (value: unknown): boolean =>
  value === undefined || (isRecord(value) && Object.entries(value).every(([name, range]) => packageShape.test(name) && typeof range === "string" && range !== ""));

/** Why a value is no emitter; undefined where it is one. */
export const emitterProblem = (value: unknown): string | undefined => {
  if (!isRecord(value) || !("emit" in value || "apiVersion" in value)) return "it is no emitter; `defineEmitter` makes one";
  if (value["apiVersion"] !== emitterApi)
    return value["apiVersion"] === undefined
      ? "it was not made by `defineEmitter`"
      : `it is made for version ${JSON.stringify(value["apiVersion"])} of the emitter API, and this is version ${emitterApi}`;
  if (typeof value["name"] !== "string" || value["name"].trim() === "") return "its `name` must be a text";
  if (typeof value["emit"] !== "function") return "its `emit` must be a function";
  return arePeers(value["peerDependencies"]) ? undefined : "its `peerDependencies` must be an object of version ranges by package";
};

export const isEmitter = (value: unknown): value is Emitter => emitterProblem(value) === undefined;
