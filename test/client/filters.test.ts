import { expect, test } from "vitest";
import { createClient } from "../../generated/pigello-accounts/src/client.js";
import { listOrganizationusers } from "../../generated/pigello-accounts/src/client/list-organizationusers.js";
import { startPigelloServer } from "../server/pigello-server.js";
import { credentials } from "./support/credentials.js";
import { filterCases } from "./support/filter-cases.js";

test("each of the 376 filters gives the rows that SQL gives", async () => {
  const server = await startPigelloServer();
  try {
    const client = createClient({ baseUrl: server.url, credentials });
    const cases = filterCases(server);
    expect(cases).toHaveLength(376);
    let selective = 0;
    for (const { name, where, sql, params } of cases) {
      const expected = server.sql(`SELECT u.id FROM organizationuser u WHERE ${sql} ORDER BY u.id`, [...params]).map(({ id }) => id);
      const found = await listOrganizationusers(client, { where });
      expect(found.map(({ id }) => id).toSorted(), name).toEqual(expected);
      expect(new URL(server.requests.at(-1)?.url ?? "", server.url).searchParams.has(name), name).toBe(true);
      if (expected.length > 0 && expected.length < 300) selective++;
    }
    // most of them tell some rows from others
    expect(selective).toBeGreaterThan(340);
  } finally {
    await server.close();
  }
});
