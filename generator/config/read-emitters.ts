import { randomUUID } from "node:crypto";
import path from "node:path";
import { isEmitter } from "../emitters/emitter-problem.js";
import type { EmitterSource } from "../emitters/emitter-source.js";
import type { EmitterConfig } from "./define-config.js";
import { fileKind } from "./file-kind.js";
import { type Fingerprint, fingerprintOf } from "./fingerprint.js";

/** `files` are those that were looked at: when one of them changes, so may all. Absolute paths. */
export type ReadEmitters = { readonly files: readonly string[] } & ({ readonly emitters: readonly EmitterSource[] } | { readonly problems: readonly string[] });

/** Where it cannot be told what an emitter is made of, no run is like the one before. */
const fingerprintText = ({ hash }: Fingerprint, options: unknown): string => (hash === undefined ? randomUUID() : `${hash} ${JSON.stringify(options) ?? ""}`);

const read = (configured: EmitterConfig, where: string, folder: string, config: () => Fingerprint): EmitterSource | { readonly problem: string; readonly files: readonly string[] } => {
  if (isEmitter(configured)) return { kind: "inline", shown: JSON.stringify(configured.name), open: () => configured, fingerprint: fingerprintText(config(), undefined), files: config().files };
  const { module, export: exported, options } = typeof configured === "string" ? { module: configured } : configured;
  const file = path.resolve(folder, module);
  if (fileKind(file) !== "file") return { problem: `${where}: there is no file ${file}`, files: [file] };
  const found = fingerprintOf(file);
  return {
    ...{ kind: "module", shown: module, file, fingerprint: fingerprintText(found, options), files: found.files },
    ...(exported === undefined ? {} : { export: exported }),
    ...(options === undefined ? {} : { options }),
  };
};

/**
 * The emitters of a configuration, not loaded yet, or everything that is wrong with their files. `owner` is the file that values come
 * from; undefined for those of a program.
 */
export const readEmitters = (configured: readonly EmitterConfig[], prefix: string, folder: string, owner?: string): ReadEmitters => {
  let known: Fingerprint | undefined;
  const config = (): Fingerprint => (known ??= owner === undefined ? { hash: undefined, files: [] } : fingerprintOf(owner));
  const found = configured.map((one, index) => read(one, `${prefix}emitters[${index}]`, folder, config));
  const problems = found.flatMap((one) => ("problem" in one ? [one.problem] : []));
  const files = found.flatMap((one) => one.files);
  return problems.length > 0 ? { problems, files } : { files, emitters: found.flatMap((one) => ("problem" in one ? [] : [one])) };
};
