import { defineConfig } from "vitest/config";

/** Tests that use what `npm run generate` makes: the built tool and both packages. */
const built = ["test/{types,package,cli,browser,redocly,bundlers,action}/**/*.test.ts", "test/spec/lint.test.ts", "test/determinism.test.ts"];

/** Long runs, by hand: npm run campaign:corpora */
const campaigns = ["test/campaigns/**/*.test.ts"];

/** The built tool is run as it is shipped. */
const tool = new RegExp(`^(?:file://)?${new URL("dist/", import.meta.url).pathname.replaceAll(/[^\w/]/g, "\\$&")}`);

export default defineConfig({
  test: {
    // one fewer, as is the default, would leave half of a machine with two processors idle
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ["test/support/temporary-folder.ts"],
    projects: [
      { extends: true, test: { name: "sources", include: ["test/**/*.test.ts"], exclude: [...built, ...campaigns] } },
      ...(process.env["CAMPAIGNS"] === undefined ? [] : [{ extends: true as const, test: { name: "campaigns", include: campaigns } }]),
      { extends: true, test: { name: "packages", include: built, globalSetup: ["test/package/support/build.ts"], server: { deps: { external: [tool] } } } },
    ],
  },
});
