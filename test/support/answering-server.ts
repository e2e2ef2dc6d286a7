import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  /** Path and query, as they were written. */
  readonly url: string;
  /** Each header as often as it stood there, its name in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Several are written one after the other. */
  readonly body?: string | readonly string[];
}

export interface AnsweringServer {
  readonly baseUrl: string;
  /** What was received since it was last asked for. */
  readonly received: () => readonly Received[];
  /** What is answered from now on; 204 at first. */
  readonly answer: (next: Answered) => void;
  readonly close: () => Promise<void>;
}

/** A server on this machine that keeps what it gets. */
export const startAnsweringServer = async (): Promise<AnsweringServer> => {
  const kept: Received[] = [];
  let next: Answered = { status: 204 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      kept.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) });
      const headers = Object.entries(next.headers ?? {}).map(([name, value]): readonly [string, string | string[]] => [name, typeof value === "string" ? value : [...value]]);
      response.writeHead(next.status, Object.fromEntries(headers));
      for (const part of [next.body ?? []].flat()) response.write(part);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => kept.splice(0),
    answer: (given) => void (next = given),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
