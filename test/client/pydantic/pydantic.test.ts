import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnsweringServer, startAnsweringServer } from "../../support/answering-server.js";
import { type DescribedPackage, describedPackage } from "../../support/described-package.js";
import { validatorOf } from "../../support/load-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

let made: DescribedPackage;
let server: AnsweringServer;
let client: unknown;

beforeAll(async () => {
  [made, server] = await Promise.all([describedPackage({ input, name: "pydantic" }), startAnsweringServer()]);
  client = made.call("createClient", { baseUrl: server.baseUrl, credentials: { oAuth2PasswordBearer: "t" }, dates: "Date", retry: false });
});
afterAll(async () => {
  made.clear();
  await server.close();
});

test("what is renamed is told, and nothing else", () => {
  expect(made.diagnostics).toMatchInlineSnapshot(`
    [
      "warning name-collision the name ValidationError is taken, so this becomes ValidationError2",
    ]
  `);
});

const verdict = (type: string, value: unknown): readonly string[] | "fine" =>
  validatorOf(made.exported, type).validate(value).issues?.map(({ code, path }) => `/${path.join("/")} ${code}`) ?? "fine";

test.each([
  [{ price: null, tags: null, meta: null, parent: null, created: null, shape: null }, "fine"],
  [{ price: { amount: "12.50" }, tags: ["a"], meta: { any: [1] }, parent: { name: "p", kind: "b" }, pair: [1, "x"], shape: { type: "circle", r: 1 } }, "fine"],
  [{ price: { amount: -1 } }, ["/price/amount minimum"]],
  [{ price: { amount: 1, currency: "EUR" } }, ["/price/currency const"]],
  [{ only_a: "b" }, ["/only_a const"]],
  [{ pair: ["1", 2] }, ["/pair/0 type", "/pair/1 type"]],
  [{ shape: { type: "square", r: 1 } }, ["/shape/a required"]],
  [{ created: "yesterday" }, ["/created format"]],
])("%j", (more, expected) => {
  expect(verdict("Item", { name: "n", kind: "a", ...more })).toEqual(expected);
});

const id = "0190163d-8694-739b-aea5-966c26f8ad91";

test("queries, headers and cookies that may be null", async () => {
  server.answer({ status: 200, headers: { "content-type": "application/json" }, body: '{"name":"n","kind":"a","created":"2026-01-02T03:04:05Z","parent":null}' });
  const options = { item_id: id, query: { q: "abc", kinds: ["a", "b"], since: new Date("2026-01-01T00:00:00Z") }, "x-token": "abc", ads_id: "1" };
  expect(await made.call("readItemItemsItemIdGet", client, options)).toEqual({ name: "n", kind: "a", created: new Date("2026-01-02T03:04:05Z"), parent: null });
  expect(server.received()).toMatchObject([{ url: `/items/${id}?q=abc&kinds=a&kinds=b&since=2026-01-01T00%3A00%3A00.000Z`, headers: { "x-token": "abc", cookie: "ads_id=1", authorization: "Bearer t" } }]);
  await made.call("readItemItemsItemIdGet", client, { item_id: id, query: { q: null, kinds: null }, "x-token": null });
  expect(server.received()).toMatchObject([{ url: `/items/${id}` }]);
  await expect(made.call("readItemItemsItemIdGet", client, { item_id: "x", query: { q: "too long" }, "x-token": "a" })).rejects.toMatchObject({
    issues: [{ path: ["item_id"] }, { path: ["x-token"] }, { path: ["q"] }],
  });
});

test("what the server refuses is told by its type", async () => {
  const detail = [{ loc: ["body", 0], msg: "m", type: "t" }];
  server.answer({ status: 422, headers: { "content-type": "application/json" }, body: JSON.stringify({ detail }) });
  await expect(made.call("updateItemItemsItemIdPatch", client, { item_id: id, body: { name: null } })).rejects.toMatchObject({ status: 422, body: { detail } });
  server.received();
});

test("forms with what may be null", async () => {
  server.answer({ status: 200, headers: { "content-type": "application/json" }, body: "{}" });
  await made.call("loginLoginPost", client, { body: { grant_type: "password", username: "a", password: "b" } });
  await made.call("loginLoginPost", client, { body: { grant_type: null, username: "a", password: "b" } });
  await made.call("uploadUploadPost", client, { body: { file: new Blob(["1"]), more: [new Blob(["2"]), "3"], note: null } });
  const [first, second, third] = server.received().map(({ body }) => body.toString());
  expect([first, second]).toEqual(["grant_type=password&username=a&password=b", "username=a&password=b"]);
  expect(third?.match(/name="[^"]*"; filename/g)).toEqual(['name="file"; filename', 'name="more"; filename', 'name="more"; filename']);
});

const usage = `
import { ApiError, type BodyUploadUploadPost, createClient, type HTTPValidationError, type Item, type ItemInput, loginLoginPost, readItemItemsItemIdGet, updateItemItemsItemIdPatch, uploadUploadPost, ValidationError } from "./index.js";
const client = createClient({ credentials: { oAuth2PasswordBearer: "t" } });
export const run = async (id: string): Promise<number> => {
  const item: Item = await readItemItemsItemIdGet(client, { item_id: id, query: { q: null, kinds: ["a"] }, "x-token": null });
  const amount: number | string | undefined = item.price?.amount;
  const radius: number | undefined = item.shape?.type === "circle" ? item.shape.r : item.shape?.a;
  const onlyA: "a" | undefined = item.only_a;
  const tags: readonly string[] = item.tags ?? [];
  const change: ItemInput = { name: null };
  const changed: Item | null = await updateItemItemsItemIdPatch(client, { item_id: id, body: change });
  const form: BodyUploadUploadPost = { file: new Blob([]), more: [new Blob([]), new Uint8Array()], note: null };
  const counts: Record<string, number> = await uploadUploadPost(client, { body: form });
  const result = await loginLoginPost.safe(client, { body: { username: "a", password: "b" } });
  if (!result.ok) {
    const { error } = result;
    if (error instanceof ValidationError) return error.issues.length;
    if (error instanceof ApiError && error.status === 422) {
      const body: HTTPValidationError = error.body;
      return body.detail?.[0]?.loc.length ?? 0;
    }
    throw error;
  }
  void [amount, onlyA, tags, changed?.name, counts["a"]?.toFixed()];
  return radius ?? 0;
};
`;

test("a program compiles", () => {
  expect(made.compile(usage)).toEqual([]);
});
