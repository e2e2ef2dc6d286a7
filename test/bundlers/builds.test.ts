import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createApp } from "./support/app.js";
import { type Build, builds } from "./support/builds.js";
import { said } from "./support/said.js";
import { countThreads } from "./support/threads.js";

// one for all bundlers: what the first has generated is there for the others
const app = createApp();
const options = { cwd: app.folder };

describe.each(Object.keys(builds).map((name, index) => ({ name, longest: 10 + index })))("$name", ({ name, longest }) => {
  const build = builds[name] as Build;
  const expected = [`must have at most ${longest} characters`];

  test("bundles what the description gives, and leaves no thread", async () => {
    const threads = countThreads();
    onTestFinished(threads.forget);
    // another property, which is another type
    app.change("schemas.yaml", /maxLength: \d+ \}/, `maxLength: ${longest} }\n    age${longest}: { type: integer }`);
    expect(said(await build(app, options))).toEqual(expected);
    expect(threads.started()).toBe(1);
    await vi.waitFor(() => expect(threads.alive()).toBe(0));
  });

  test("writes nothing where nothing has changed", async () => {
    const before = app.written();
    await build(app, options);
    expect(app.written()).toEqual(before);
  });

  test("fails with the errors of the description, and leaves the package as it was", async () => {
    const before = app.written();
    app.change("schemas.yaml", "type: string", 'type: string, $ref: "#/Name"');
    try {
      await expect(build(app, options)).rejects.toThrow(/schemas\.yaml:5:33 error ref-unresolved [^]*1 error: pets stays as it was/);
      expect(said(await build(app, { ...options, failOnError: false }))).toEqual(expected);
    } finally {
      app.change("schemas.yaml", 'type: string, $ref: "#/Name"', "type: string");
    }
    expect(app.written()).toEqual(before);
  });

  test("takes the configuration among its options, and its warnings as errors", async () => {
    const strict = { ...options, apis: { pets: { input: "openapi.yaml", out: "pets" } }, strict: true };
    expect(said(await build(app, strict))).toEqual(expected);
    app.change("schemas.yaml", "type: string", "type: string, format: pet-name");
    try {
      await expect(build(app, strict)).rejects.toThrow(/warning format-unknown/);
    } finally {
      app.change("schemas.yaml", "type: string, format: pet-name", "type: string");
    }
  });
});
