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
  readonly config: { readonly logger: ViteLogger };
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

/** Editors write a file in several steps, and save several files at once: what comes within so many milliseconds is one change. */
const together = 40;

const payloadOf = ({ message, plugin, id, loc }: GenerationError): ErrorPayload => ({
  type: "error",
  err: { message, stack: "", plugin, ...(id !== undefined && { id }), ...(loc !== undefined && { loc: { ...loc } }) },
});

/** The generation as a development server has it: nothing stops the server, and what is wrong is shown until it is mended. */
export interface Serving {
  /** Brings the packages up to date and tells what there is to tell. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

export const serve = (server: ViteServer, generation: Generation): Serving => {
  const { watcher, ws, config } = server;
  const { logger } = config;
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

  const refresh = async (): Promise<void> => {
    const result = await generation.run();
    if (isClosed) return;
    watcher.add([...generation.files()]);
    tell(result);
  };

  watcher.on("all", (_event, name) => {
    if (isClosed || !generation.files().has(path.resolve(name))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch((error: unknown) => logger.error(`openapi-sieve: ${String(error)}`)), together);
  });
  // a page that is opened or loaded again later sees it too
  ws.on("connection", () => {
    if (failure !== undefined) ws.send(payloadOf(failure));
  });

  return {
    refresh,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
};
