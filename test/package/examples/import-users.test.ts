import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { type Ended, pigelloEnvironment, runExample, secrets, workFolder } from "./support/run-example.js";

let server: PigelloServer;
const { folder, remove } = workFolder();
beforeAll(async () => {
  server = await startPigelloServer({ seed: 0 });
});
afterAll(async () => {
  await server.close();
  remove();
});
beforeEach(() => {
  server.faults.clear();
  server.forgetRequests();
});

const place = (name: string): string => path.join(folder, name);
const textOf = (name: string): string => readFileSync(place(name), "utf8");

const importing = async (args: readonly string[], content?: string | Uint8Array, env = pigelloEnvironment): Promise<Ended> => {
  if (content !== undefined) writeFileSync(place(args[0] ?? ""), content);
  const ended = await runExample("import-users.mjs", [...args, "--base-url", server.url], { cwd: folder, env });
  for (const secret of secrets) expect(ended.stdout + ended.stderr).not.toContain(secret);
  return ended;
};

const bodies = (): readonly unknown[] => server.requests.flatMap(({ body }) => JSON.parse(body) as readonly unknown[]);

const sentBytes = (): number => server.requests.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);

describe("what is read", () => {
  test("quotes, line ends in quotes, the mark of the byte order, CRLF; numbers, booleans and references; empty cells are left out", async () => {
    const id = "0b0e7a52-3f0c-4a55-8d3f-1f8b4a4f8f00";
    const rows = [
      "\uFEFFdetail_access,first_name,email,is_active,role,external_clients",
      `1,"Åsa ""Å"", Berg\r\nStockholm",asa@example.org,TRUE,${id},${id} ${id}`,
      "",
      "0,Nils,,,,",
    ];
    const { code, stderr } = await importing(["read.csv"], rows.join("\r\n"));
    expect(stderr).toBe(`2 of 2 done, 0 rejected, ${sentBytes()} B sent\n2 written, 0 rejected, 0 unknown\n`);
    expect(code).toBe(0);
    expect(bodies()).toEqual([
      { detail_access: 1, first_name: 'Åsa "Å", Berg\r\nStockholm', email: "asa@example.org", is_active: true, role: { id }, external_clients: [{ id }, { id }] },
      { detail_access: 0, first_name: "Nils" },
    ]);
    expect(textOf("read.csv.rejects.csv").split("\n")).toHaveLength(2);
  });

  test("other delimiters, encodings and names of columns", async () => {
    const content = Buffer.from("Åtkomst;Förnamn;Not;\n1;Åsa;x;\n", "latin1");
    const options = ["--delimiter", ";", "--encoding", "latin1", "--map", "Åtkomst=detail_access", "--map", "Förnamn=first_name", "--map", "Not=", "--map", "="];
    expect((await importing(["other.csv", ...options], content)).code).toBe(0);
    expect(bodies()).toEqual([{ detail_access: 1, first_name: "Åsa" }]);
  });

  test("standard input, which has no total", async () => {
    const args = ["-", "--journal", "in.journal", "--rejects", "in.rejects", "--base-url", server.url];
    const { code, stderr } = await runExample("import-users.mjs", args, { cwd: folder, env: pigelloEnvironment, input: "detail_access,last_name\n0,Lund" });
    expect([code, stderr.split("\n")[0]]).toEqual([0, `1 done, 0 rejected, ${sentBytes()} B sent`]);
  });
});

describe("the reject file", () => {
  test("has the row, its line, the fields and the reasons: of this side, of the server, and of rows that are none", async () => {
    const rows = ["detail_access,first_name,email,custom_id", '1,"A\nB",,same', "7,,bad,", "", "1,C,,same", "1,few", "1,D,,,many", "1,E,,e"];
    const { code, stderr } = await importing(["mixed.csv"], rows.join("\n"));
    expect(stderr.split("\n").slice(1)).toEqual(["2 written, 4 rejected, 0 unknown", "what was not written, and why: mixed.csv.rejects.csv", ""]);
    expect(code).toBe(1);
    expect(textOf("mixed.csv.rejects.csv").split("\n")).toEqual([
      "detail_access,first_name,email,custom_id,import_line,import_status,import_field,import_reason",
      '7,,bad,,4,rejected,detail_access; email; first_name; last_name; corporate_name,"must be one of 0, 1, 2; must be an e-mail address; at least one of first_name, last_name, corporate_name is required"',
      "1,C,,same,6,rejected,custom_id,This field must be unique.",
      '1,few,,,7,rejected,,"the row has 2 cells, the header 4"',
      '1,D,,,8,rejected,,"the row has 5 cells, the header 4",many',
      "",
    ]);
  });

  test("can be mended and imported as it is", async () => {
    await importing(["first.csv"], "detail_access,first_name,email\n1,Åsa,bad\n1,Nils,n@example.org\n");
    writeFileSync(place("mended.csv"), textOf("first.csv.rejects.csv").replace("Åsa,bad", "Åsa,good@example.org"));
    server.forgetRequests();
    expect((await importing(["mended.csv"])).code).toBe(0);
    expect(bodies()).toEqual([{ detail_access: 1, first_name: "Åsa", email: "good@example.org" }]);
  });

  test("has what nobody knows, with what to do about it, and the next run does it", async () => {
    const rows = ["detail_access,first_name,custom_id", ...Array.from({ length: 6 }, (_, at) => `1,Name ${at},died-${at}`)].join("\n");
    const args = ["died.csv", "--chunk-size", "2", "--concurrency", "1"];
    server.faults.next({ status: 429, retryAfter: "0" });
    server.faults.next({ kind: "applyThenDie" });
    const first = await importing(args, rows);
    expect([first.code, first.stderr.includes("4 written, 0 rejected, 2 unknown")]).toEqual([1, true]);
    expect(textOf("died.csv.rejects.csv").match(/,[23],unknown,,.*it may have been written: look for it.*--resend/g)).toHaveLength(2);
    expect(server.requests).toHaveLength(4);

    const second = await importing(args);
    expect([second.code, server.requests.length]).toEqual([1, 4]);
    const third = await importing([...args, "--resend"]);
    // they were written, and a custom_id is unique: the server says so
    expect([third.code, third.stderr.includes("4 written, 2 rejected, 0 unknown")]).toEqual([1, true]);
    expect(server.sql("SELECT count(*) AS n FROM organizationuser WHERE custom_id LIKE 'died-%'")).toEqual([{ n: 6 }]);
  });
});

describe("an early end", () => {
  const rows = ["detail_access,first_name", ...Array.from({ length: 40 }, (_, at) => `1,Name ${at}`)].join("\n");

  test("for credentials that are not accepted says so, and what there is of the reject file does not pass for all of it", async () => {
    const { code, stderr } = await importing(["refused.csv"], rows, { ...pigelloEnvironment, PIGELLO_CLIENT_SECRET: "other-secret" });
    expect([code, stderr.includes("ended early: ") && stderr.includes("403"), stderr.includes("other-secret")]).toEqual([1, true, false]);
    expect([existsSync(place("refused.csv.rejects.csv")), existsSync(place("refused.csv.rejects.csv.part"))]).toEqual([false, true]);
  });

  test("comes where the server answers nothing any more, not after all rows are lost", async () => {
    server.faults.choose(() => ({ kind: "reset" }));
    const { code, stderr } = await importing(["dead.csv", "--chunk-size", "2", "--concurrency", "1"], rows);
    expect([code, stderr.includes("ended early: the server does not answer")]).toEqual([1, true]);
    expect(server.requests.length).toBeLessThan(6);
  });
});

describe("wrong use", () => {
  test.each([
    ["an empty file", ["empty.csv"], "", "empty.csv is empty"],
    ["columns that are none", ["columns.csv"], "Access,first_name,first_name\n", 'column "Access" is no field of a user\nmore than one column for first_name\nno column for detail_access'],
    ["another delimiter", ["semicolon.csv"], "detail_access;first_name\n", 'is the delimiter ";"?'],
    ["another encoding", ["latin.csv"], Buffer.from("detail_access,first_name\n1,Åsa", "latin1"), "latin.csv is not in utf-8"],
    ["a quote that is not closed, late in the file", ["quote.csv"], `detail_access,first_name\n${"1,x\n".repeat(500)}1,"x\n`, "a quote that is not closed, in row 502"],
    ["no file", ["none.csv"], undefined, "none.csv cannot be read (ENOENT)"],
    ["a reject file that is the input", ["same.csv", "--rejects", "same.csv"], "detail_access,first_name\n", "must be different files"],
    ["a device in place of a file", ["device.csv", "--rejects", "/dev/null"], "detail_access,first_name\n", "/dev/null is there and no file"],
    ["an option that there is not", ["--fast"], undefined, "Unknown option '--fast'"],
    ["a number that is none", ["x.csv", "--chunk-size", "0"], undefined, "--chunk-size must be a whole number"],
  ])("%s: code 2, and nothing is sent", async (_, args, content, message) => {
    const { code, stderr } = await importing(args, content);
    expect(stderr).toContain(message);
    expect([code, server.requests.length]).toEqual([2, 0]);
  });

  test("the journal of another file", async () => {
    await importing(["one.csv"], "detail_access,first_name\n1,One");
    const { code, stderr } = await importing(["two.csv", "--journal", "one.csv.journal"], "detail_access,first_name\n1,Two");
    expect([code, stderr.includes("one.csv.journal: item 0 is not the one that the journal knows")]).toEqual([2, true]);
  });

  test("no credentials: the variables are named", async () => {
    const { code, stderr } = await importing(["x.csv"], "", { PIGELLO_CUSTOMER_ID: "x" });
    expect([code, /not set in the environment: PIGELLO_APPLICATION_ID, .*PIGELLO_CLIENT_SECRET\n/.test(stderr)]).toEqual([2, true]);
  });

  test("--help is no wrong use", async () => {
    const { code, stdout, stderr } = await importing(["--help"]);
    expect([code, stdout.startsWith("node examples/import-users.mjs FILE.csv"), stderr]).toEqual([0, true, ""]);
  });
});
