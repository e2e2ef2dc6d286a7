import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const html = `<!DOCTYPE html><meta charset="utf-8"><title>Test</title>
<input type="file"><button>Cancel</button>
<script src="/page.js"></script>`;

/** No `unsafe-eval` and no other script: the packages must do without. */
const policy = "default-src 'none'; script-src 'self'; connect-src http://127.0.0.1:*";

export interface PageServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** An origin with one page, which runs the script. */
export const startPageServer = async (script: string): Promise<PageServer> => {
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = { "/": ["text/html", html], "/page.js": ["text/javascript", script] };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ""] ?? [];
    if (type === undefined) return void response.writeHead(204).end();
    response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": policy }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
