import path from "node:path";
import { pathToFileURL } from "node:url";
import { InfiniteQueryObserver, MutationObserver, QueryClient } from "@tanstack/query-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { credentials } from "../../client/support/credentials.js";
import { root } from "../../cli/support/cli.js";
import { createProject } from "../../cli/support/project.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { compile } from "../../types/support/compilers.js";

const config = {
  apis: { "pigello-accounts": { input: path.join(root, "spec/pigello-accounts.yaml"), out: "pigello" } },
  emitters: [{ module: path.join(root, "examples/query-options/query-options.ts"), export: "queryOptions" }],
};

/** What a program does with the options; it is compiled, and the same is run below. */
const program = `import { InfiniteQueryObserver, QueryClient } from "@tanstack/query-core";
import { createClient, createOrganizationuserMutation, type Credentials, getOrganizationuserQuery, listOrganizationusersInfiniteQuery, listOrganizationusersQuery } from "./pigello/index.js";

declare const credentials: Credentials;
const client = createClient({ credentials });
const queries = new QueryClient();

const users = await queries.fetchQuery(listOrganizationusersQuery(client, { where: { last_name: { icontains: "berg" } } }));
export const names: readonly (string | null | undefined)[] = users.map(({ last_name }) => last_name);

// @ts-expect-error data is typed
export const wrong: number = users[0]?.last_name;

// @ts-expect-error an operator that the field does not take
listOrganizationusersQuery(client, { where: { last_name: { gte: "berg" } } });

// @ts-expect-error the id is missing
getOrganizationuserQuery(client, {});

const user = await queries.fetchQuery(getOrganizationuserQuery(client, { pk: "1" }));
export const email: string | null | undefined = user.email;

const observer = new InfiniteQueryObserver(queries, listOrganizationusersInfiniteQuery(client, 10));
const { data } = await observer.fetchNextPage();
export const first: string | undefined = data?.pages[0]?.[0]?.id;

// @ts-expect-error rules are part of what is written
void createOrganizationuserMutation(client).mutationFn({ body: { detail_access: 0 } });
void createOrganizationuserMutation(client).mutationFn({ body: { detail_access: 0, last_name: "Berg" } });
`;

type Functions = Readonly<Record<string, (...parameters: readonly unknown[]) => never>>;

describe("the example of an emitter: options for TanStack Query", () => {
  const { folder, run, files, write, dispose } = createProject({ "openapi-sieve.config.json": JSON.stringify(config) });
  let server: PigelloServer;
  let made: Functions;

  beforeAll(async () => {
    expect(await run(["generate"])).toMatchObject({ code: 0, error: "" });
    made = (await import(pathToFileURL(path.join(folder, "pigello/dist/index.js")).href)) as Functions;
    server = await startPigelloServer({ seed: 25 });
  });
  afterAll(async () => {
    await server.close();
    dispose();
  });

  const options = (name: string, ...parameters: readonly unknown[]): never => {
    const [createClient, make] = [made["createClient"], made[name]];
    if (createClient === undefined || make === undefined) throw new Error(`the package has no ${name}`);
    return make(createClient({ baseUrl: server.url, credentials, retry: false }), ...parameters);
  };

  test("is typed from the filters to the data", async () => {
    const sources = Object.entries(files("pigello/src")).map(([file, text]) => [file.replace("pigello/src/", "pigello/"), text] as const);
    expect(await compile("5.9", { ...Object.fromEntries(sources), "program.ts": program }, { skipLibCheck: true, isolatedDeclarations: false })).toBe("");
  });

  test("fetches what the API has, once for equal options", async () => {
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    const where = { last_name: { icontains: "b" } };
    server.forgetRequests();
    const users = await queries.fetchQuery<readonly { readonly id: string }[]>(options("listOrganizationusersQuery", { where }));
    expect(users.map(({ id }) => id)).toEqual(server.sql("SELECT id FROM organizationuser WHERE last_name LIKE '%b%' ORDER BY number").map(({ id }) => id));
    await queries.fetchQuery(options("listOrganizationusersQuery", { where: { ...where } }));
    expect(server.requests).toHaveLength(1);
    const [user] = users;
    expect(await queries.fetchQuery(options("getOrganizationuserQuery", { pk: user?.id }))).toMatchObject({ id: user?.id });
  });

  test("goes on to the next page as long as pages are full", async () => {
    const observer = new InfiniteQueryObserver<readonly unknown[]>(new QueryClient(), options("listOrganizationusersInfiniteQuery", 10));
    let last = await observer.fetchNextPage();
    while (last.hasNextPage) last = await observer.fetchNextPage();
    expect(last.data).toMatchObject({ pageParams: [1, 2, 3], pages: [{ length: 10 }, { length: 10 }, { length: 5 }] });
  });

  test("writes, and tells what the client refuses", async () => {
    const observer = new MutationObserver<object, Error, object>(new QueryClient(), options("createOrganizationuserMutation"));
    expect(await observer.mutate({ body: { detail_access: 0, last_name: "Berg" } })).toMatchObject({ last_name: "Berg" });
    await expect(observer.mutate({ body: { detail_access: 0 } })).rejects.toMatchObject({ name: "ValidationError" });
  });

  test("is checked and removed with the package", async () => {
    expect(await run(["check"])).toMatchObject({ code: 0 });
    const before = Object.keys(files("pigello"));
    expect(before).toContain("pigello/src/queries/list-organizationusers.ts");
    write("openapi-sieve.config.json", JSON.stringify({ apis: config.apis }));
    expect((await run(["check"])).code).toBe(1);
    await run(["generate"]);
    expect(Object.keys(files("pigello")).filter((file) => file.includes("/queries/"))).toEqual([]);
  });
});
