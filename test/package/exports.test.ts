import * as pigello from "pigello-accounts";
import * as taxfiling from "taxfiling-accounts";
import { describe, expect, test } from "vitest";

const packages: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["pigello-accounts", pigello],
  ["taxfiling-accounts", taxfiling],
];

test.each(packages)("%s exports these names at run time, and no others", async (name, exported) => {
  const lines = Object.entries(exported).map(([key, value]) => `${typeof value} ${key}\n`);
  await expect(lines.sort().join("")).toMatchFileSnapshot(`exports/${name}.txt`);
});

describe("names that others rely on", () => {
  const schemas = ["OrganizationuserWrite", "OrganizationuserRead"];
  const accounts = ["Account", "AccountResponse", "BatchRegisterAccountsRequest", "Product", "Order", "ResponseStatus", "ResponseError"];

  test.each([...schemas.map((name) => [name, pigello] as const), ...accounts.map((name) => [name, taxfiling] as const)])(
    "%s",
    (name, exported) => {
      expect(exported).toMatchObject({
        [`validate${name}`]: expect.any(Function),
        [`is${name}`]: expect.any(Function),
        [`${name}Schema`]: { "~standard": { version: 1, vendor: "openapi-sieve", validate: expect.any(Function) } },
      });
    },
  );

  test("batches and the list", () => {
    expect(pigello.validateOrganizationuserWriteBatch).toBeTypeOf("function");
    expect(taxfiling.validateAccountBatch).toBeTypeOf("function");
    expect(pigello.validateListOrganizationusersQuery).toBeTypeOf("function");
    expect(pigello.readListOrganizationusersWhere).toBeTypeOf("function");
    expect(pigello.writeListOrganizationusersWhere).toBeTypeOf("function");
  });
});
