import type { Issue } from "../../issue.js";
import { keyOf } from "../../unique.js";
import { ApiClient } from "../client.js";
import { NetworkError } from "../errors.js";
import { withValueAt } from "./place.js";
import type { Entry, Settled } from "./result.js";
import type { Run } from "./run.js";

/** What is to be done with an item: nothing more, or to send it. */
export type Intake = { readonly settled: Settled; readonly entry?: undefined } | { readonly entry: Entry; readonly settled?: undefined };

/** Keys that were seen, with the index of the first item that has each. */
type Seen = readonly { readonly fields: readonly string[]; readonly first: Map<string, number> }[];

/** Repeats the words of the validator of arrays; the indexes are those of the whole input. */
const repeats = (seen: Seen, { index, item }: Entry): readonly Issue[] =>
  seen.flatMap(({ fields, first }) => {
    const key = keyOf(item, fields);
    if (key === undefined) return [];
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      return [];
    }
    const what = fields.length > 1 ? `${fields.slice(0, -1).join(", ")} and ${fields.at(-1)}` : fields.join();
    return [{ code: "uniqueBy", path: [], message: `items ${before} and ${index} have the same ${what}`, fields }];
  });

/** The item as it goes over the wire; with issues where there is no such one. */
const onWire = ({ bulk, client }: Run, { index, item }: Entry): { readonly entry: Entry; readonly checkable: unknown; readonly issues: readonly Issue[] } => {
  const made = bulk.wire?.encode(item, ApiClient.stateOf(client).representation);
  return made === undefined ? { entry: { index, item }, checkable: item, issues: [] } : { ...made, entry: { index, item: made.value } };
};

/** By the item's own validator, else by that of a body with this one item, whose issues elsewhere do not count. */
const issuesOf = ({ bulk, input }: Run, body: ((value: unknown) => readonly Issue[]) | undefined, item: unknown): readonly Issue[] => {
  if (bulk.item !== undefined) return bulk.item(item).issues ?? [];
  const place = [...bulk.request, 0];
  const issues = body?.(withValueAt(input.body, bulk.request, [item])) ?? [];
  return issues
    .filter(({ path }) => place.every((key, at) => path[at] === key))
    .map(({ path, ...issue }) => ({ ...issue, path: path.slice(place.length) }));
};

/** Of an item that was dealt with before: undefined for one that was not, or that is sent again. */
const before = ({ ledger, keep, input, context }: Run, entry: Entry): Settled | undefined => {
  const { index } = entry;
  const kept = keep?.(index);
  if (kept !== undefined) return { index, result: kept };
  // whoever sends again what failed may have mended it, so it need not be what the journal knows
  if (keep !== undefined && ledger?.isWritten(index) !== true) return undefined;
  const known = ledger?.known(entry);
  if (known?.state === "written") return { index, result: { status: "written", value: undefined, fromJournal: true } };
  if (known?.state === "rejected") return { index, result: { status: "rejected", issues: known.issues, fromJournal: true } };
  if (known?.state !== "sent" || input.resume === "resend") return undefined;
  const error = new NetworkError("sent by an earlier run, which ended before the answer", context);
  return { index, result: { status: "unknown", error, applied: "maybe", fromJournal: true } };
};

/** Looks at the items one after the other; keeps nothing of them but the keys that others must not repeat. */
export const createIntake = (run: Run, body: ((value: unknown) => readonly Issue[]) | undefined): ((entry: Entry) => Intake) => {
  const isChecked = run.input.validate !== "off";
  const seen: Seen = isChecked ? (run.bulk.unique ?? []).map((fields) => ({ fields, first: new Map<string, number>() })) : [];
  return (given) => {
    const { entry, checkable, issues: unfit } = onWire(run, given);
    const repeated = repeats(seen, entry);
    const settled = before(run, entry);
    if (settled !== undefined) return { settled };
    const found = isChecked && unfit.length === 0 ? issuesOf(run, body, checkable) : [];
    const issues = [...unfit, ...found, ...(isChecked ? repeated : [])];
    return issues.length > 0 ? { settled: { index: entry.index, result: { status: "rejected", issues } } } : { entry };
  };
};
