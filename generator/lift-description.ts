import path from "node:path";
import type { Reading } from "./config/reading.js";
import type { Place } from "./diagnostics/place.js";
import { displayPath } from "./file-host.js";
import { withDialect } from "./lift/express/dialect-action.js";
import { liftedBefore } from "./lift/express/lifted-before.js";
import { isStatedFact } from "./lift/express/stated-facts.js";
import { statedRules } from "./lift/express/stated-rules.js";
import { actionOf, type LiftedAction } from "./lift/express/action-of.js";
import { withKnownValues } from "./lift/express/with-known-values.js";
import type { Evidence, Finding } from "./lift/finding.js";
import { lift } from "./lift/lift.js";
import { createSentencePlaces } from "./lift/sentence-place.js";
import { statementText } from "./lift/statement.js";
import { readInput } from "./read-input.js";
import type { ReadSpec } from "./read-spec.js";
import type { ReadText } from "./source/read-text.js";
import { valueAt } from "./source/resolve.js";
import { isSourceObject } from "./source/value.js";

/** What the prose of a description states beyond its keywords. */
export interface LiftResult {
  readonly read: ReadSpec;
  /** Undefined where the description has errors, which `read` has. */
  readonly lifted: Lifted | undefined;
}

export interface Lifted {
  readonly entry: ReadText;
  readonly actions: readonly LiftedAction[];
  /** What no keyword and no extension holds where it is said: documentation, for people. */
  readonly facts: readonly Finding[];
  /** Findings that the keywords of the description state already. */
  readonly stated: number;
  /** Files that the description refers to; their texts are not read. */
  readonly referredTo: readonly string[];
  readonly placeOf: (evidence: Evidence) => Place;
}

/** The files whose texts are not read, since no overlay reaches into them. */
const referredTo = ({ inputs, entry }: ReadSpec, overlays: readonly string[], cwd: string): readonly string[] => {
  const known = new Set([entry?.file.path, ...overlays.map((overlay) => displayPath(path.resolve(cwd, overlay), cwd))]);
  return inputs.map((file) => file.path).filter((file) => !known.has(file));
};

/** Reads a description and lifts the rules that its texts state; what its keywords say already is left out. */
export const liftDescription = async (input: string, cwd: string, reading: Reading): Promise<LiftResult> => {
  const read = await readInput(input, cwd, reading);
  const { contract, entry } = read;
  if (contract === undefined || entry === undefined || !isSourceObject(entry.value)) return { read, lifted: undefined };
  const root = entry.value;
  const [stated, isKnown] = [statedRules(contract), liftedBefore(root)];
  const found = lift(root).map((finding) => ({ ...finding, statement: withKnownValues(finding.statement, finding.scope) }));
  const unstated = found.filter((finding) => !isStatedFact(finding) && !stated(finding.scope.pointer).has(statementText(finding.statement)));
  // what was written before says so, also where no reader of rules knows the keywords again
  const news = unstated.map((finding) => ({ finding, action: actionOf(finding, root) })).filter(({ action }) => action === undefined || !isKnown(action));
  const place = createSentencePlaces(entry);
  const textAt = (pointer: string): string => {
    const text = valueAt(root, pointer);
    return typeof text === "string" ? text : "";
  };
  return {
    read,
    lifted: {
      entry,
      actions: withDialect(
        news.flatMap(({ action }) => (action === undefined ? [] : [action])),
        root,
      ),
      facts: news.flatMap(({ finding, action }) => (action === undefined ? [finding] : [])),
      stated: found.length - news.length,
      referredTo: referredTo(read, reading.overlays, cwd),
      placeOf: (evidence) => place(evidence, textAt(evidence.pointer)),
    },
  };
};
