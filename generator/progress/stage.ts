/**
 * What is done, in the order in which it begins: for all at once the whole `run`, reading the configuration, and writing; the others for one
 * package, of which `package` is all of them.
 */
export const stages = ["run", "configure", "package", "load", "model", "check", "tools", "plan", "emit", "types", "print", "build", "write"] as const;

export type Stage = (typeof stages)[number];

/** A stage of one package begins or ends. */
export interface StageEvent {
  /** Its name; "" for what is done for all at once. */
  readonly api: string;
  readonly stage: Stage;
  readonly phase: "begin" | "end";
  /** Microseconds by a clock that all threads of the process share. */
  readonly time: number;
  /** 0 for the first thread of the process. */
  readonly thread: number;
}

export type HearStage = (event: StageEvent) => void;

/** Microseconds since some moment. */
export type Clock = () => number;

/** Times the stages of one package. */
export interface Stopwatch {
  /** Called when a stage begins; what comes back is called when it ends. */
  readonly begin: (stage: Stage) => () => void;
}

/** Where nobody asks. */
export const untimed: Stopwatch = { begin: () => () => {} };

const createStopwatch = (api: string, thread: number, clock: Clock, hear: HearStage): Stopwatch => ({
  begin: (stage) => {
    hear({ api, stage, thread, phase: "begin", time: clock() });
    return () => hear({ api, stage, thread, phase: "end", time: clock() });
  },
});

/** The same in all threads. */
export const processClock: Clock = () => Number(process.hrtime.bigint() / 1000n);

export const stopwatchFor = (api: string, hear: HearStage | undefined, thread = 0, clock = processClock): Stopwatch =>
  hear === undefined ? untimed : createStopwatch(api, thread, clock, hear);
