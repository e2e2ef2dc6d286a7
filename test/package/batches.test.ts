import { validateOrganizationuserWriteBatch } from "pigello-accounts";
import { type Account, validateAccountBatch, validateBatchRegisterAccountsRequest } from "taxfiling-accounts";
import { describe, expect, test } from "vitest";

const account = (userName: string, index = 0): Account => ({
  id: index,
  index,
  refId: 7,
  userName,
  profileUrl: "https://example.org",
  roles: [],
  permissions: [],
});

describe("issues are told by item", () => {
  test("each with the index of its item first in its path", () => {
    const rows = [{ detail_access: 0, first_name: "Ada" }, { detail_access: 0 }, { detail_access: 9, last_name: "L", email: "?" }, 7];
    const { issues = [] } = validateOrganizationuserWriteBatch(rows);
    expect(issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["atLeastOne", 1],
      ["enum", 2, "detail_access"],
      ["format", 2, "email"],
      ["type", 3],
    ]);
  });

  test("a batch is an array", () => {
    expect(validateOrganizationuserWriteBatch({}).issues).toMatchObject([{ code: "type", path: [] }]);
    expect(validateOrganizationuserWriteBatch([])).toEqual({ value: [] });
  });

  test("abortEarly stops at the first item that is wrong", () => {
    const { issues } = validateOrganizationuserWriteBatch([{ detail_access: 0 }, {}, {}], { abortEarly: true });
    expect(issues).toMatchObject([{ code: "atLeastOne", path: [0] }]);
  });
});

describe("duplicates by key", () => {
  const duplicate = (first: number, second: number, path: readonly (string | number)[]) => ({
    code: "uniqueBy",
    path,
    message: `items ${first} and ${second} have the same userName`,
    fields: ["userName"],
  });

  test("each repeated item is told, with the item that had the key first", () => {
    const accounts = ["ada", "bob", "ada", "eve", "ada", "eve"].map((name, index) => account(name, index));
    expect(validateAccountBatch(accounts)).toEqual({
      issues: [duplicate(0, 2, [2]), duplicate(0, 4, [4]), duplicate(3, 5, [5])],
    });
  });

  test("also where the batch is a member of the body", () => {
    expect(validateBatchRegisterAccountsRequest({ accounts: [account("ada"), account("ada")] })).toEqual({
      issues: [duplicate(0, 1, ["accounts", 1])],
    });
  });

  test("items without the key do not count as equal, and keys of different types are different", () => {
    const { issues = [] } = validateAccountBatch([{}, {}, { userName: "1" }, { userName: 1 }, { userName: null }, { userName: null }]);
    expect(issues.filter(({ code }) => code === "uniqueBy")).toEqual([]);
  });

  // With one comparison per pair this would be five thousand million steps, and the test would not end.
  test("a hundred thousand items are looked at once each", () => {
    const accounts = Array.from({ length: 100_000 }, (_, index) => account(`user ${index}`, index));
    expect(validateAccountBatch(accounts).issues).toBeUndefined();
    const { issues } = validateAccountBatch([...accounts, account("user 5")]);
    expect(issues).toEqual([duplicate(5, 100_000, [100_000])]);
  });

  test("a hundred thousand equal items give an issue each", () => {
    const { issues = [] } = validateAccountBatch(Array.from({ length: 100_000 }, () => account("ada")));
    expect(issues).toHaveLength(99_999);
    expect(issues.at(-1)).toEqual(duplicate(0, 99_999, [99_999]));
  });
});

describe("work", () => {
  /** An account that counts how often its fields are looked at. */
  const countedAccounts = (count: number): { readonly items: readonly unknown[]; readonly reads: () => number } => {
    let reads = 0;
    const items = Array.from({ length: count }, (_, index) =>
      Object.defineProperties(
        {},
        Object.fromEntries(
          Object.entries(account(`user ${index}`, index)).map(([name, value]) => [name, { enumerable: true, get: () => (reads++, value) }]),
        ),
      ),
    );
    return { items, reads: () => reads };
  };

  const readsOf = (count: number, change: (items: unknown[]) => void = () => undefined): number => {
    const { items, reads } = countedAccounts(count);
    const batch = [...items];
    change(batch);
    validateAccountBatch(batch);
    return reads();
  };

  test("grows with the number of items and with nothing else", () => {
    const one = readsOf(1);
    // each field once for its type, and the key once more
    expect(one).toBeLessThanOrEqual(2 * Object.keys(account("")).length);
    expect(readsOf(2_000)).toBe(2_000 * one);
    expect(readsOf(200_000)).toBe(200_000 * one);
  });

  test("is no more than twice as much where an item is wrong, or repeats another", () => {
    const count = 2_000;
    const good = readsOf(count);
    expect(readsOf(count, (items) => void (items[count - 1] = {}))).toBeLessThanOrEqual(2 * good);
    expect(readsOf(count, (items) => void (items[count - 1] = items[0]))).toBeLessThanOrEqual(2 * good);
  });

  test("leaves the items where they are", () => {
    const items = [account("ada"), account("bob")];
    const { issues, ...result } = validateAccountBatch(items);
    expect("value" in result && result.value).toBe(items);
    expect(issues).toBeUndefined();
  });
});
