import path from "node:path";
import type { GenerationError } from "./generation-error.js";
import type { Generation, Result } from "./generation.js";

/** What the plugin uses of Vite's development server. */
export interface ViteServer {
  readonly watcher: {
    readonly add: (files: readonly string[]) => unknown;
    readonly on: (event: "all", listener: (event: string, file: string) => void) => unknown;
  };
  readonly ws: {
    readonly send: (payload: ErrorPayload | EmptyUpdate) => void;
    readonly on: (event: "connection", listener: () => void) => unknown;
  };
  readonly config: { readonly root: string; readonly logger: ViteLogger };
  readonly environments: Readonly<Record<string, unknown>>;
}

interface ErrorPayload {
  readonly type: "error";
  readonly err: { message: string; stack: string; plugin: string; id?: string; loc?: { file: string; line: number; column: number } };
}

/** An update of nothing takes the overlay away. */
interface EmptyUpdate {
  readonly type: "update";
  readonly updates: [];
}

export interface ViteLogger {
  readonly info: (text: string, options?: { readonly timestamp?: boolean }) => void;
  readonly warn: (text: string, options?: { readonly timestamp?: boolean }) => void;
  readonly error: (text: string, options?: { readonly timestamp?: boolean }) => void;
}

/**
 * Editors write a file in several steps, and save several files at once: what comes within so many milliseconds is one change. Vite's
 * watcher tells of a file once within 50 of them, so what is read earlier might change again and nobody would know.
 */
const together = 100;

/** Milliseconds after which is looked again while something is wrong. */
const patience = 1_000;

const payloadOf = ({ message, plugin, id, loc }: GenerationError): ErrorPayload => ({
  type: "error",
  err: { message, stack: "", plugin, ...(id !== undefined && { id }), ...(loc !== undefined && { loc: { ...loc } }) },
});

/** The generation as a development server has it: nothing stops the server, and what is wrong is shown until it is mended. */
export interface Serving {
  /** Brings the packages up to date and tells what there is to tell. */
  readonly refresh: () => Promise<void>;
  /** Is it for the server that has this environment? */
  readonly isOf: (environment: unknown) => boolean;
  readonly close: () => void;
}

export const serve = (server: ViteServer, generation: Generation): Serving => {
  const { watcher, ws, config } = server;
  const { root, logger } = config;
  const watched = new Set<string>();
  let failure: GenerationError | undefined;
  let told = "";
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const tell = (result: Result): void => {
    if (result.error !== undefined) {
      logger.error(`openapi-sieve: ${result.error.message}`, { timestamp: true });
      ws.send(payloadOf(result.error));
    } else if (failure !== undefined) ws.send({ type: "update", updates: [] });
    failure = result.error;
    if (result.warnings !== "" && result.warnings !== told) logger.warn(result.warnings, { timestamp: true });
    told = result.warnings;
    for (const line of result.news) logger.info(`openapi-sieve: ${line}`, { timestamp: true });
  };

  const act = (after: number, what: () => void): void => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(what, after).unref();
  };
  const refreshNow = (): void => void refresh().catch((error: unknown) => logger.error(`openapi-sieve: ${String(error)}`, { timestamp: true }));

  /** Has something changed that nobody told? A file that is missing is not always seen when it comes, so that is asked for again. */
  const look = (): void => {
    if (generation.isOutdated()) refreshNow();
    else if (failure !== undefined) act(patience, look);
  };

  /** Watches what is not below the root, which is watched anyway. */
  const watch = (): void => {
    const added = [...generation.files()].filter((file) => !watched.has(file) && !file.startsWith(path.resolve(root) + path.sep));
    for (const file of added) watched.add(file);
    if (added.length > 0) watcher.add(added);
    // what changes before the watcher has found a new file, it does not tell
    if (added.length > 0 || failure !== undefined) act(added.length > 0 ? together : patience, look);
  };

  const refresh = async (): Promise<void> => {
    const result = await generation.run();
    if (isClosed) return;
    tell(result);
    watch();
  };

  watcher.on("all", (event, name) => {
    // a file that is gone is watched no more, also when it comes back
    if (event === "unlink") watched.delete(path.resolve(name));
    if (generation.files().has(path.resolve(name))) act(together, refreshNow);
  });
  // a page that is opened or loaded again later sees it too
  ws.on("connection", () => {
    if (failure !== undefined) ws.send(payloadOf(failure));
  });

  return {
    refresh,
    isOf: (environment) => Object.values(server.environments).includes(environment),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
};
