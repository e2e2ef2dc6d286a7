/**
 * What is done: for all at once the whole `run`, reading the configuration, asking and telling the cache, and writing; the others for one package,
 * of which `package` is all of them. `reuse` and `print` are done in pieces while code is made, `types` in another thread where there is one. `format`
 * and `wait` are what is waited for after that: formatters, then plain types.
 */
export const stages = [
  "run", "configure", "cache",
  "package", "tools", "load", "model", "check", "types", "plan", "emit", "reuse", "print", "format", "wait", "build", "compare", "report",
  "write",
] as const;

export type Stage = (typeof stages)[number];

/** Once or twice for each module, so by the thousand. */
export const frequentStages: ReadonlySet<Stage> = new Set(["reuse", "print"]);

/** A stage of one package begins or ends. */
export interface StageEvent {
  /** Its name; "" for what is done for all at once. */
  readonly api: string;
  readonly stage: Stage;
  /** Which piece of it, where it is done in pieces. */
  readonly piece?: string;
  readonly phase: "begin" | "end";
  /** Microseconds by a clock that all threads of the process share. */
  readonly time: number;
  /** 0 for the first thread of the process. */
  readonly thread: number;
}

export type HearStage = (event: StageEvent) => void;

/** Microseconds since some moment. */
export type Clock = () => number;

/** What another thread did for a package. */
export interface Work {
  readonly piece: string;
  readonly thread: number;
  readonly begin: number;
  readonly end: number;
}

/** Times the stages of one package. */
export interface Stopwatch {
  /** Called when a stage, or a piece of it, begins; what comes back is called when it ends. */
  readonly begin: (stage: Stage, piece?: string) => () => void;
  /** Called when it is known what another thread did. */
  readonly add: (stage: Stage, work: readonly Work[]) => void;
}

/** Where nobody asks. */
export const untimed: Stopwatch = { begin: () => () => {}, add: () => {} };

const createStopwatch = (api: string, thread: number, clock: Clock, hear: HearStage): Stopwatch => ({
  begin: (stage, piece) => {
    const shared = { api, stage, thread, ...(piece === undefined ? {} : { piece }) };
    hear({ ...shared, phase: "begin", time: clock() });
    return () => hear({ ...shared, phase: "end", time: clock() });
  },
  add: (stage, work) => {
    for (const { piece, thread: other, begin, end } of work) {
      hear({ api, stage, piece, thread: other, phase: "begin", time: begin });
      hear({ api, stage, piece, thread: other, phase: "end", time: end });
    }
  },
});

/** The same in all threads. */
export const processClock: Clock = () => Number(process.hrtime.bigint() / 1000n);

export const stopwatchFor = (api: string, hear: HearStage | undefined, thread = 0, clock = processClock): Stopwatch =>
  hear === undefined ? untimed : createStopwatch(api, thread, clock, hear);
