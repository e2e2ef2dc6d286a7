import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import { pigelloCredentials } from "./pigello/credentials.js";
import { entity, get, list, parsed, send } from "./support/pigello-calls.js";
import { rawRequest } from "./support/raw-request.js";

type User = Readonly<Record<string, unknown>>;

let server: PigelloServer;
beforeEach(async () => {
  server = await startPigelloServer({ seed: 3 });
});
afterEach(() => server.close());

const uuid = "0b7c5a5e-6a0f-4d53-9d4c-7f0f0f0f0f0f";
const ruleMessage = "This field, or at least one of the following fields must be set: last_name, corporate_name";

const full = {
  detail_access: 2,
  custom_id: "Å,1",
  external_clients: [{ id: uuid }],
  ssn_is_coordination_number: true,
  debt_distribution_instruction: [null, { a: 1 }],
  birth_date: "1981-12-18",
  email: "ada@example.org",
  reminder_distribution_instruction: null,
  org_no: "811218-9876",
  last_name: "Öberg",
  organization: { id: uuid },
  anonymized: false,
  fmi: "12345678901234567",
  role: null,
  send_out_distribution_instruction: [],
  active_to: "2026-05-01T12:00:00.25+02:00",
  prefer_invoice_view_only: true,
  first_name: "Ada",
  phone_number: "+46701234567",
  ssn: "19811218-9876",
  invoice_distribution_instruction: null,
  corporate_name: null,
  is_active: false,
  anonymization_name: "😀",
};

describe("create, get, update, delete", () => {
  test("a user goes through its whole life", async () => {
    const created = await send(server, "POST", entity, full);
    expect(created.status).toBe(201);
    const user = parsed<User>(created);
    expect(user).toMatchObject({ ...full, active_to: "2026-05-01T10:00:00.250000Z", full_name: "Ada Öberg" });
    expect(Object.keys(user)).toHaveLength(38);
    const own = `${entity}${String(user["id"])}/`;
    expect(parsed(await get(server, own))).toEqual(user);
    const updated = parsed<User>(await send(server, "PATCH", own, { detail_access: 0, corporate_name: "AB", external_clients: [] }));
    expect(updated).toEqual({ ...user, detail_access: 0, corporate_name: "AB", external_clients: [] });
    const deleted = await rawRequest(server.url, own, { method: "DELETE", headers: pigelloCredentials });
    expect([deleted.status, deleted.text]).toEqual([204, ""]);
    expect((await get(server, own)).status).toBe(404);
    expect(server.rows()).toHaveLength(3);
    expect(server.sql("SELECT * FROM organizationuser_external_client WHERE organizationuser = 4")).toEqual([]);
  });

  test.each([
    [{}, { first_name: [ruleMessage], detail_access: ["This field is required."] }],
    [{ detail_access: 3, last_name: "x" }, { detail_access: ["3 is not a valid choice."] }],
    [{ detail_access: 0, first_name: null, last_name: null }, { first_name: [ruleMessage] }],
    [{ detail_access: 0, first_name: "x", anonymized: null }, { anonymized: ["This field may not be null."] }],
    [{ detail_access: 0, first_name: "x", frist_name: "x" }, { frist_name: ["Unknown field."] }],
    [{ detail_access: 0, first_name: "x", org_no: "8112189875" }, { org_no: ["Enter a valid number."] }],
    [{ detail_access: 0, first_name: "x".repeat(256) }, { first_name: ["Ensure this field has no more than 255 characters."] }],
    [{ detail_access: 0, first_name: "x", fmi: "short" }, { fmi: ["Ensure this field has at least 17 characters."] }],
    [{ detail_access: 0, first_name: "x", role: uuid }, { role: ["Must be an object with a valid UUID as id."] }],
    [{ detail_access: 0, first_name: "x", birth_date: "2026-02-30" }, { birth_date: ["Date has wrong format. Use YYYY-MM-DD."] }],
    [{ detail_access: 0, first_name: "x", custom_id: "k-1" }, { custom_id: ["This field must be unique."] }],
    [[], { non_field_errors: ["Invalid data. Expected a dictionary."] }],
  ])("%j is refused", async (body, errors) => {
    const { status, text } = await send(server, "POST", entity, body);
    expect([status, JSON.parse(text)]).toEqual([400, errors]);
    expect(server.rows()).toHaveLength(3);
  });

  test("an empty name counts as set, and 255 characters are no more than 255 code points", async () => {
    expect((await send(server, "POST", entity, { detail_access: 0, first_name: "" })).status).toBe(201);
    expect((await send(server, "POST", entity, { detail_access: 0, first_name: "😀".repeat(255) })).status).toBe(201);
  });

  test("an update is checked as a creation, and its own value is no duplicate", async () => {
    const own = `${entity}${String(server.rows()[1]?.["id"])}/`;
    expect((await send(server, "PATCH", own, { custom_id: "k-1" })).status).toBe(400);
    expect((await send(server, "PATCH", own, { detail_access: 1, first_name: "x", custom_id: "k-1" })).status).toBe(200);
    expect((await send(server, "PATCH", own, { detail_access: 1, first_name: "x", custom_id: "K_2" })).status).toBe(400);
  });
});

describe("what is no operation", () => {
  test.each([
    ["GET", list.slice(0, -1), 404],
    ["PUT", list, 405],
    ["GET", entity, 405],
    ["GET", `${entity}1/`, 404],
    ["GET", `${entity}a/b/`, 404],
    ["GET", "/", 404],
  ])("%s %s: %i", async (method, target, status) => {
    expect((await rawRequest(server.url, target, { method, headers: pigelloCredentials })).status).toBe(status);
  });

  test.each([
    ["text/plain", "{}", 415],
    ["application/json", "{", 400],
    ["application/json", Buffer.from([0x22, 0xc3, 0x28, 0x22]), 400],
    ["application/json; charset=utf-8", '{"detail_access":0,"first_name":"x"}', 201],
  ])("a body of %s", async (type, body, status) => {
    const headers = { ...pigelloCredentials, "content-type": type };
    expect((await rawRequest(server.url, entity, { method: "POST", headers, body })).status).toBe(status);
  });
});

describe("bulk write", () => {
  const items = [
    { detail_access: 0, first_name: "a", custom_id: "same" },
    { detail_access: 0, custom_id: "other" },
    { detail_access: 0, last_name: "b", custom_id: "same" },
    { detail_access: 0, last_name: "c" },
  ];
  const errors = [{}, { first_name: [ruleMessage] }, { custom_id: ["This field must be unique."] }, {}];

  test("all are written, in order", async () => {
    const answer = await send(server, "POST", list, [items[3], items[0]]);
    expect([answer.status, parsed(answer)]).toEqual([201, server.rows().slice(3)]);
  });

  test("or none", async () => {
    const { status, text } = await send(server, "POST", list, items);
    expect([status, JSON.parse(text)]).toEqual([400, errors]);
    expect(server.rows()).toHaveLength(3);
  });

  test("or, with partial, those that can be", async () => {
    const own = await startPigelloServer({ seed: 0, partial: true });
    const { status, text } = await send(own, "POST", list, items);
    const [first, second, third, fourth] = JSON.parse(text) as readonly User[];
    expect(status).toBe(207);
    expect([first, fourth]).toEqual(own.rows());
    expect([second, third]).toEqual([{ errors: errors[1] }, { errors: errors[2] }]);
    expect((await send(own, "POST", list, [])).status).toBe(201);
    await own.close();
  });

  test("anything but an array is refused", async () => {
    expect((await send(server, "POST", list, items[0])).status).toBe(400);
  });

  test("which fields are unique can be told", async () => {
    const own = await startPigelloServer({ seed: 0, unique: ["email"] });
    const twins = [1, 2].map(() => ({ detail_access: 0, first_name: "x", custom_id: "same", email: "a@b" }));
    expect(JSON.parse((await send(own, "POST", list, twins)).text)).toEqual([{}, { email: ["This field must be unique."] }]);
    await own.close();
  });
});

test("an invitation takes any body, or none", async () => {
  const target = "/accounts/users/auth/invite/organization/organizationuser/";
  const none = await rawRequest(server.url, target, { method: "POST", headers: pigelloCredentials });
  expect([none.status, none.text]).toEqual([201, "null"]);
  const invited = parsed<User>(await send(server, "POST", target, { id: server.rows()[1]?.["id"] }));
  expect(invited).toEqual(server.rows()[1]);
  expect(invited["hotp_invite_sendout_time"]).toBe("2026-01-01T00:00:00Z");
});
