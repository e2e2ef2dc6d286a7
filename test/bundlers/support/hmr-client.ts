import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";

/** A message of Vite's development server to a page. */
export interface HmrMessage {
  readonly type: string;
  readonly updates?: readonly unknown[];
  readonly err?: { readonly message: string; readonly id?: string; readonly loc?: { readonly file: string; readonly line: number; readonly column: number } };
}

/** A page's connection to the development server. */
export interface HmrClient {
  /** The next message of a type; those before it are dropped. */
  readonly next: (type: string) => Promise<HmrMessage>;
  readonly close: () => void;
}

/** The first frame of a buffer as text, and how long it is (RFC 6455 §5.2); what servers send is not masked. */
const frameIn = (data: Buffer): { readonly text: string; readonly length: number } | undefined => {
  if (data.length < 2) return undefined;
  const short = data.readUInt8(1) & 0x7f;
  const start = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (data.length < start) return undefined;
  const size = short === 127 ? Number(data.readBigUInt64BE(2)) : short === 126 ? data.readUInt16BE(2) : short;
  return data.length < start + size ? undefined : { text: data.subarray(start, start + size).toString("utf8"), length: start + size };
};

/** Connects as the script does that Vite puts into pages (RFC 6455 §4.1). */
export const connectHmr = async (port: number, token: string): Promise<HmrClient> => {
  const headers = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": randomBytes(16).toString("base64"), "Sec-WebSocket-Protocol": "vite-hmr" };
  const asked = request({ host: "127.0.0.1", port, path: `/?token=${token}`, headers }).end();
  const [, socket, head] = (await once(asked, "upgrade")) as [unknown, NodeJS.ReadWriteStream & { destroy: () => void }, Buffer];
  const messages: HmrMessage[] = [];
  let wake = (): void => undefined;
  let rest = Buffer.alloc(0);
  const take = (data: Buffer): void => {
    rest = Buffer.concat([rest, data]);
    for (let frame = frameIn(rest); frame !== undefined; frame = frameIn(rest)) {
      rest = rest.subarray(frame.length);
      messages.push(JSON.parse(frame.text) as HmrMessage);
    }
    wake();
  };
  socket.on("data", take);
  take(head);
  return {
    next: async (type) => {
      for (;;) {
        const message = messages.shift();
        if (message?.type === type) return message;
        if (message === undefined) await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close: () => socket.destroy(),
  };
};
