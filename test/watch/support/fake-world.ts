import path from "node:path";
import type { Target } from "../../../generator/config/targets.js";
import type { Outcome, Problem } from "../../../generator/generate-targets.js";
import type { Stamp } from "../../../generator/stamp.js";
import type { Folders } from "../../../generator/watch/outputs.js";
import { type Ended, type Told, type Watch, watchTargets } from "../../../generator/watch/watch-targets.js";
import type { Heard, Watched } from "../../../generator/watch/watcher.js";
import { readingOf } from "../../../generator/config/reading.js";

/** "films:elsewhere" ~> films, whose package goes elsewhere */
const targetOf = (text: string): Target => {
  const [name = "", out = name] = text.split(":");
  return { ...readingOf(), name, input: `/p/${name}.yaml`, out: `/p/out/${out}`, representation: {}, names: {}, format: "oxfmt", packageJson: {}, emitters: [] };
};

/** What is made of a description. */
const outputsOf = (text: string): Readonly<Record<string, string>> => ({ "package.json": "of every package", "src/index.ts": `made of ${text}` });

/**
 * Files, a clock and a configuration that a test moves. A file that says "bad" cannot be made; the first line of the configuration names the APIs.
 * A package is what `outputsOf` says; one whose description says "unwritable" cannot be written.
 */
export interface World {
  readonly watch: Watch;
  readonly files: Map<string, string>;
  /** What was told, as short texts. */
  readonly log: string[];
  /** The files that packages are made of, as far as they are watched. */
  readonly watched: () => readonly string[];
  /** The folders that are followed, with the names in them. */
  readonly followed: () => Readonly<Record<string, readonly string[]>>;
  /** Tells of a change, of whichever file. */
  readonly change: () => void;
  /** Writes a file, or removes it, which is told if somebody watches it. */
  readonly touch: (file: string, text: string | undefined) => void;
  /** Moves the clock on. */
  readonly pass: (milliseconds: number) => void;
  /** Lets everything happen that waits for nothing but its turn. */
  readonly settle: () => Promise<void>;
  /** Holds makers until it is called again. */
  readonly hold: () => () => void;
  readonly fail: (error: Error) => void;
  readonly ended: () => Ended | undefined;
}

export const createWorld = (given: Readonly<Record<string, string>>): World => {
  const files = new Map(Object.entries(given));
  const log: string[] = [];
  let time = 0;
  let timer: { readonly at: number; readonly then: () => void } | undefined;
  let heard: Heard | undefined;
  let watched: Watched | undefined;
  const followed = new Map<string, Folders>();
  let gate: Promise<void> = Promise.resolve();
  let how: Ended | undefined;

  const isFollowed = (file: string): boolean => [...followed.values()].some((folders) => folders.get(path.dirname(file))?.has(path.basename(file)));
  const touch = (file: string, text: string | undefined): void => {
    if (text === undefined) files.delete(file);
    else files.set(file, text);
    if (watched?.inputs.includes(file) === true) heard?.happen("changed");
    else if (watched?.outputs.includes(file) === true || isFollowed(file)) heard?.happen("touched");
  };

  const stampOf = (file: string): Stamp => ({ path: file, hash: files.get(file) });
  const problemOf = (target: Target): Problem | undefined => {
    const text = files.get(target.input);
    if (text?.includes("unwritable") === true) return { kind: "unwritable", reason: "no room" };
    return text === undefined || text.includes("bad") ? { kind: "broken" } : undefined;
  };
  /** "refers to /p/part.yaml" in a description is a reference. */
  const partsOf = (text = ""): readonly string[] => [...text.matchAll(/refers to (\S+)/g)].map(([, part = ""]) => part);
  const outcomeOf = (target: Target, stamps: readonly Stamp[]): Outcome => {
    const problem = problemOf(target);
    const shared = { target, diagnostics: [], shown: "", inputs: [], stamps, removed: [], unchanged: 0, notices: [] };
    if (problem !== undefined) return { ...shared, problem, written: [], outputs: [] };
    const wanted = Object.entries(outputsOf(files.get(target.input) ?? ""));
    const written = wanted.filter(([file, text]) => files.get(`${target.out}/${file}`) !== text);
    for (const [file, text] of written) touch(`${target.out}/${file}`, text);
    return { ...shared, written: written.map(([file]) => file), outputs: wanted.map(([file, text]) => ({ path: file, hash: text })) };
  };
  const shown = (told: Told): string => {
    if (told.kind === "watching") return `watching ${told.files}`;
    if (told.kind === "usage") return `usage: ${told.messages.join()}`;
    if (told.kind === "contested") return `${told.target.name} contested`;
    const parts = told.outcomes.map(({ target, problem }) => `${target.name} ${problem?.kind ?? (told.mended.has(target.name) ? "mended" : "made")}`);
    return `${parts.join(", ")} in ${told.milliseconds}`;
  };

  const watch = watchTargets({
    find: async () => {
      const text = files.get("/p/config") ?? "";
      const stamps = [stampOf("/p/config")];
      if (text.startsWith("bad")) return { stamps, targets: { kind: "usage", messages: [text], files: [] } };
      return { stamps, targets: { kind: "targets", targets: text.split(" ").map(targetOf), strict: false, files: [] } };
    },
    generate: async (targets) => {
      const read = targets.map((target) => [target.input, ...partsOf(files.get(target.input))].map(stampOf));
      await gate;
      time += 7;
      return targets.map((target, index) => outcomeOf(target, read[index] ?? []));
    },
    isFresh: (stamp) => files.get(stamp.path) === stamp.hash,
    isIntact: (folder, outputs) => outputs.every((output) => files.get(`${folder}/${output.path}`) === output.hash),
    stampOf,
    openWatcher: async (all, listener) => {
      watched = all;
      heard = listener;
      followed.clear();
      return {
        follow: (name, folders) => void followed.set(name, folders),
        close: async () => void (heard = heard === listener ? undefined : heard),
      };
    },
    after: (milliseconds, then) => {
      const own = { at: time + milliseconds, then };
      timer = own;
      return () => void (timer = timer === own ? undefined : timer);
    },
    now: () => time,
    tell: (told) => void log.push(shown(told)),
  });
  void watch.ended.then((ended) => (how = ended));

  return {
    ...{ watch, files, log },
    watched: () => watched?.inputs ?? [],
    followed: () => Object.fromEntries([...followed.values()].flatMap((folders) => [...folders].map(([folder, names]) => [folder, [...names].sort()]))),
    touch,
    change: () => heard?.happen("changed"),
    pass: (milliseconds) => {
      time += milliseconds;
      if (timer === undefined || timer.at > time) return;
      const { then } = timer;
      timer = undefined;
      then();
    },
    settle: () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))),
    hold: () => {
      let release: () => void = () => {};
      gate = new Promise((resolve) => (release = resolve));
      return release;
    },
    fail: (error) => heard?.error(error),
    ended: () => how,
  };
};
