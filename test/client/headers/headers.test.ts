import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnsweringServer, startAnsweringServer } from "../../support/answering-server.js";
import { type DescribedPackage, describedPackage } from "../../support/described-package.js";

const input = fileURLToPath(new URL("description.yaml", import.meta.url));

interface Read {
  readonly value?: unknown;
  readonly issues?: readonly { readonly path: readonly string[]; readonly code: string }[];
}

let made: DescribedPackage;
let server: AnsweringServer;
let client: unknown;

beforeAll(async () => {
  [made, server] = await Promise.all([describedPackage({ input, name: "headers" }), startAnsweringServer()]);
  client = made.call("createClient", { baseUrl: server.baseUrl });
});
afterAll(async () => {
  made.clear();
  await server.close();
});

const headersOf = async (headers: Readonly<Record<string, string | readonly string[]>>, status = 200): Promise<Headers> => {
  server.answer({ status, headers: { "content-type": "application/json", ...headers }, body: "[]" });
  const { safe } = made.exported["listPets"] as { readonly safe: (client: unknown, options: object) => Promise<{ readonly headers?: Headers; readonly error?: { readonly headers: Headers } }> };
  const result = await safe(client, { retry: false });
  return result.headers ?? result.error?.headers ?? new Headers();
};

const read = (headers: Headers): Read => made.call("readListPetsHeaders", headers) as Read;

test("the description is fine", () => {
  expect(made.diagnostics).toEqual([]);
});

test("headers are read by their types", async () => {
  const headers = await headersOf({
    ...{ "x-rate-limit": "12", "X-CACHE": "HIT", "X-Is-Last": "true", "X-Pages": ["1", "2,3"], "X-Window": "size=3,unit=a=b" },
    ...{ "X-Range": "from,1.5,open,false", "X-Meta": '{"total":3}', "X-Mixed": "x1", Link: "</a>; rel=next" },
  });
  expect(read(headers)).toEqual({
    value: {
      ...{ "X-Rate-Limit": 12, "X-Cache": "HIT", "X-Is-Last": true, "X-Pages": [1, 2, 3], "X-Window": { size: 3, unit: "a=b" } },
      ...{ "X-Range": { from: 1.5, open: false }, "X-Meta": { total: 3 }, "X-Mixed": "x1", Link: "</a>; rel=next" },
    },
  });
  expect(headers.get("X-Rate-Limit")).toBe("12");
});

test("those of a failure are read alike", async () => {
  expect(read(await headersOf({ "Retry-After": "0", "x-rate-limit": "none", "X-Mixed": "4" }, 429))).toEqual({ value: { "Retry-After": 0, "X-Rate-Limit": "none", "X-Mixed": 4 } });
  expect(read(await headersOf({ "X-Reason": "1", "X-Pages": "" }, 500))).toEqual({ value: { "X-Reason": "1", "X-Pages": [] } });
});

test("what breaks the description is told", async () => {
  const { issues } = read(
    await headersOf({ "x-rate-limit": "-1", "X-CACHE": "hit", "X-Is-Last": "yes", "X-Pages": "1, 0x2", "X-Range": "to,1", "X-Meta": "{", Link: "</a-very-long-one>; rel=next", "Retry-After": "1e999" }),
  );
  expect(issues?.map(({ path, code }) => `${path.join("/")} ${code}`).sort()).toEqual(
    ["Link maxLength", "Retry-After type", "X-Cache enum", "X-Is-Last type", "X-Meta type", "X-Pages/1 type", "X-Range/from required", "X-Range/to type", "X-Rate-Limit minimum"].sort(),
  );
});

test("an operation without such headers has nothing of it", () => {
  expect(Object.keys(made.exported).filter((name) => name.endsWith("Headers"))).toEqual(["readListPetsHeaders"]);
});

const usage = `
import { ApiError, createClient, getPlain, type KnownHeaders, listPets, type ListPetsHeaders, readListPetsHeaders } from "./index.js";
const client = createClient();
const known = (headers: Headers): number => {
  const { issues, ...rest } = readListPetsHeaders(headers);
  return issues === undefined && "value" in rest ? (rest.value["Retry-After"] ?? 0) : 0;
};
export const run = async (): Promise<number> => {
  const result = await listPets.safe(client);
  if (!result.ok) {
    if (result.error instanceof ApiError && result.error.status === 429) {
      const wait: string | null = result.error.headers.get("Retry-After");
      return Number(wait) + known(result.error.headers);
    }
    return 0;
  }
  const cache: "HIT" | "MISS" | null = result.headers.get("X-Cache");
  const other: string | null = result.headers.get("Server");
  const answer = readListPetsHeaders(result.headers);
  if (answer.issues !== undefined) return 0;
  const { value } = answer;
  const limit: number | "none" | undefined = value["X-Rate-Limit"];
  const pages: readonly number[] = value["X-Pages"] ?? [];
  const unit: string | undefined = value["X-Window"]?.unit;
  const total: number | undefined = value["X-Meta"]?.total;
  const headers: KnownHeaders<ListPetsHeaders> = result.headers;
  const plain: Headers = headers;
  const first = await getPlain.safe(client);
  void [cache, other, limit, unit, plain, first.ok && first.headers.get("x")];
  return pages.length + (total ?? 0);
};
// @ts-expect-error it is text
export const wrong = (headers: KnownHeaders<ListPetsHeaders>): number | null => headers.get("X-Rate-Limit");
`;

test("types tell the names and what they hold", () => {
  expect(made.compile(usage)).toEqual([]);
});
