import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";

/** What to send. */
export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What came back. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/**
 * Sends a request whose target goes out exactly as it is given, which `fetch` does not promise, on a connection of its own.
 * Rejects when the connection ends before the answer does.
 */
export const rawRequest = (origin: string, target: string, { method = "GET", headers = {}, body }: RawRequest = {}): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = request({ hostname, port, path: target, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString("utf8") });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
