import { sValidator } from "@hono/standard-validator";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { initTRPC, TRPCError } from "@trpc/server";
import { Hono } from "hono";
import { hc, type InferRequestType } from "hono/client";
import {
  ListOrganizationusersQuerySchema,
  type OrganizationuserWrite,
  type OrganizationuserWriteBatch,
  OrganizationuserWriteBatchSchema,
  OrganizationuserWriteSchema,
} from "pigello-accounts";
import { createFormControl, type FieldErrors, type Resolver } from "react-hook-form";
import { type Account, AccountBatchSchema, AccountSchema, type Issue } from "taxfiling-accounts";
import { describe, expect, expectTypeOf, test } from "vitest";

const sentence = "at least one of first_name, last_name, corporate_name is required";
const names = ["first_name", "last_name", "corporate_name"];

const right: OrganizationuserWrite = { detail_access: 0, first_name: "Ada", birth_date: "1815-12-10" };
const wrong = { detail_access: 9, email: "nobody", external_clients: [{ id: "7" }] };

const account: Account = { id: 1, index: 0, refId: 7, userName: "ada", profileUrl: "https://example.org", roles: [], permissions: [] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

describe("Hono with @hono/standard-validator", () => {
  const app = new Hono()
    .post("/users", sValidator("json", OrganizationuserWriteSchema), (context) => {
      const body = context.req.valid("json");
      expectTypeOf(body).toEqualTypeOf<OrganizationuserWrite>();
      return context.json({ detail_access: body.detail_access });
    })
    .post(
      "/accounts",
      sValidator("json", AccountBatchSchema, (result, context) =>
        result.success ? undefined : context.json({ told: result.error.map(({ path = [], message }) => [...path, message]) }, 422),
      ),
      (context) => context.json({ count: context.req.valid("json").length }),
    )
    .get("/users", sValidator("query", ListOrganizationusersQuerySchema), (context) => context.json(context.req.valid("query")));

  const post = async (path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }> => {
    const headers = { "content-type": "application/json" };
    const response = await app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };

  test("a right body reaches the handler", async () => {
    expect(await post("/users", right)).toEqual({ status: 200, body: { detail_access: 0 } });
  });

  test("a wrong one is answered with 400 and the issues as they are: code, path, message, fields", async () => {
    const { status, body } = await post("/users", wrong);
    expect([status, isRecord(body) && body["success"]]).toEqual([400, false]);
    const issues = (isRecord(body) ? body["error"] : []) as readonly Issue[];
    expect(issues).toContainEqual({ code: "enum", path: ["detail_access"], message: "must be one of 0, 1, 2" });
    expect(issues).toContainEqual({ code: "format", path: ["external_clients", 0, "id"], message: "must be a UUID" });
    expect(issues).toContainEqual({ code: "atLeastOne", path: [], message: sentence, fields: names });
  });

  test("a hook of one's own sees paths and messages, those of duplicates too", async () => {
    expect(await post("/accounts", [account, { ...account, id: "1" }])).toEqual({
      status: 422,
      body: {
        told: [
          [1, "id", "must be an integer"],
          [1, "items 0 and 1 have the same userName"],
        ],
      },
    });
  });

  test("a query is checked by the name of each parameter", async () => {
    const [known, unknown] = await Promise.all([app.request("/users?last_name__icontains=love"), app.request("/users?last_nam=love")]);
    expect([known.status, await known.json()]).toEqual([200, { last_name__icontains: "love" }]);
    expect([unknown.status, ((await unknown.json()) as { readonly error: unknown }).error]).toEqual([
      400,
      [expect.objectContaining({ code: "unknownParameter", path: ["last_nam"] })],
    ]);
  });

  test("its client takes the type of the body", () => {
    const client = hc<typeof app>("http://localhost");
    expectTypeOf<InferRequestType<typeof client.users.$post>["json"]>().toEqualTypeOf<OrganizationuserWrite>();
  });
});

describe("react-hook-form with @hookform/resolvers/standard-schema", () => {
  const resolver = standardSchemaResolver(OrganizationuserWriteSchema);

  const submit = async (values: object): Promise<unknown> => {
    const { formControl } = createFormControl({ resolver, defaultValues: values as OrganizationuserWrite });
    let told: unknown;
    await formControl.handleSubmit(
      (valid) => {
        told = { valid };
      },
      (errors) => {
        told = { errors };
      },
    )();
    return told;
  };

  test("a right form is submitted", async () => {
    expect(await submit(right)).toEqual({ valid: right });
  });

  test("a wrong one has a message at each field, nested like the values, and the rule's at its root", async () => {
    expect(await submit(wrong)).toEqual({
      errors: {
        detail_access: expect.objectContaining({ message: "must be one of 0, 1, 2" }),
        email: expect.objectContaining({ message: "must be an e-mail address" }),
        external_clients: [{ id: expect.objectContaining({ message: "must be a UUID" }) }],
        root: expect.objectContaining({ message: sentence }),
      },
    });
  });

  test("a form that only breaks the rule is not submitted either", async () => {
    expect(await submit({ detail_access: 0 })).toEqual({ errors: { root: expect.objectContaining({ message: sentence }) } });
  });

  test("its types are those of the body", () => {
    expectTypeOf(resolver).toEqualTypeOf<Resolver<OrganizationuserWrite, unknown, OrganizationuserWrite>>();
    expectTypeOf<FieldErrors<OrganizationuserWrite>>().toHaveProperty("email");
    // @ts-expect-error a form of accounts has other fields
    expectTypeOf(standardSchemaResolver(AccountSchema)).toEqualTypeOf<typeof resolver>();
  });
});

describe("tRPC", () => {
  const t = initTRPC.create();
  const router = t.router({
    register: t.procedure
      .input(AccountSchema)
      .output(AccountSchema)
      .mutation(({ input }) => {
        expectTypeOf(input).toEqualTypeOf<Account>();
        return input;
      }),
    write: t.procedure.input(OrganizationuserWriteBatchSchema).mutation(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<OrganizationuserWriteBatch>();
      return input.length;
    }),
  });
  const caller = t.createCallerFactory(router)({});

  const issuesOf = async (call: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await call.catch((reason: unknown) => reason);
    if (!(error instanceof TRPCError)) throw new Error("the call was not refused");
    return { code: error.code, issues: isRecord(error.cause) ? error.cause["issues"] : undefined };
  };

  test("a right input reaches the procedure, and its result the caller", async () => {
    const result = await caller.register(account);
    expectTypeOf(result).toEqualTypeOf<Account>();
    expect(result).toEqual(account);
    expect(await caller.write([right, right])).toBe(2);
  });

  test("a wrong one is a BAD_REQUEST whose cause has the issues with their paths", async () => {
    const { refId: _, ...incomplete } = account;
    // @ts-expect-error the compiler sees it as well
    expect(await issuesOf(caller.register(incomplete))).toEqual({
      code: "BAD_REQUEST",
      issues: [{ code: "required", path: ["refId"], message: "is required" }],
    });
  });

  test("issues of a batch begin with the index of the item", async () => {
    const batch = [right, { detail_access: 0, first_name: null }] as OrganizationuserWriteBatch;
    expect(await issuesOf(caller.write(batch))).toEqual({
      code: "BAD_REQUEST",
      issues: [{ code: "atLeastOne", path: [1], message: sentence, fields: names }],
    });
  });
});
