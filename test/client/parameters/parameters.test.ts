import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnsweringServer, startAnsweringServer } from "../../support/answering-server.js";
import { type DescribedPackage, describedPackage } from "../../support/described-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

let made: DescribedPackage;
let server: AnsweringServer;
let client: unknown;

beforeAll(async () => {
  [made, server] = await Promise.all([describedPackage({ input, name: "parameters" }), startAnsweringServer()]);
  client = made.call("createClient", { baseUrl: server.baseUrl, dates: "Date", int64: "bigint" });
});
afterAll(async () => {
  made.clear();
  await server.close();
});

test("the description is fine", () => {
  expect(made.diagnostics).toEqual([]);
});

/** The request of a call, or what it was refused for. */
const outcome = async (name: string, options: object): Promise<unknown> => {
  try {
    await made.call(name, client, options);
    return server.received();
  } catch (error) {
    expect(server.received()).toEqual([]);
    const { subject, issues = [] } = error as { readonly subject?: string; readonly issues?: readonly { readonly path: readonly unknown[]; readonly code: string }[] };
    expect(subject).toBe("request");
    return issues.map(({ path, code }) => `${path.join("/")} ${code}`);
  }
};

const good = { id: 9007199254740993n, when: new Date("2026-01-02T00:00:00Z"), "X-Tenant": "ab" };

describe("parameters in path, headers and cookies", () => {
  test("are sent where they are fine", async () => {
    const all = { ...good, "X-Replaced": true, "X-Tags": ["a", "b"], session: "abc", shape: { w: 1 }, "X-Json": { n: 1 }, "X-Text": "as it is" };
    expect(await outcome("getItem", all)).toMatchObject([
      {
        url: "/items/9007199254740993/2026-01-02",
        headers: { "x-tenant": "ab", "x-replaced": "true", "x-tags": "a,b", cookie: "session=abc; w=1", "x-json": '{"n":1}', "x-text": "as it is" },
      },
    ]);
  });

  test.each([
    [{ id: 0n }, "id minimum"],
    [{ id: "x" }, "id format"],
    [{ id: undefined }, "id required"],
    [{ id: null }, "id required"],
    [{ when: "2026-13-01" }, "when format"],
    [{ "X-Tenant": "a" }, "X-Tenant minLength"],
    [{ "X-Tenant": undefined }, "X-Tenant required"],
    [{ "X-Replaced": "yes" }, "X-Replaced type"],
    [{ "X-Tags": ["a", "c"] }, "X-Tags/1 enum"],
    [{ "X-Tags": ["a", "b", "a"] }, "X-Tags maxItems"],
    [{ session: "ABC" }, "session pattern"],
    [{ shape: {} }, "shape/w required"],
    [{ "X-Json": { n: "1" } }, "X-Json/n type"],
    [{ "X-Text": 1 }, "X-Text type"],
  ])("are refused before anything is sent: %o", async (wrong, issue) => {
    expect(await outcome("getItem", { ...good, ...wrong })).toEqual([issue]);
  });

  test("are told all at once", async () => {
    expect(await outcome("getItem", { ...good, id: 0n, "X-Tenant": "", session: "1" })).toEqual(["id minimum", "X-Tenant minLength", "session pattern"]);
  });

  test("null is none, where none is needed", async () => {
    expect(await outcome("getItem", { ...good, "X-Tags": null, session: undefined })).toMatchObject([{ url: "/items/9007199254740993/2026-01-02" }]);
  });
});

const values = { one: "a/b", many: ["x", "y,z"], plain: ["x", "y"], object: { a: 1, b: "ö" }, exploded: { a: 1, b: "c d" } };

// by RFC 6570, whose variables the styles are (OpenAPI 3.1, appendix C)
test.each([
  ["getLabels", values, "/labels/.a%2Fb/.x.y%2Cz/.x,y/.a,1,b,%C3%B6/.a=1.b=c%20d"],
  ["getMatrix", values, "/matrix/;one=a%2Fb/;many=x;many=y%2Cz/;plain=x,y/;object=a,1,b,%C3%B6/;a=1;b=c%20d"],
  ["getSimple", { ...values, body_path: "." }, ["body_path type"]],
  ["getSimple", { ...values, body_path: ".." }, ["body_path type"]],
  ["getSimple", { ...values, body_path: "" }, ["body_path type"]],
  ["getSimple", { ...values, many: [], body_path: "x" }, ["many type"]],
  ["getSimple", { ...values, many: [], body_path: "." }, ["many type", "body_path type"]],
  ["getSimple", { ...values, body_path: "..." }, "/simple/x,y%2Cz/a,1,b,%C3%B6/a=1,b=c%20d/..."],
])("%s of %o", async (name, options, expected) => {
  expect(await outcome(name, options)).toEqual(typeof expected === "string" ? [expect.objectContaining({ url: expected })] : expected);
});

const usage = `
import { createClient, getItem, getLabels, getMatrix, getSimple } from "./index.js";
const client = createClient();
export const run = async (): Promise<void> => {
  await getItem(client, { id: 1, when: "2026-01-02", "X-Tenant": "ab", "X-Replaced": true, "X-Tags": ["a"], session: "abc", "X-Text": "t" });
  await getLabels(client, { one: "a", many: ["b"], plain: [], object: { a: 1 }, exploded: {} });
  await getMatrix(client, { one: "a", many: ["b"], plain: [], object: { a: 1 }, exploded: {} });
  await getSimple(client, { many: ["b"], object: { a: 1 }, exploded: {}, body_path: "x" });
  // @ts-expect-error the path's own is required
  await getItem(client, { id: 1, when: "2026-01-02" });
  // @ts-expect-error the operation's takes the place of the path's
  await getItem(client, { id: "1", when: "2026-01-02", "X-Tenant": "ab" });
  // @ts-expect-error one of two
  await getItem(client, { id: 1, when: "2026-01-02", "X-Tenant": "ab", "X-Tags": ["c"] });
};
`;

test("types say the same", () => {
  expect(made.compile(usage)).toEqual([]);
});
