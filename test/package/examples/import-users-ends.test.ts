import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "../../server/pigello-server.js";
import { idsIn } from "../../client/support/bulk-rows.js";
import { type Ended, exampleFile, pigelloEnvironment, runExample, runProcess, workFolder } from "./support/run-example.js";

let server: PigelloServer;
const { folder, remove } = workFolder();
beforeAll(async () => {
  // nothing is unique: what is sent twice is there twice
  server = await startPigelloServer({ seed: 0, unique: [] });
});
afterAll(async () => {
  await server.close();
  remove();
});
beforeEach(() => {
  server.faults.clear();
  server.forgetRequests();
});

const writeRows = (name: string, count: number): void =>
  writeFileSync(path.join(folder, name), ["detail_access,first_name,custom_id", ...Array.from({ length: count }, (_, at) => `1,Name ${at},${name}-${at}`)].join("\n"));

const args = (name: string): readonly string[] => [name, "--base-url", server.url, "--chunk-size", "5", "--concurrency", "2"];

/** Rows of a file by how often they are there. */
const countsOf = (name: string): ReadonlyMap<unknown, number> =>
  new Map(server.sql("SELECT custom_id AS id, count(*) AS n FROM organizationuser WHERE custom_id LIKE ? GROUP BY custom_id", [`${name}-%`]).map(({ id, n }) => [id, Number(n)]));

/** An import that gets a signal at its n-th request. */
const signalled = (name: string, at: number, signal: NodeJS.Signals): Promise<Ended> =>
  runExample("import-users.mjs", args(name), {
    cwd: folder,
    env: pigelloEnvironment,
    onStart: (child) => {
      let requests = 0;
      server.faults.choose(() => {
        requests += 1;
        if (requests === at) child.kill(signal);
        return undefined;
      });
    },
  });

test("killed again and again, it ends with every acknowledged row there once", async () => {
  writeRows("killed", 100);
  for (const at of [2, 1, 5, 3]) {
    const { signal } = await signalled("killed", at, "SIGKILL");
    expect(signal).toBe("SIGKILL");
    await server.when(({ activeRequests }) => activeRequests === 0);
  }
  server.faults.clear();
  const { code, stderr } = await runExample("import-users.mjs", args("killed"), { cwd: folder, env: pigelloEnvironment });
  const [, written, unknown] = /(\d+) written, 0 rejected, (\d+) unknown/.exec(stderr) ?? [];
  // no more than what was on its way when the process died
  expect([Number(written) + Number(unknown), Number(unknown) <= 4 * 10, code]).toEqual([100, true, unknown === "0" ? 0 : 1]);
  const sent = server.requests.flatMap(({ body }) => (body === "" ? [] : idsIn(body)));
  expect(new Set(sent).size).toBe(sent.length);
  const there = countsOf("killed");
  expect(Math.max(...there.values())).toBe(1);
  expect(there.size).toBeGreaterThanOrEqual(Number(written));

  // and then there is nothing left to do
  server.forgetRequests();
  await runExample("import-users.mjs", args("killed"), { cwd: folder, env: pigelloEnvironment });
  expect(server.requests).toEqual([]);
});

test("interrupted, it waits for what is on its way, keeps its state and gives 130; the next run does the rest", async () => {
  writeRows("interrupted", 100);
  const { code, stderr } = await signalled("interrupted", 4, "SIGINT");
  expect(stderr).toContain("stopping when what is on its way is answered");
  const [, written] = /(\d+) written, 0 rejected, 0 unknown\nended early: interrupted; run the same command again/.exec(stderr) ?? [];
  expect([code, Number(written)]).toEqual([130, countsOf("interrupted").size]);
  expect(Number(written)).toBeLessThan(100);
  expect(existsSync(path.join(folder, "interrupted.rejects.csv"))).toBe(false);

  server.faults.clear();
  const second = await runExample("import-users.mjs", args("interrupted"), { cwd: folder, env: pigelloEnvironment });
  expect([second.code, second.stderr.includes("100 written, 0 rejected, 0 unknown")]).toEqual([0, true]);
  expect([...countsOf("interrupted").values()]).toEqual(Array.from({ length: 100 }, () => 1));
});

test("interrupted twice, it does not wait for a server that says nothing", async () => {
  writeRows("twice", 100);
  const { code, stderr } = await runExample("import-users.mjs", args("twice"), {
    cwd: folder,
    env: pigelloEnvironment,
    onStart: (child) => {
      server.faults.choose(() => {
        if (server.traffic().activeRequests === 2) child.kill("SIGINT");
        return { kind: "hang" };
      });
      // the second one when the first is understood
      child.stderr?.once("data", () => child.kill("SIGINT"));
    },
  });
  expect([code, stderr.includes("10 unknown")]).toEqual([130, true]);
});

const hasScript = ((): boolean => {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
})();

test.skipIf(!hasScript)("on a pseudo-terminal (script of util-linux) there is a bar, as wide as it may be", async () => {
  writeRows("terminal", 60);
  const command = `stty cols 60 && '${process.execPath}' '${exampleFile("import-users.mjs")}' ${args("terminal").join(" ")}`;
  const { code, stdout } = await runProcess("script", ["-qec", command, "/dev/null"], { cwd: folder, env: { ...pigelloEnvironment, TERM: "xterm", SHELL: "/bin/sh" } });
  const [last = "", ...more] = stdout.split("\r").filter((line) => line.startsWith("[")).toReversed();
  expect([code, last.replace("\u001b[K", "")]).toEqual([0, expect.stringMatching(/^\[=+\] 100% {2}60\/60/)]);
  expect([last, ...more].every((line) => line.replace("\u001b[K", "").length < 60)).toBe(true);
  expect(stdout).toContain("60 written, 0 rejected, 0 unknown");
});
