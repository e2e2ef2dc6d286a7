import type { Issue } from "../../issue.js";
import { AbortError, ApiError, ClientError, ValidationError } from "../errors.js";
import { isRefused } from "../failed-attempt.js";
import { draftOf } from "../draft.js";
import { send } from "../operation.js";
import type { CallInput } from "../operation-table.js";
import { matchAnswer, separable } from "./match-answer.js";
import { withValueAt } from "./place.js";
import { blamed, isAboutContent } from "./refused-chunk.js";
import type { Entry, Settled } from "./result.js";
import type { Run } from "./run.js";

/** What one request brought: results, and items that go into other requests since nothing of this one was carried out. */
interface Outcome {
  readonly settled: readonly Settled[];
  readonly again: readonly (readonly Entry[])[];
}

const unknown = (entries: readonly Entry[], error: ClientError, applied: "maybe" | "no"): readonly Settled[] =>
  entries.map(({ index }) => ({ index, result: { status: "unknown", error, applied } }));

const halves = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const middle = Math.ceil(entries.length / 2);
  return [entries.slice(0, middle), entries.slice(middle)];
};

const rejected = ({ index }: Entry, error: ApiError, issues: readonly Issue[]): Settled => ({
  index,
  result: { status: "rejected", issues, answer: error.body },
});

/** The server refused all of the items because of some. Every further request has fewer of them, so this ends. */
const outcomeOfRefusal = ({ bulk, input }: Run, entries: readonly Entry[], error: ApiError): Outcome => {
  const found = blamed(bulk, entries, error.body);
  const guilty = entries.flatMap((entry, position) => {
    const issues = found.get(position);
    return issues === undefined ? [] : [rejected(entry, error, issues)];
  });
  const others = entries.filter((_, position) => !found.has(position));
  if (others.length === 0) return { settled: guilty, again: [] };
  if (input.isolate !== false) return { settled: guilty, again: guilty.length > 0 ? [others] : halves(others) };
  const message = "was not written, since the server refused other items of the same request";
  const beside = others.map((entry) => rejected(entry, error, [{ code: "server", path: [], message: guilty.length > 0 ? message : error.message }]));
  return { settled: [...guilty, ...beside].sort((left, right) => left.index - right.index), again: [] };
};

/** What would go wrong with every other request as well, such as credentials that are not accepted, ends the run. */
const outcomeOfError = (run: Run, entries: readonly Entry[], error: unknown, mayBeApplied: boolean): Outcome => {
  const applied = mayBeApplied ? "maybe" : "no";
  if (!(error instanceof ClientError)) {
    run.stop(error);
    return { settled: unknown(entries, new AbortError(run.context, error), applied), again: [] };
  }
  const isRefusal = error instanceof ApiError && isRefused(error) && !mayBeApplied;
  if (isRefusal && isAboutContent(error)) return outcomeOfRefusal(run, entries, error);
  if (error instanceof AbortError || (isRefusal && ![408, 425, 429].includes(error.status))) run.stop(error);
  return { settled: unknown(entries, error, applied), again: [] };
};

const encoder = new TextEncoder();

const request = async (run: Run, entries: readonly Entry[]): Promise<Outcome> => {
  const { client, operation, bulk, input, signal, context } = run;
  let mayBeApplied = false;
  try {
    const body = withValueAt(input.body, bulk.request, entries.map(({ item }) => item));
    // answers are validated as the client says: `validate` is that of the items here
    const call: CallInput = { ...input, validate: undefined, body, signal };
    const draft = draftOf(client, operation, call);
    const bytes = typeof draft.body === "string" ? encoder.encode(draft.body) : undefined;
    await run.ledger?.sent(entries);
    run.countBytes(bytes?.length ?? 0);
    const onFailure = (error: ClientError): void => void (mayBeApplied ||= !isRefused(error));
    const { value, content } = await send(client, operation, call, { ...draft, body: bytes ?? draft.body, retryRefused: true, onFailure });
    return { settled: matchAnswer(bulk, entries, { onWire: content.value, decoded: value }, context), again: [] };
  } catch (error) {
    // an answer that cannot be used is one nevertheless
    return outcomeOfError(run, entries, error, mayBeApplied || error instanceof ValidationError);
  }
};

/** The results are known, so a journal that fails only ends the run. */
const noted = async (run: Run, { settled, again }: Outcome): Promise<void> => {
  try {
    await run.ledger?.answered(settled, again.flat());
  } catch (error) {
    run.stop(error);
  }
};

/** The results of the items, each as soon as its request is done. Sends one request after the other, and never rejects. */
export const sendChunk = async (run: Run, entries: readonly Entry[]): Promise<readonly Settled[]> => {
  const settled: Settled[] = [];
  const waiting = [...separable(run.bulk, entries)];
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    const stopped = run.cause();
    if (stopped !== undefined || run.signal.aborted) {
      const error = new AbortError(run.context, stopped?.cause ?? run.signal.reason);
      settled.push(...unknown(group, error, "no"));
      continue;
    }
    const outcome = await request(run, group);
    await noted(run, outcome);
    settled.push(...outcome.settled);
    waiting.unshift(...outcome.again);
  }
  return settled;
};
