import { outlineOf } from "../../../generator/code/outline.js";
import { readingOf } from "../../../generator/config/reading.js";
import { createCollector } from "../../../generator/diagnostics/collector.js";
import type { EmitterSource } from "../../../generator/emitters/emitter-source.js";
import { runEmitters } from "../../../generator/emitters/run-emitters.js";
import type { GeneratedFile } from "../../../generator/generate-package.js";
import { generateWith } from "../../../generator/generate.js";
import type { Contract } from "../../../generator/model/contract.js";
import { readSpec } from "../../../generator/read-spec.js";
import type { SourceHost } from "../../../generator/source/source-host.js";
import type { AllTools } from "../../../generator/tools.js";
import type { Representation } from "../../../templates/client/wire/representation.js";
import { surfaceOf } from "../../../generator/surface-of.js";
import { makePlan } from "../../../generator/plan/make-plan.js";
import { makeSurface } from "../../../generator/surface/make-surface.js";
import type { Surface } from "../../../generator/surface/surface.js";
import { type Emitted, emitterOf } from "./emitted.js";

const file = "description.json";

/** A description that stands on no disk. */
const inMemory =
  (description: object) =>
  (): SourceHost => ({
    readFile: (name) => (name === file ? new TextEncoder().encode(JSON.stringify(description)) : undefined),
    resolve: () => undefined,
  });

export const contractOf = (description: object): Contract => {
  const { contract, diagnostics } = readSpec(file, "/", readingOf(), { hostOver: inMemory(description) });
  if (contract === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return contract;
};

/** The modules of the package, not laid out. */
export const packageOf = async (description: object, representation: Partial<Representation>, tools: AllTools, emitted?: Emitted): Promise<readonly GeneratedFile[]> => {
  const emitters: readonly EmitterSource[] = emitted === undefined ? [] : [{ kind: "inline", shown: "own", fingerprint: "", files: [], open: () => emitterOf(emitted) }];
  const { files, diagnostics } = await generateWith({ input: file, cwd: "/", name: "things", format: false, representation, emitters, hostOver: inMemory(description) }, async () => tools);
  if (files.length === 0) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return files;
};

export const surfaceFor = (description: object, representation: Partial<Representation> = {}): Surface => surfaceOf(contractOf(description), { representation, names: {} });

/** The same of a package, which knows what an emitter adds. */
export const surfaceWith = (description: object, emitted: Emitted): Surface => {
  const plan = makePlan(contractOf(description), "package", createCollector().report, {}, {});
  const { modules } = runEmitters([{ shown: "own", emitter: emitterOf(emitted), options: null }], plan, [], createCollector().report);
  return makeSurface(plan, modules.map(({ draft, isSubpath }) => ({ outline: outlineOf(draft), isSubpath })));
};
