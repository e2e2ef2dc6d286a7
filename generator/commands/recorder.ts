import path from "node:path";
import { spansOf } from "../progress/span.js";
import type { HearStage, StageEvent } from "../progress/stage.js";
import { traceText } from "../progress/trace.js";
import { replaceFile } from "../write/replace-file.js";
import type { CommandOptions, Streams } from "./options.js";
import { reason } from "./report.js";

/** Keeps what `--profile` asks for. */
export interface Recorder {
  readonly hear: HearStage;
  /** False where it was asked for and could not be written, which is told. */
  readonly write: () => boolean;
}

export const createRecorder = ({ cwd, profile }: Pick<CommandOptions, "cwd" | "profile">, streams: Streams): Recorder => {
  if (profile === undefined) return { hear: () => {}, write: () => true };
  const events: StageEvent[] = [];
  return {
    hear: (event) => void events.push(event),
    write: () => {
      try {
        replaceFile(path.resolve(cwd, profile), traceText(spansOf(events)));
        return true;
      } catch (error) {
        streams.error(`openapi-sieve: cannot write ${profile}: ${reason(error)}\n`);
        return false;
      }
    },
  };
};
