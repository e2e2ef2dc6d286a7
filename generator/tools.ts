import type { Tools } from "./generate-package.js";
import { type Format, loadFormat } from "./print/format.js";
import type { Formatter } from "./print/formatters.js";
import { loadTranspile, type Transpile } from "./print/transpile.js";
import { createTypesThread } from "./print/types-thread.js";
import { readTemplates } from "./templates.js";

export interface AllTools extends Omit<Tools, "format" | "formatter" | "former" | "stopwatch"> {
  readonly formatWith: (formatter: Formatter) => Promise<Format>;
  readonly transpile: Transpile;
  /** Begins to load what writes plain types, which takes a while, in a thread of its own. */
  readonly warm?: () => void;
  readonly close: () => Promise<void>;
}

/** Everything heavy, loaded only when something has to be generated, for at most so many documents; for none, without a second thread. */
export const loadTools = async (documents = Number.POSITIVE_INFINITY): Promise<AllTools> => {
  const thread = createTypesThread(documents);
  const loaded = new Map<Formatter, Promise<Format>>();
  const formatWith = (formatter: Formatter): Promise<Format> => {
    const format = loaded.get(formatter) ?? loadFormat(formatter);
    loaded.set(formatter, format);
    return format;
  };
  return { ...thread, formatWith, transpile: loadTranspile(), templates: readTemplates() };
};

/** Begins to load what will be needed. What fails is told to whoever waits for it. */
export const warmUp = (load: () => Promise<AllTools>): void => void load().then(({ warm }) => warm?.(), () => undefined);
