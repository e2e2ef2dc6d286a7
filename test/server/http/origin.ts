import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, textAnswer } from "./answer.js";
import { movedFolder } from "./bend.js";
import { allowOrigins, isPreflight } from "./cors.js";
import { createFaults, type Faults, type FaultQueue } from "./faults.js";
import { perform } from "./perform.js";
import { type Exchange, type LogDetail, openExchange, type ReceivedRequest } from "./received-request.js";
import type { Sending } from "./send.js";
import { createTraffic, type Traffic, type TrafficCounters } from "./traffic.js";

/** A request as the handler of an origin gets it. */
export interface HandledRequest {
  readonly number: number;
  readonly method: string;
  /** The path of the target, nothing decoded, without `/moved`. */
  readonly path: string;
  /** What stands after the question mark, nothing decoded. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What an origin is made of. */
export interface OriginOptions {
  readonly handle: (request: HandledRequest) => Answer | Promise<Answer>;
  /** The body of an error in the form of the API, for canned faults. */
  readonly errorBody: (status: number) => string;
  /** Where redirects to "other" lead. */
  readonly otherUrl?: string | undefined;
  readonly log?: LogDetail | undefined;
  /** Lets pages of other origins read the answers. */
  readonly cors?: boolean | undefined;
  /** `false`: every answer ends its connection, so that no idle socket stays open. */
  readonly keepAlive?: boolean | undefined;
}

/** A running server on a port of its own. */
export interface Origin {
  /** Without a slash at the end. */
  readonly url: string;
  /** What came in so far; grows with each request. */
  readonly requests: readonly ReceivedRequest[];
  readonly faults: Faults;
  readonly traffic: () => Traffic;
  readonly resetTraffic: () => void;
  /** Resolves as soon as the counters fulfil the condition. */
  readonly when: (condition: (traffic: Traffic) => boolean) => Promise<Traffic>;
  /** Forgets the requests of the log. */
  readonly forgetRequests: () => void;
  /** Destroys what is still open and resolves when the port is free. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly options: OriginOptions;
  readonly log: Exchange[];
  readonly queue: FaultQueue;
  readonly traffic: TrafficCounters;
  /** What is still being answered. */
  readonly open: Set<Promise<void>>;
}

/** The header that names a request in every answer, as many services send it. */
const requestIdHeader = "X-Request-Id";

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const handled = ({ number, method, url, headers }: Exchange, body: Buffer): HandledRequest => {
  const target = url.startsWith(`${movedFolder}/`) ? url.slice(movedFolder.length) : url;
  const mark = target.indexOf("?");
  const [path, query] = mark < 0 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
  return { number, method, path, query, headers, body };
};

/** An error of the server itself must be seen in the test that meets it. */
const carried = async (options: OriginOptions, request: HandledRequest): Promise<Answer> => {
  try {
    return await options.handle(request);
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return textAnswer(500, `The test server itself failed: ${told}`, "text/plain; charset=utf-8");
  }
};

const answered = async (running: Running, exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { options, queue, traffic } = running;
  const ended = new AbortController();
  response.once("close", () => ended.abort());
  const body = await bodyOf(request);
  if (options.log !== "heads" && options.log !== "off") exchange.body = body.toString("utf8");
  const sending: Sending = { exchange, response, signal: ended.signal, lineWritten: () => traffic.add("linesWritten", 1) };
  const context = { target: exchange.url, otherUrl: options.otherUrl ?? "http://127.0.0.1", errorBody: options.errorBody };
  await perform(queue.take(exchange), sending, () => carried(options, handled(exchange, body)), context);
};

/** A request is over when its connection is done with it and nobody works on it any more. */
const overseen = async (running: Running, exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { traffic } = running;
  const complete = new Promise<boolean>((resolve) => response.once("close", () => resolve(response.writableFinished)));
  traffic.add("requests", 1);
  traffic.add("activeRequests", 1);
  // a client that leaves while it sends is no error of the server
  await answered(running, exchange, request, response).catch(() => response.destroy());
  exchange.answer.end = (await complete) ? "complete" : "broken";
  traffic.add("brokenAnswers", exchange.answer.end === "broken" ? 1 : 0);
  traffic.add("activeRequests", -1);
};

const accept = (running: Running, request: IncomingMessage, response: ServerResponse): void => {
  const { options, log, traffic, open } = running;
  if (options.cors === true) allowOrigins(request, response);
  if (options.cors === true && isPreflight(request)) return void response.writeHead(204).end();
  const exchange = openExchange(traffic.now().requests + 1, request);
  if (options.log !== "off") log.push(exchange);
  response.shouldKeepAlive = options.keepAlive !== false && response.shouldKeepAlive;
  response.setHeader(requestIdHeader, `request-${exchange.number}`);
  const over = overseen(running, exchange, request, response).finally(() => open.delete(over));
  open.add(over);
};

const listening = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts a server on loopback, on a port that was free. */
export const startOrigin = async (options: OriginOptions): Promise<Origin> => {
  const running: Running = { options, log: [], queue: createFaults(), traffic: createTraffic(), open: new Set() };
  const { log, queue, traffic, open } = running;
  const server = createServer((request, response) => accept(running, request, response));
  server.on("connection", (socket) => {
    traffic.add("socketsOpened", 1);
    traffic.add("openSockets", 1);
    socket.once("close", () => traffic.add("openSockets", -1));
  });
  const url = await listening(server);
  return {
    url,
    requests: log,
    faults: queue.faults,
    traffic: traffic.now,
    resetTraffic: traffic.reset,
    when: traffic.when,
    forgetRequests: () => void log.splice(0),
    close: async () => {
      await closed(server);
      await Promise.all(open);
      traffic.end();
    },
  };
};
