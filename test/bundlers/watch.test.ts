import { readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createApp } from "./support/app.js";
import { said } from "./support/said.js";
import { countThreads } from "./support/threads.js";
import { watchers } from "./support/watchers.js";

describe.each(Object.entries(watchers))("%s", (name, watch) => {
  test("builds again when a file of the description changes, and goes on after errors; keeps what it has loaded until it is closed", async () => {
    const app = createApp();
    const threads = countThreads();
    onTestFinished(threads.forget);
    const watcher = await watch(app, { cwd: app.folder });
    /**
     * Waits for a build that comes out so. What is written into a package is a change in turn, so a build may be followed by another,
     * but not by more and more.
     */
    const until = async (isThere: (errors: string | undefined) => boolean, mostBuilds: () => number = () => 3): Promise<void> => {
      let builds = 1;
      while (!isThere(await watcher.next())) builds += 1;
      expect(builds).toBeLessThanOrEqual(mostBuilds());
    };
    /** Rollup does not see what is written while it begins to watch a file again, so what is not noticed is written once more. */
    const changed = async (file: string, from: string, to: string, isThere: (errors: string | undefined) => boolean): Promise<void> => {
      let times = 1;
      app.change(file, from, to);
      const again = setInterval(() => {
        times += 1;
        app.touch(file);
      }, 2_000);
      await until(isThere, () => 3 * times).finally(() => clearInterval(again));
    };
    const says = (text: string) => (errors: string | undefined): boolean =>
      errors === undefined && said(readFileSync(app.at(`watched-${name}/main.js`), "utf8")).includes(text);
    const fails = (text: string) => (errors: string | undefined): boolean => errors?.includes(text) === true;

    await until(says("must have at most 20 characters"));
    await changed("schemas.yaml", "maxLength: 20", "maxLength: 10", says("must have at most 10 characters"));
    const before = app.written();
    await changed("schemas.yaml", "type: string", "type: sting", fails("schemas.yaml:5:19 error keyword-invalid"));
    expect(app.written()).toEqual(before);
    await changed("schemas.yaml", "type: sting, maxLength: 10", "type: string, maxLength: 15", says("must have at most 15 characters"));
    // plain types, which are written in another thread
    await changed("schemas.yaml", "maxLength: 15 }", "maxLength: 12 }\n    age: { type: integer }", says("must have at most 12 characters"));
    await changed("openapi-sieve.config.json", '"pets" }', '"pets", "dates": "Dates" }', fails('apis["pets"].dates must be one of'));
    expect([threads.started(), threads.alive()]).toEqual([1, 1]);
    await watcher.close();
    await vi.waitFor(() => expect(threads.alive()).toBe(0));
  });
});
