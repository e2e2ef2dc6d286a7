import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { fetchRemote } from "../../generator/fetch-remote.js";
import { project } from "./support/project.js";

const head = 'openapi: 3.1.0\ninfo: { title: Pets, version: "1" }\npaths: {}\n';

const withReference = (reference: string): string => `${head}components:\n  schemas:\n    Pet: { $ref: ${JSON.stringify(reference)} }\n`;

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine; what it was asked for is kept. */
const serve = async (listener: RequestListener): Promise<{ readonly url: string; readonly asked: readonly string[] }> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    listener(request, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
};

/** Answers with texts by path, the query left out. */
const texts =
  (files: Readonly<Record<string, string>>): RequestListener =>
  (request, response) => {
    const text = files[(request.url ?? "").split("?")[0] ?? ""];
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text);
  };

const explain = (reference: string, ...more: readonly string[]) => {
  const { run } = project({ "a.yaml": withReference(reference) });
  return run(["explain", "a.yaml", "Pet", "--allow-remote", ...more]);
};

describe("with --allow-remote", () => {
  test("what URLs name is read, and what that refers to beside itself, each once", async () => {
    const { url, asked } = await serve(
      texts({
        "/v1/pet.yaml": 'Pet: { type: object, properties: { tag: { $ref: "./tag.yaml#/Tag" }, name: { $ref: "/name.json" } }, anyOf: [{ required: [tag] }, { required: [name] }] }\n',
        "/v1/tag.yaml": 'Tag: { type: array, items: { $ref: "pet.yaml#/Pet" } }\n',
        "/name.json": '{ "type": "string" }',
      }),
    );
    const { code, out, error } = await explain(`${url}/v1/pet.yaml#/Pet`);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toContain("at least one of");
    expect(out).toContain(`${url}/v1/pet.yaml:1:`);
    expect([...asked].sort()).toEqual(["/name.json", "/v1/pet.yaml", "/v1/tag.yaml"]);
  });

  test("the description itself may be one", async () => {
    const { url } = await serve(texts({ "/a.yaml": withReference("b.yaml#/Pet"), "/b.yaml": "Pet: { type: strin }\n" }));
    const { run } = project({});
    const { code, error } = await run(["explain", `${url}/a.yaml?key=secret`, "--allow-remote"]);
    expect(code).toBe(1);
    expect(error).toContain(`${url}/b.yaml:1:`);
    expect(error).not.toContain("secret");
  });

  test("a path is a file first, although an `$id` makes a URL of it", async () => {
    const { url, asked } = await serve(texts({ "/b.yaml": "type: string\n" }));
    const described = `${head}components:\n  schemas:\n    Pet: { $id: "${url}/a", properties: { b: { $ref: b.yaml }, c: { $ref: c.yaml } } }\n`;
    const { run } = project({ "a.yaml": described, "b.yaml": "type: number\n" });
    const { error } = await run(["explain", "a.yaml", "--allow-remote"]);
    expect(asked).toEqual(["/c.yaml"]);
    expect(error).toContain('error ref-remote-failed "c.yaml" answers with the status 404');
  });

  test("the configuration says the same", async () => {
    const { url } = await serve(texts({ "/pet.yaml": "Pet: { type: strin }\n" }));
    const config = JSON.stringify({ apis: { a: { input: "a.yaml" } }, allowRemote: true });
    const { run } = project({ "a.yaml": withReference(`${url}/pet.yaml#/Pet`), "openapi-sieve.config.json": config });
    expect((await run(["check"])).error).toContain(`${url}/pet.yaml:1:14 error keyword-invalid`);
  });

  test("what the configuration has copies of is not fetched", async () => {
    const { url, asked } = await serve(texts({ "/other.yaml": "type: string\n" }));
    const config = JSON.stringify({ apis: { a: { input: "apis/a.yaml", remotes: { [`${url}/v1/`]: "copies" } } }, allowRemote: true });
    const copies = { "copies/pet.yaml": 'Pet: { properties: { tag: { $ref: tag.yaml }, other: { $ref: "../other.yaml" } } }\n', "copies/tag.yaml": "type: strin\n" };
    const { run } = project({ "apis/a.yaml": withReference(`${url}/v1/pet.yaml#/Pet`), ...copies, "openapi-sieve.config.json": config });
    expect((await run(["check"])).error).toContain("copies/tag.yaml:1:7 error keyword-invalid");
    expect(asked).toEqual(["/other.yaml"]);
  });

  test("up to five redirects are followed", async () => {
    const { url, asked } = await serve((request, response) => {
      const left = Number((request.url ?? "").slice(1));
      response.writeHead(left === 0 ? 200 : 302, left === 0 ? {} : { location: `/${left - 1}` });
      response.end(left === 0 ? "type: string\n" : "");
    });
    expect((await explain(`${url}/5`)).code).toBe(0);
    expect(asked).toHaveLength(6);
    expect((await explain(`${url}/6`)).error).toContain(`error ref-remote-failed "${url}/6" redirects more than 5 times`);
  });
});

describe("what is not read", () => {
  const said = async (reference: string, ...more: readonly string[]): Promise<string> => {
    const { code, error } = await explain(reference, ...more);
    expect(code).toBe(1);
    expect(error).toMatch(/^a\.yaml:6:18 error /);
    expect(error).not.toContain("secret");
    return error.split("\n", 1)[0]?.slice("a.yaml:6:18 error ".length) ?? "";
  };

  test("anything, where it is not allowed", async () => {
    const { url, asked } = await serve(texts({ "/a.yaml": "type: string\n" }));
    const { run } = project({ "a.yaml": withReference(`${url}/a.yaml`) });
    expect((await run(["explain", "a.yaml"])).error).toContain("error ref-remote-refused ");
    expect(asked).toEqual([]);
  });

  test("an error, with the query left out", async () => {
    const { url } = await serve(texts({}));
    expect(await said(`${url}/a.yaml?token=secret`)).toBe(`ref-remote-failed "${url}/a.yaml?…" answers with the status 404`);
  });

  test("redirects to other schemes, and to nowhere", async () => {
    const { url } = await serve((request, response) => {
      response.writeHead(302, request.url === "/none" ? {} : { location: "file:///etc/passwd" });
      response.end();
    });
    expect(await said(`${url}/file`)).toBe(`ref-remote-failed "${url}/file" is read by file; only http and https are`);
    expect(await said(`${url}/none`)).toMatch(/redirects/);
  });

  test("with a user and a password", async () => {
    const { url, asked } = await serve(texts({ "/a.yaml": "type: string\n" }));
    const reference = `${url.replace("//", "//me:secret@")}/a.yaml`;
    expect(await said(reference)).toBe(`ref-remote-failed "${url}/a.yaml" holds a user or a password, which are not sent`);
    expect(asked).toEqual([]);
  });

  test("more than is allowed, although the server does not say how much it is", async () => {
    const { url } = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    expect(await said(`${url}/a.yaml`, "--max-size", "1")).toBe(`file-too-large "${url}/a.yaml" has more than the 1 MB that are read`);
  });

  test("where nobody answers the connection", async () => {
    const { url } = await serve((request) => void request.socket.destroy());
    expect(await said(`${url}/a.yaml`)).toMatch(/^ref-remote-failed "http:.*\/a\.yaml" could not be reached/);
  });

  test("where no answer comes, or no end of it", async () => {
    const silent = await serve(() => {});
    const endless = await serve((_, response) => void response.write("type: "));
    for (const { url } of [silent, endless])
      expect(await fetchRemote(`${url}/a.yaml`, 1, 100)).toEqual({ code: "ref-remote-failed", why: "did not answer within 0.1 seconds" });
  });

  test("files of this machine, for what came from the network", async () => {
    const { url, asked } = await serve(texts({ "/a.yaml": 'Pet: { properties: { a: { $ref: "file:///etc/passwd" }, b: { $ref: /etc/passwd } } }\n' }));
    const { code, error } = await explain(`${url}/a.yaml#/Pet`);
    expect(code).toBe(1);
    expect(error).toContain('error ref-remote-refused "file:///etc/passwd"');
    expect(error).toContain('error ref-remote-failed "/etc/passwd" answers with the status 404');
    expect(asked).toEqual(["/a.yaml", "/etc/passwd"]);
  });

  test("documents without end", async () => {
    const { url, asked } = await serve((request, response) => {
      const number = Number((request.url ?? "").slice(1));
      response.end(`allOf: [{ $ref: "/${number + 1}" }]\n`);
    });
    const { error } = await explain(`${url}/1`);
    expect(error).toContain("is reached by way of more than 16 other documents");
    expect(asked).toHaveLength(16);
  });
});
