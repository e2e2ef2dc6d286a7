import path from "node:path";
import { printable } from "../diagnostics/printable.js";
import { createLiveLine } from "../progress/live-line.js";
import { noProgress, progressAfter, progressText } from "../progress/progress.js";
import { spansOf } from "../progress/span.js";
import { type HearStage, processClock, type StageEvent, stopwatchFor } from "../progress/stage.js";
import { stageTimes } from "../progress/stage-times.js";
import { traceText } from "../progress/trace.js";
import { replaceFile } from "../write/replace-file.js";
import type { CommandOptions, Streams } from "./options.js";
import { reason } from "./report.js";

/** Watches a run: for who asked how long its stages take, and who sits before a terminal. */
export interface Observer {
  readonly hear: HearStage;
  /** How many packages will be made. */
  readonly expect: (packages: number) => void;
  /** Before anything is written to the terminal. */
  readonly wipe: () => void;
  /** In the end: the times of the stages, and the trace; false where that could not be written. */
  readonly end: (names: readonly string[]) => boolean;
}

export const observe = ({ cwd, verbose, quiet, profile }: CommandOptions, streams: Streams, clock = processClock): Observer => {
  const { columns } = streams;
  const line = columns === undefined || quiet ? undefined : createLiveLine(streams.error, columns, clock);
  const isKept = verbose || profile !== undefined;
  const events: StageEvent[] = [];
  let progress = noProgress;
  const hear: HearStage = (event) => {
    if (isKept) events.push(event);
    progress = progressAfter(progress, event);
    line?.show(printable(progressText(progress)));
  };
  const ran = stopwatchFor("", hear, 0, clock).begin("run");
  const writeProfile = (file: string): boolean => {
    try {
      replaceFile(path.resolve(cwd, file), traceText(spansOf(events)));
      return true;
    } catch (error) {
      streams.error(`openapi-sieve: cannot write ${file}: ${reason(error)}\n`);
      return false;
    }
  };
  return {
    hear,
    expect: (total) => (progress = { ...progress, total }),
    wipe: () => line?.wipe(),
    end: (names) => {
      ran();
      line?.wipe();
      if (verbose) for (const text of stageTimes(spansOf(events), names)) streams.error(`${printable(text)}\n`);
      return profile === undefined || writeProfile(profile);
    },
  };
};
