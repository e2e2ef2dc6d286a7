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
  readonly write: () => Promise<boolean>;
}

/** Does the name of the file ask for a profile of the processor, which is of one thread, in place of a trace of the stages? */
export const isCpuProfile = (file: string | undefined): boolean => file?.endsWith(".cpuprofile") === true;

interface Recording {
  readonly hear: HearStage;
  readonly text: () => Promise<string>;
}

const recordStages = (): Recording => {
  const events: StageEvent[] = [];
  return { hear: (event) => void events.push(event), text: async () => traceText(spansOf(events)) };
};

const recordProcessor = async (): Promise<Recording> => {
  const { startCpuProfile } = await import("./cpu-profile.js");
  return { hear: () => {}, text: await startCpuProfile() };
};

export const createRecorder = async ({ cwd, profile }: Pick<CommandOptions, "cwd" | "profile">, streams: Pick<Streams, "error">): Promise<Recorder> => {
  if (profile === undefined) return { hear: () => {}, write: async () => true };
  const { hear, text } = isCpuProfile(profile) ? await recordProcessor() : recordStages();
  return {
    hear,
    write: async () => {
      try {
        replaceFile(path.resolve(cwd, profile), await text());
        return true;
      } catch (error) {
        streams.error(`openapi-sieve: cannot write ${profile}: ${reason(error)}\n`);
        return false;
      }
    },
  };
};
