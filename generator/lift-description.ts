import path from "node:path";
import { inputProblem } from "./config/input-problem.js";
import type { Reading } from "./config/reading.js";
import { createCollector } from "./diagnostics/collector.js";
import type { Place } from "./diagnostics/place.js";
import { createFileHost, displayPath } from "./file-host.js";
import { withDialect } from "./lift/express/dialect-action.js";
import { hasEvidence } from "./lift/express/has-evidence.js";
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
import { createFileReader, readNamed } from "./source/read-file.js";
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
  readonly placeOf: (evidence: Evidence) => Place;
}

const entryOf = (input: string, cwd: string, { levels, access, overlays }: Reading, applied: typeof applyNothing): ReadText | undefined => {
  const { report } = createCollector(levels);
  const name = displayPath(path.resolve(cwd, input), cwd);
  const host = createFileHost(cwd, name, access);
  const reader = createFileReader(host, report);
  const read = readNamed(name, reader, report);
  return read === undefined || overlays.length === 0 ? read : applied(read, reader, host, report);
};

const applyNothing = (entry: ReadText, _reader: ReturnType<typeof createFileReader>, _host: ReturnType<typeof createFileHost>, _report: ReturnType<typeof createCollector>["report"]): ReadText => entry;

const overlaid = async ({ overlays }: Reading, cwd: string): Promise<typeof applyNothing> => {
  if (overlays.length === 0) return applyNothing;
  const { applyOverlays } = await import("./source/overlay/apply-overlays.js");
  return applyOverlays(overlays.map((overlay) => displayPath(path.resolve(cwd, overlay), cwd)));
};

/** Reads a description and lifts the rules that its texts state; what its keywords say already is left out. */
export const liftDescription = async (input: string, cwd: string, reading: Reading): Promise<LiftResult> => {
  const read = await readInput(input, cwd, reading);
  const { contract } = read;
  const entry = contract === undefined || inputProblem(input, cwd, false) !== undefined ? undefined : entryOf(input, cwd, reading, await overlaid(reading, cwd));
  if (contract === undefined || entry === undefined || !isSourceObject(entry.value)) return { read, lifted: undefined };
  const root = entry.value;
  const stated = statedRules(contract);
  const found = lift(root).map((finding) => ({ ...finding, statement: withKnownValues(finding.statement, finding.scope) }));
  const unstated = found.filter((finding) => !isStatedFact(finding) && !stated(finding.scope.pointer).has(statementText(finding.statement)));
  // what was written before says so, also where no reader of rules knows the keywords again
  const news = unstated.map((finding) => ({ finding, action: actionOf(finding, root) })).filter(({ action }) => action === undefined || !hasEvidence(root, action));
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
      placeOf: (evidence) => place(evidence, textAt(evidence.pointer)),
    },
  };
};
