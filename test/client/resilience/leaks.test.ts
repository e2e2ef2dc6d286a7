import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Fault } from "../../server/http/faults.js";
import type { Origin } from "../../server/http/origin.js";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { startTaxfilingServer, type TaxfilingServer } from "../../server/taxfiling-server.js";
import { faultCases, silent } from "./fault-cases.js";
import type { LeakJob, LeakReport } from "./leak-child.js";
import { operations } from "./operations.js";

let pigello: PigelloServer;
let taxfiling: TaxfilingServer;
let folder: string;

const uploadFaults: readonly (Fault | undefined)[] = [undefined, { kind: "reset" }, { kind: "hang" }, { kind: "applyThenDie" }, { status: 403 }, { status: 503 }, { kind: "redirect", status: 307, to: "other" }];

/** The faults by the names that the process gives them, each for one request. */
const chooseByName = (server: Origin): void => {
  const faults = new Map<string, Fault>();
  for (const operation of operations) for (const { name, fault } of [...faultCases, ...silent]) faults.set(`${operation.name}/${name}`, fault(operation));
  for (const { name } of operations) faults.set(`${name}/onRequest`, { kind: "hang" }).set(`${name}/onResponse`, { kind: "stall" });
  server.faults.choose(({ headers }) => {
    const name = decodeURIComponent(String(headers["x-fault"]));
    const fault = faults.get(name);
    faults.delete(name);
    return fault;
  });
};

beforeAll(async () => {
  pigello = await startPigelloServer({ seed: 80, unique: [], partial: true, keepAlive: false });
  taxfiling = await startTaxfilingServer({ keepAlive: false });
  folder = mkdtempSync(path.join(tmpdir(), "leaks-"));
  const entry = fileURLToPath(new URL("leak-child.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile: path.join(folder, "leak-child.mjs"), bundle: true, platform: "node", format: "esm", logLevel: "error" });
});
afterAll(async () => {
  await pigello.close();
  await taxfiling.close();
  rmSync(folder, { recursive: true });
});

/** The first line of the process, which then waits for the end of its input. */
const reported = async (child: ChildProcess): Promise<LeakReport> => {
  if (child.stdout === null) throw new Error("no output");
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as LeakReport;
  throw new Error("the process ended without a report");
};

const runChild = async (job: Pick<LeakJob, "sabotage">): Promise<LeakReport> => {
  for (const server of [pigello, taxfiling]) chooseByName(server);
  if (job.sabotage === undefined) for (const fault of uploadFaults) for (let streamed = 0; streamed < 2; streamed++) pigello.uploads.faults.next(fault ?? { kind: "wait", until: Promise.resolve() });
  const pks = pigello.rows().map((row) => String(row["id"]));
  const all: LeakJob = { ...job, pigello: pigello.url, taxfiling: taxfiling.url, pks, uploads: uploadFaults.length };
  const child = spawn(process.execPath, [path.join(folder, "leak-child.mjs"), JSON.stringify(all)], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close") as Promise<[code: number | null]>;
  const report = await reported(child);
  // the process is alive, and has closed every connection
  for (const server of [pigello, taxfiling, pigello.other, taxfiling.other, pigello.uploads]) await server.when(({ openSockets, activeRequests }) => openSockets + activeRequests === 0);
  child.stdin?.end();
  expect(await ended).toEqual([0, null]);
  return report;
};

test("no operation leaves a timer, a listener, a connection or a rejection behind, whatever goes wrong", async () => {
  const { problems, calls, failed } = await runChild({});
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(operations.length * faultCases.length);
  // most of the faults were met indeed
  expect(failed).toBeGreaterThan(calls / 3);
  expect(pigello.uploads.faults.pending()).toBe(0);
});

test.each([
  ["timer", "at the end: Timeout"],
  ["listener", "at the end: listener"],
  ["rejection", "unhandled: Error: nobody listens"],
] as const)("a %s that is left behind is seen", async (sabotage, problem) => {
  expect((await runChild({ sabotage })).problems).toEqual([problem]);
});
