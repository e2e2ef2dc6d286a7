import { outlineOf } from "../../generator/code/outline.js";
import type { JsonValue } from "../../generator/code/json-value.js";
import { createFingerprint } from "../../generator/emit/fingerprint.js";
import { emitters } from "../../generator/emit/index.js";
import { makePlan } from "../../generator/plan/make-plan.js";
import { printModule } from "../../generator/print/print-module.js";
import { textHash } from "../../generator/write/text-hash.js";
import { versionsOf } from "./versions-of.js";

export interface EqualModules {
  /** Versions of the description without errors, and modules that were made of them all. */
  readonly versions: number;
  readonly modules: number;
  /** Modules that had a fingerprint of a version before. */
  readonly known: number;
  /** Modules with a new fingerprint that are nevertheless as in a version before. */
  readonly needless: number;
  /** Modules that are not what another of the same fingerprint was, or report something although it did not. */
  readonly differing: readonly string[];
}

/** Modules of the same path and fingerprint have to be the same, in whichever versions of a description they stand. */
export const equalModules = (document: JsonValue, rounds: number, seed: number): EqualModules => {
  const byFingerprint = new Map<string, string>();
  const texts = new Set<string>();
  const counts = { versions: 0, modules: 0, known: 0, needless: 0 };
  const differing: string[] = [];
  for (const { contract, edited } of versionsOf(document, rounds, seed)) {
    counts.versions++;
    const plan = makePlan(contract, "equal", () => undefined);
    const fingerprintOf = createFingerprint(plan, textHash);
    for (const emitter of emitters)
      for (const draft of emitter.emit({ plan, report: () => undefined })) {
        if (draft.kind !== "unit") continue;
        let reports = 0;
        const made = draft.make(() => void reports++);
        const text = JSON.stringify([printModule(made), outlineOf(made), reports]);
        const key = `${draft.path} ${fingerprintOf(draft.madeOf)}`;
        const before = byFingerprint.get(key);
        counts.modules++;
        if (before !== undefined) counts.known++;
        else if (texts.has(text)) counts.needless++;
        if (before !== undefined && before !== text) differing.push(`${draft.path} after ${JSON.stringify(edited)}\n${before}\n${text}`);
        byFingerprint.set(key, text);
        texts.add(text);
      }
  }
  return { ...counts, differing };
};
