import { printable } from "../diagnostics/printable.js";
import { createLiveLine } from "../progress/live-line.js";
import { noProgress, progressAfter, progressText } from "../progress/progress.js";
import { spansOf } from "../progress/span.js";
import { type HearStage, processClock, type StageEvent, stopwatchFor } from "../progress/stage.js";
import { stageTimes } from "../progress/stage-times.js";
import type { CommandOptions, Streams } from "./options.js";

/** Watches a run: for who asked how long its stages take, and who sits before a terminal. */
export interface Observer {
  readonly hear: HearStage;
  /** How many packages will be made. */
  readonly expect: (packages: number) => void;
  /** Before anything is written to the terminal. */
  readonly wipe: () => void;
  /** In the end: the times of the stages of these packages, if they are wanted. */
  readonly end: (names: readonly string[]) => void;
}

/** `also` hears all that the observer does. */
export const observe = ({ verbose, quiet }: Pick<CommandOptions, "verbose" | "quiet">, streams: Streams, also: HearStage, clock = processClock): Observer => {
  const { columns } = streams;
  const line = columns === undefined || quiet ? undefined : createLiveLine(streams.error, columns, clock);
  const events: StageEvent[] = [];
  let progress = noProgress;
  const hear: HearStage = (event) => {
    also(event);
    if (verbose) events.push(event);
    if (line === undefined) return;
    progress = progressAfter(progress, event);
    line.show(printable(progressText(progress)));
  };
  const ran = stopwatchFor("", hear, 0, clock).begin("run");
  return {
    hear,
    expect: (total) => (progress = { ...progress, total }),
    wipe: () => line?.wipe(),
    end: (names) => {
      ran();
      line?.wipe();
      if (verbose) for (const text of stageTimes(spansOf(events), names)) streams.error(`${printable(text)}\n`);
    },
  };
};
