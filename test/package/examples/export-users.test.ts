import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { type Ended, pigelloEnvironment, runExample, secrets, workFolder } from "./support/run-example.js";

let server: PigelloServer;
const { folder, remove } = workFolder();
beforeAll(async () => {
  server = await startPigelloServer({ seed: 900 });
});
afterAll(async () => {
  await server.close();
  remove();
});
beforeEach(() => {
  server.faults.clear();
  server.forgetRequests();
});

const exporting = async (args: readonly string[], onStart?: Parameters<typeof runExample>[2]["onStart"]): Promise<Ended> => {
  const ended = await runExample("export-users.mjs", [...args, "--base-url", server.url], { cwd: folder, env: pigelloEnvironment, ...(onStart === undefined ? {} : { onStart }) });
  for (const secret of secrets) expect(ended.stdout + ended.stderr).not.toContain(secret);
  return ended;
};

const place = (name: string): string => path.join(folder, name);

const idsIn = (lines: string): readonly unknown[] => lines.split("\n").filter((line) => line !== "").map((line) => (JSON.parse(line) as { readonly id: unknown }).id);

/** What the table says, asked without the API. */
const idsWhere = (condition: string): readonly unknown[] => server.sql(`SELECT id FROM organizationuser WHERE ${condition} ORDER BY number`).map(({ id }) => id);

test("every user, as one line each", async () => {
  const { code, stdout, stderr } = await exporting([]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line) as unknown)).toEqual(server.rows());
});

test("filters as in a query and as an object come to the same", async () => {
  const condition = "(last_name LIKE '%b%' OR last_name LIKE '%B%') AND email IS NOT NULL";
  const flat = await exporting(["last_name__icontains=b", "email__isnull!=true"]);
  const nested = await exporting(["--where", '{"last_name":{"icontains":"b"},"email":{"not":{"isnull":true}}}']);
  const both = await exporting(["email__isnull!=true", "--where", '{"last_name":{"icontains":"b"}}']);
  expect([flat.code, flat.stdout, both.stdout]).toEqual([0, nested.stdout, nested.stdout]);
  expect(idsIn(flat.stdout)).toEqual(idsWhere(condition));
  expect(idsIn(flat.stdout).length).toBeGreaterThan(10);
});

test("the order is the server's business, and asked for", async () => {
  const { stdout } = await exporting(["detail_access__in=0,2", "--order-by=-created_at"]);
  expect(idsIn(stdout)).toEqual(idsWhere("detail_access IN (0, 2)").toReversed());
});

test("a file has its name when it is whole", async () => {
  const { code, stdout, stderr } = await exporting(["--out", "all.jsonl"]);
  expect([code, stdout, stderr]).toEqual([0, "", "900 users in all.jsonl\n"]);
  expect(idsIn(readFileSync(place("all.jsonl"), "utf8"))).toEqual(server.rows().map(({ id }) => id));
  expect(existsSync(place("all.jsonl.part"))).toBe(false);
});

test("broken lines are told by their numbers, and what lacks them has not the name", async () => {
  server.faults.next({ kind: "brokenLine", line: 17 });
  const { code, stderr } = await exporting(["--out", "broken.jsonl"]);
  expect(stderr).toMatch(/^line 17: .+\n899 users in broken\.jsonl\.part, which lacks 1 lines\n$/);
  expect([code, existsSync(place("broken.jsonl")), idsIn(readFileSync(place("broken.jsonl.part"), "utf8")).length]).toEqual([1, false, 899]);
});

test("an answer that breaks off leaves no file of that name, and the one that was there", async () => {
  await exporting(["detail_access=1", "--out", "half.jsonl"]);
  const before = readFileSync(place("half.jsonl"), "utf8");
  server.faults.next({ kind: "half" });
  const { code, stderr } = await exporting(["--out", "half.jsonl"]);
  expect([code, stderr.includes("the answer broke off")]).toEqual([1, true]);
  expect(readFileSync(place("half.jsonl"), "utf8")).toBe(before);
});

test("whoever stops reading ends it quietly", async () => {
  const { code, stderr } = await exporting([], (child) => child.stdout?.once("data", () => child.stdout?.destroy()));
  expect([code, stderr]).toEqual([0, ""]);
});

test("whoever stops reading cancels the request, though the server would not end it", async () => {
  server.faults.next({ kind: "stall" });
  const { code, stderr } = await exporting([], (child) => child.stdout?.once("data", () => child.stdout?.destroy()));
  await server.when(({ activeRequests }) => activeRequests === 0);
  expect([code, stderr, server.requests[0]?.answer.end]).toEqual([0, "", "broken"]);
});

test.each([
  [["shoe_size=44"], "shoe_size is not a known parameter"],
  [["created_at__gte=yesterday"], "created_at__gte must be a date and time"],
  [["email__gt=x"], "email takes no operator gt"],
  [["_search=x"], "_search is no filter"],
  [["berg"], '"berg" is no filter: write name=value'],
  [["--where", "{"], "--where is not valid JSON"],
  [["--where", '{"shoe_size":44}'], "--where: "],
  [["email=a@b.se", "--where", '{"email":"c@d.se"}'], "email must be given once"],
  [["--order-by=shoe_size"], "_order_by.0 must be one of"],
  [["--out", "/dev/null"], "/dev/null is there and no file"],
  [["--environment", "test"], "--environment is api or dev.api"],
])("wrong use: %j", async (args, message) => {
  const { code, stderr } = await exporting(args);
  expect(stderr).toContain(message);
  expect([code, server.requests.length]).toEqual([2, 0]);
});
