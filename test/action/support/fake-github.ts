import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Comment {
  readonly id: number;
  readonly author: "bot" | "someone";
  body: string;
}

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly title: string;
  body: string;
}

/** As much of GitHub's REST API as the action uses, with one repository, acme/shop. */
export interface FakeGithub {
  readonly url: string;
  readonly comments: Comment[];
  readonly pulls: PullRequest[];
  /** "POST /repos/…", in their order. */
  readonly requests: string[];
  /** Values of the header `authorization`. */
  readonly tokens: Set<string>;
  /** May the token write? */
  canWrite: boolean;
  readonly close: () => void;
}

type Answer = readonly [status: number, data: unknown];

const forbidden: Answer = [403, { message: "Resource not accessible by integration" }];

const bodyOf = async (request: IncomingMessage): Promise<Readonly<Record<string, string>>> => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : (JSON.parse(text) as Readonly<Record<string, string>>);
};

const tooLong = (body: string): boolean => body.length > 65_536;

const refused: Answer = [422, { message: "Validation Failed" }];

export const startFakeGithub = async (): Promise<FakeGithub> => {
  const comments: Comment[] = [];
  const pulls: PullRequest[] = [];
  const requests: string[] = [];
  const tokens = new Set<string>();
  const state = { canWrite: true };

  const answer = (method: string, url: URL, body: Readonly<Record<string, string>>): Answer => {
    const route = `${method} ${url.pathname.replace("/repos/acme/shop", "")}`;
    const { body: text = "", title = "", head = "", base = "" } = body;
    if (method !== "GET" && !state.canWrite) return forbidden;
    if (tooLong(text)) return refused;
    if (/^GET \/issues\/\d+\/comments$/.test(route)) {
      const [size, page] = [Number(url.searchParams.get("per_page") ?? 30), Number(url.searchParams.get("page") ?? 1)];
      return [200, comments.slice((page - 1) * size, page * size)];
    }
    if (/^POST \/issues\/\d+\/comments$/.test(route)) {
      const comment: Comment = { id: 1000 + comments.length, author: "bot", body: text };
      comments.push(comment);
      return [201, comment];
    }
    if (/^PATCH \/issues\/comments\/\d+$/.test(route)) {
      const comment = comments.find(({ id }) => route.endsWith(`/${id}`));
      if (comment === undefined) return [404, { message: "Not Found" }];
      if (comment.author !== "bot") return forbidden;
      comment.body = text;
      return [200, comment];
    }
    if (route === "GET /pulls") {
      const [from, to] = [url.searchParams.get("head"), url.searchParams.get("base")];
      return [200, pulls.filter((pull) => `acme:${pull.head}` === from && pull.base === to)];
    }
    if (route === "POST /pulls") {
      const number = 7 + pulls.length;
      pulls.push({ number, head, base, title, body: text });
      return [201, { number, html_url: `https://github.test/acme/shop/pull/${number}` }];
    }
    const pull = pulls.find(({ number }) => route === `PATCH /pulls/${number}`);
    if (pull === undefined) return [404, { message: "Not Found" }];
    pull.body = text;
    return [200, { number: pull.number, html_url: `https://github.test/acme/shop/pull/${pull.number}` }];
  };

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      requests.push(`${request.method} ${url.pathname}`);
      tokens.add(request.headers.authorization ?? "");
      const [status, data] = answer(request.method ?? "GET", url, body);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(data));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, comments, pulls, requests, tokens },
    get canWrite() {
      return state.canWrite;
    },
    set canWrite(value) {
      state.canWrite = value;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
