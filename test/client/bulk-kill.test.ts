import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "../server/pigello-server.js";
import { idsIn } from "./support/bulk-rows.js";

let server: PigelloServer;
let folder: string;

beforeAll(async () => {
  server = await startPigelloServer({ seed: 0, unique: [] });
  folder = mkdtempSync(path.join(tmpdir(), "bulk-kill-"));
  const entry = fileURLToPath(new URL("support/bulk-import.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile: path.join(folder, "bulk-import.mjs"), bundle: true, platform: "node", format: "esm", logLevel: "error" });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The same moments in each run of the test, as far as processes can be told when to die. */
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const ticks = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at++) await new Promise((resolve) => setImmediate(resolve));
};

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

const ended = (child: ChildProcess, onOutput: (all: string) => void): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => onOutput((output += chunk.toString())));
    child.once("error", reject);
    child.once("close", (code, signal) => (code === 0 || signal !== null ? resolve({ signal, output }) : reject(new Error(`the import ended with ${code}`))));
  });

/** Where an import is killed: at its n-th request, or after its n-th chunk, some turns of the event loop later. */
interface Moment {
  readonly at: "request" | "progress";
  readonly count: number;
  readonly ticks: number;
}

const runImport = (job: object, moment: Moment | undefined): Promise<Ended> => {
  const child = spawn(process.execPath, [path.join(folder, "bulk-import.mjs"), JSON.stringify(job)], { stdio: ["ignore", "pipe", "inherit"] });
  const kill = async (): Promise<void> => {
    await ticks(moment?.ticks ?? 0);
    child.kill("SIGKILL");
  };
  let requests = 0;
  server.faults.choose(() => {
    requests += 1;
    if (moment?.at === "request" && requests === moment.count) void kill();
    return undefined;
  });
  return ended(child, (output) => {
    if (moment?.at === "progress" && output.length >= moment.count) void kill();
  });
};

/** What the journal says to be written: read by a program that knows nothing of the one that wrote it. */
const acknowledged = (file: string): ReadonlySet<number> => {
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line.startsWith('{"event":"answered"') && line.endsWith("}"));
  const ranges = lines.flatMap((line) => (JSON.parse(line) as { readonly written?: readonly (readonly [number, number])[] }).written ?? []);
  return new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)));
};

test("an import that is killed again and again ends with each acknowledged row there once, and none lost", async () => {
  const next = random(4);
  const count = 600;
  const journal = path.join(folder, "journal");
  const job = { baseUrl: server.url, journal, count };
  let kills = 0;
  let last: Ended | undefined;
  for (let run = 0; last?.signal !== null && run < 40; run++) {
    const before = run === 0 ? new Set<number>() : acknowledged(journal);
    const first = server.requests.length;
    const moment: Moment = { at: next() < 0.5 ? "request" : "progress", count: 1 + Math.floor(next() * 12), ticks: Math.floor(next() * 20) };
    last = await runImport(job, run < 12 ? moment : undefined);
    if (last.signal !== null) kills += 1;
    // a process that is dead may have left requests
    await server.when(({ activeRequests }) => activeRequests === 0);
    const sent = server.requests.slice(first).flatMap(({ body }) => (body === "" ? [] : idsIn(body)));
    for (const id of sent) expect(before.has(Number(id.slice("row-".length)))).toBe(false);
  }
  expect(kills).toBeGreaterThan(5);

  const statuses = last?.output.split("\n")[1] ?? "";
  expect(statuses).toMatch(/^[wu]{600}$/);
  const there = new Map(server.sql("SELECT custom_id AS id, count(*) AS n FROM organizationuser GROUP BY custom_id").map(({ id, n }) => [id, Number(n)]));
  for (let index = 0; index < count; index++) {
    const rows = there.get(`row-${index}`) ?? 0;
    // unknown is what was on its way when the process died
    if (statuses[index] === "w") expect([index, rows]).toEqual([index, 1]);
    else expect(rows).toBeLessThanOrEqual(1);
  }
  expect(statuses.replaceAll("w", "").length).toBeLessThanOrEqual(kills * 30);
});
