import { afterAll, beforeAll, expect, test } from "vitest";
import { startTaxfilingServer, type TaxfilingServer } from "../server/taxfiling-server.js";
import { taxfilingCredentials } from "../server/taxfiling/authenticate.js";
import { describeInChromium } from "./support/describe-in-chromium.js";
import { type OpenPage, openPage } from "./support/open-page.js";

describeInChromium("the tax filing package in Chromium", (executable) => {
  let server: TaxfilingServer;
  let open: OpenPage<typeof import("./page/taxfiling-page.js")>;
  beforeAll(async () => {
    server = await startTaxfilingServer({ cors: true, order: "reversed" });
    open = await openPage(executable, "taxfiling-page.ts");
  });
  afterAll(async () => {
    await open.close();
    await server.close();
  });

  test("registers accounts in batches, every result at its place", async () => {
    const accounts = Array.from({ length: 25 }, (_, index) => ({ id: index + 1, index, refId: 1, userName: `user-${index}`, profileUrl: "https://example.org", roles: [], permissions: [] }));
    const at = { baseUrl: server.url, credentials: { bearer: taxfilingCredentials.bearer } };
    await open.run("register", at, [{ ...accounts[4]!, id: 99 }], 10);
    const results = await open.run("register", at, accounts.map((one, index) => (index === 13 ? { ...one, roles: "Admin" as never } : one)), 10);
    expect(results).toEqual(accounts.map(({ userName }, index) => (index === 4 ? "rejected userName" : index === 13 ? "rejected roles" : `written ${userName}`)));
    expect(server.rows()).toHaveLength(24);
    expect(server.requests.map(({ headers }) => headers["sec-fetch-mode"])).toEqual(["cors", "cors", "cors", "cors"]);
    expect(await open.errors()).toEqual([]);
  });
});
