import type { Issue } from "../../issue.js";
import { fingerprint } from "./fingerprint.js";
import { answeredLine, beginLine, type JournalEvent, JournalMismatch, readLine, sentLine } from "./journal-lines.js";
import type { BulkJournal } from "./options.js";
import type { Entry, Settled } from "./result.js";

/** What the journal knows of an item: nothing, or what became of it when it was sent. */
export type Known = { readonly state: "new" | "sent" | "written" } | { readonly state: "rejected"; readonly issues: readonly Issue[] };

/** A journal, read. */
export interface Ledger {
  /** Throws a JournalMismatch for an item that is not the one that was sent. */
  readonly known: (entry: Entry) => Known;
  readonly isWritten: (index: number) => boolean;
  /** Throws a JournalMismatch where more items were sent than there are. */
  readonly close: (count: number) => void;
  readonly sent: (entries: readonly Entry[]) => Promise<void>;
  readonly answered: (settled: readonly Settled[], again: readonly Entry[]) => Promise<void>;
}

/** By index: a word and a number for each item that was sent. */
interface Memory {
  readonly states: ("new" | "sent" | "written" | "rejected")[];
  readonly hashes: number[];
  readonly issues: Map<number, readonly Issue[]>;
}

const remember = ({ states, hashes, issues }: Memory, event: JournalEvent): void => {
  if (event.event === "begin") return;
  if (event.event === "sent") {
    event.items.forEach((index, at) => {
      states[index] = "sent";
      hashes[index] = Number.parseInt(event.hashes.slice(at * 8, at * 8 + 8), 16);
    });
    return;
  }
  for (const index of event.written) states[index] = "written";
  for (const index of event.refused) states[index] = "new";
  for (const [index, found] of event.rejected) {
    states[index] = "rejected";
    issues.set(index, found);
  }
};

/** A broken line is the last one of a run that was killed: the next run begins after it. */
const read = async (journal: BulkJournal, operation: string): Promise<Memory> => {
  const memory: Memory = { states: [], hashes: [], issues: new Map() };
  let isBroken = false;
  let number = 0;
  for await (const line of journal.read()) {
    number += 1;
    if (line === "") continue;
    const event = readLine(line);
    if (event?.event === "begin" && event.operation !== operation)
      throw new JournalMismatch(`the journal is that of ${event.operation}, not of ${operation}`);
    // of a first line that was cut off there is the beginning; any other is that of another file
    if (number === 1 && event === undefined && !beginLine(operation).startsWith(line)) throw new JournalMismatch("the file is no journal: its first line is none of a journal's");
    if ((isBroken && event?.event !== "begin") || (number === 1 && event !== undefined && event.event !== "begin"))
      throw new JournalMismatch(`the journal is broken before or in line ${number}`);
    isBroken = event === undefined;
    if (event !== undefined) remember(memory, event);
  }
  return memory;
};

/** One line after the other, whatever the journal makes of two at once. */
const oneByOne = (journal: BulkJournal): ((line: string) => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return (line) => {
    // whoever wrote the line before is told of its failure
    last = last.catch(() => undefined).then(() => journal.append(line));
    return last;
  };
};

/** Reads the journal and marks the beginning of a run in it. */
export const openLedger = async (journal: BulkJournal, operation: string): Promise<Ledger> => {
  const { states, hashes, issues } = await read(journal, operation);
  const append = oneByOne(journal);
  await append(beginLine(operation));
  return {
    known: ({ index, item }) => {
      const state = states[index] ?? "new";
      if (state !== "new" && hashes[index] !== fingerprint(item)) throw new JournalMismatch(`item ${index} is not the one that the journal knows`);
      return state === "rejected" ? { state, issues: issues.get(index) ?? [] } : { state };
    },
    isWritten: (index) => states[index] === "written",
    close: (count) => {
      if (states.length > count) throw new JournalMismatch(`the journal knows more items than the ${count} that there are`);
    },
    sent: (entries) => append(sentLine(entries)),
    answered: async (settled, again) => {
      const line = answeredLine(settled, again);
      if (line !== undefined) await append(line);
    },
  };
};
