import { cacheFolderFor } from "../cache-folder.js";
import { configPlaces } from "../config/load-config.js";
import { withImports } from "../config/config-files.js";
import type { Target } from "../config/targets.js";
import { tally } from "../diagnostics/tally.js";
import { generateTargets, type Outcome, type Problem } from "../generate-targets.js";
import type { Threads } from "../jobs/threads.js";
import { jobsFor, openWorkshop } from "../jobs/workshop.js";
import type { Maker, MakeSettings } from "../make-package.js";
import { seconds } from "../progress/seconds.js";
import { type HearStage, stopwatchFor } from "../progress/stage.js";
import { isFresh, stampOf } from "../stamp.js";
import { type Found, type Told, type WatchHost, watchTargets } from "../watch/watch-targets.js";
import { createIsIntact } from "../watch/outputs.js";
import { openWatcher } from "../watch/watcher.js";
import { observe } from "./observe.js";
import type { Command, CommandOptions, Streams } from "./options.js";
import { createRecorder } from "./recorder.js";
import { jsonText, reason, showRendered, showUsage } from "./report.js";
import { apiData, countsText, showNotices } from "./show-outcomes.js";

const reasonOf = (problem: Problem, { diagnostics }: Outcome): string => {
  switch (problem.kind) {
    case "broken":
      return tally(diagnostics);
    case "foreign":
      return problem.message;
    case "unwritable":
      return `cannot write: ${problem.reason}`;
    case "crashed":
      return `this is a bug of the tool, please report it\n${problem.error}\n`;
    case "left":
      return "the run was ended";
  }
};

const part = (outcome: Outcome, mended: ReadonlySet<string>): string => {
  const { target, problem } = outcome;
  if (problem !== undefined) return `${target.name}: ${reasonOf(problem, outcome)}, the package stays as it was`;
  return `${target.name}: ${mended.has(target.name) ? "fine again, " : ""}${countsText(outcome)}`;
};

/** ~> "books: 3 written, 40 unchanged; films: 2 errors, the package stays as it was (0.31 s)" */
export const runLine = (outcomes: readonly Outcome[], mended: ReadonlySet<string>, milliseconds: number): string =>
  `${outcomes.map((outcome) => part(outcome, mended)).join("; ")} (${seconds(milliseconds * 1000)})\n`;

const contestedLine = ({ name }: Target): string =>
  `${name}: something else changes its files each time they are written, so they are left as they are\n`;

/** What is told of what happens. Warnings that were told of the same package last time are no news. */
const createTeller = (options: CommandOptions, streams: Streams): ((told: Told) => void) => {
  const { cwd, format, quiet } = options;
  const shownOf = new Map<string, string>();
  const showNews = ({ target, shown, problem }: Outcome): void => {
    if (problem !== undefined || shownOf.get(target.name) !== shown) showRendered(shown, streams, format);
    shownOf.set(target.name, shown);
  };
  const tellRun = ({ outcomes, mended, milliseconds }: Extract<Told, { kind: "run" }>): void => {
    if (format === "json") return streams.out(jsonText({ apis: outcomes.map((outcome) => apiData(outcome, cwd)) }));
    for (const outcome of outcomes) showNews(outcome);
    showNotices(outcomes, options, streams);
    const line = runLine(outcomes, mended, milliseconds);
    if (outcomes.some(({ problem }) => problem !== undefined)) streams.error(line);
    else if (!quiet) streams.out(line);
  };
  return (told) => {
    if (told.kind === "run") return tellRun(told);
    if (told.kind === "contested") streams.error(contestedLine(told.target));
    else if (told.kind === "usage") showUsage(told.messages, streams);
    else if (!quiet && format === "text") streams.out(`watching ${told.files} ${told.files === 1 ? "file" : "files"}; Ctrl-C ends it\n`);
  };
};

/** Threads keep what they have loaded from run to run. What the configuration imports is loaded once by a thread, so another takes over. */
const createHost = (options: CommandOptions, streams: Streams, hear: HearStage, signal: AbortSignal): WatchHost & { readonly close: () => Promise<void> } => {
  const { cwd, most, config, inputs } = options;
  let isStrict = options.strict;
  let threads: Threads | undefined;
  const settings = (): MakeSettings => ({ cwd, most, strict: isStrict, color: streams.color, cacheFolder: cacheFolderFor(options) });
  // after the first run it is one package most of the time, and then all processors are for it
  const open = async (jobs: number): Promise<Threads> => {
    await threads?.close();
    threads = openWorkshop({ options, settings: settings(), isOneOfMany: false }, jobs);
    // it was told to end while the others were ending
    if (signal.aborted) await threads.close();
    return threads;
  };
  return {
    find: async (): Promise<Found> => {
      const before = inputs.length > 0 ? [] : withImports(configPlaces(cwd, config)).map(stampOf);
      const configured = stopwatchFor("", hear).begin("configure");
      const targets = await (await open(1)).find();
      configured();
      const seen = new Set(before.map(({ path }) => path));
      isStrict = options.strict || (targets.kind === "targets" && targets.strict);
      const jobs = targets.kind === "targets" ? jobsFor(targets.targets, options.jobs) : 1;
      if (jobs > 1) await open(jobs);
      return { targets, stamps: [...before, ...targets.files.filter((file) => !seen.has(file)).map(stampOf)] };
    },
    generate: async (targets) => {
      const workshop = threads;
      if (workshop === undefined) throw new Error("nothing was found yet");
      const maker = { make: workshop.make, close: async () => {} };
      const observer = observe(options, streams, hear);
      const openMaker = (due: readonly Target[]): Maker => {
        observer.expect(due.length);
        return maker;
      };
      const tell = (message: string): void => {
        observer.wipe();
        streams.error(`${message}\n`);
      };
      const outcomes = await generateTargets(targets, { ...settings(), isEachAlone: true, signal, open: openMaker, hear: observer.hear, tell });
      observer.end(targets.map(({ name }) => name));
      return outcomes;
    },
    close: async () => threads?.close(),
    tell: createTeller(options, streams),
    openWatcher: openWatcher(cwd),
    after: (milliseconds, then) => {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
    ...{ isFresh, isIntact: createIsIntact(), stampOf },
  };
};

const signals = ["SIGINT", "SIGTERM"] as const;

export const watchCommand: Command = async (options, streams) => {
  if (options.format !== "text" && options.format !== "json") return showUsage(["watch takes --format text or json"], streams);
  const stopping = new AbortController();
  const recorder = await createRecorder(options, streams);
  const host = createHost(options, streams, recorder.hear, stopping.signal);
  const watch = watchTargets(host);
  const stop = (): void => {
    stopping.abort();
    watch.stop();
    // what is being made is not needed any more
    void host.close();
  };
  // a second signal ends it at once, as it would without this
  for (const signal of signals) process.once(signal, stop);
  const ended = await watch.ended;
  for (const signal of signals) process.off(signal, stop);
  await host.close();
  if (ended.kind === "usage") return showUsage(ended.messages, streams);
  const isRecorded = await recorder.write();
  if (ended.kind === "stopped") return isRecorded ? 0 : 1;
  streams.error(`openapi-sieve: cannot watch: ${reason(ended.error)}\n`);
  return 1;
};
