// A process of its own that meets every fault with every operation and tells what is left: node leak-child.mjs '{"pigello": …}'
import { getEventListeners } from "node:events";
import { uploadFile, describeFile } from "../../../generated/pigello-accounts/src/client-upload.js";
import { bulkWriteOrganizationusers } from "../../../generated/pigello-accounts/src/client/bulk-write-organizationusers.js";
import { createOrganizationuser } from "../../../generated/pigello-accounts/src/client/create-organizationuser.js";
import { paginateOrganizationusers, streamOrganizationusers } from "../../../generated/pigello-accounts/src/client/list-organizationusers.js";
import type { CommonOptions } from "../../../generated/pigello-accounts/src/runtime/client/client.js";
import { rows } from "../support/bulk-rows.js";
import { faultCases, silent } from "./fault-cases.js";
import { clientsOf, type OperationCase, operations } from "./operations.js";

export interface LeakJob {
  readonly pigello: string;
  readonly taxfiling: string;
  readonly pks: readonly string[];
  /** How many uploads there are; the storage answers each in its own way. */
  readonly uploads: number;
  /** Something that is to be found. */
  readonly sabotage?: "timer" | "rejection" | "listener";
}

export interface LeakReport {
  readonly calls: number;
  readonly failed: number;
  readonly problems: readonly string[];
}

const job = JSON.parse(process.argv[2] ?? "{}") as LeakJob;
const problems: string[] = [];
let calls = 0;
let failed = 0;
process.on("unhandledRejection", (error) => problems.push(`unhandled: ${String(error)}`));
process.on("warning", (warning) => problems.push(`warning: ${warning.name}`));

/** One for all calls, as in a program that ends them when it ends. */
const { signal } = new AbortController();
const pks = [...job.pks];

/** The server gives the fault of this name to the first request that names it. */
const clientsFor = (operation: OperationCase, fault: string, options: CommonOptions = {}) =>
  clientsOf(job[operation.api], { validate: "strict", ...options, headers: { "x-fault": encodeURIComponent(`${operation.name}/${fault}`) } }, operation.name.startsWith("delete") ? pks.shift() : pks[0]);

const sabotage = (): void => {
  if (job.sabotage === "timer") setTimeout(() => undefined, 100);
  if (job.sabotage === "rejection") void Promise.reject(new Error("nobody listens"));
  if (job.sabotage === "listener") signal.addEventListener("abort", () => undefined);
};

/** Timers of the platform do not keep a process alive, so those that do are ours. */
const leftOver = (one: AbortSignal): readonly string[] => [
  ...process.getActiveResourcesInfo().filter((name) => name === "Timeout"),
  ...getEventListeners(one, "abort").map(() => "listener"),
];

const watched = async (name: string, run: () => Promise<unknown>, ...signals: readonly AbortSignal[]): Promise<void> => {
  calls += 1;
  try {
    await run();
  } catch {
    failed += 1;
  }
  const left = [signal, ...signals].flatMap(leftOver);
  if (left.length > 0) problems.push(`${name}: ${left.join()}`);
};

const meetFaults = async (): Promise<void> => {
  for (const operation of operations) {
    for (const { name } of faultCases) await watched(`${operation.name}, ${name}`, () => operation.run(clientsFor(operation, name), { signal }));
    for (const { name } of silent) await watched(`${operation.name}, ${name}`, () => operation.run(clientsFor(operation, name), { signal, timeout: 50, retry: false }));
    for (const at of ["onRequest", "onResponse"] as const) {
      const controller = new AbortController();
      const options = { [at]: () => void setImmediate(() => controller.abort()), signal };
      await watched(`${operation.name}, aborted after ${at}`, () => operation.run(clientsFor(operation, at, options), { signal: controller.signal }), controller.signal);
    }
  }
};

const leave = async (items: AsyncIterable<unknown>): Promise<void> => {
  for await (const item of items) if (item !== undefined) break;
};

const leaveEarly = async (): Promise<void> => {
  const { pigello } = clientsOf(job.pigello, { signal });
  await watched("pages left early", () => leave(paginateOrganizationusers(pigello, { pageSize: 2 })));
  await watched("lines left early", () => leave(streamOrganizationusers(pigello)));
  await watched("results left early", () => leave(bulkWriteOrganizationusers.stream(pigello, rows(9), { chunkSize: 2 })));
};

const upload = async (): Promise<void> => {
  const { pigello } = clientsOf(job.pigello, { signal });
  const picture = new Blob(["x".repeat(100_000)]);
  for (let count = 0; count < job.uploads; count++) {
    const { profile_picture } = await createOrganizationuser(pigello, { body: { detail_access: 0, first_name: "x", profile_picture: await describeFile("x.png", picture) } });
    for (const stream of [true, false]) await watched(`upload ${count}`, () => uploadFile(pigello, profile_picture, picture, { signal, stream, timeout: 1000 }));
  }
};

if (job.sabotage === undefined) {
  await meetFaults();
  await leaveEarly();
  await upload();
}
sabotage();
// rejections that nobody handles are told after a turn
await new Promise((resolve) => setImmediate(resolve));
await watched("at the end", () => Promise.resolve());
process.stdout.write(`${JSON.stringify({ calls, failed, problems } satisfies LeakReport)}\n`);
// until the test has seen that all connections are closed, the process lives; then nothing else may keep it alive
process.stdin.resume();
