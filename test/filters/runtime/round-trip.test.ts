import { deepStrictEqual, ok } from "node:assert";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWhere, writeWhere } from "../../../templates/filters.js";
import { repeating, table } from "./table.js";
import { anyWhere, canonicalWhere } from "./where.js";

const reversed = (where: object): object => Object.fromEntries(Object.entries(where).reverse());

describe.each([
  ["comma lists", table],
  ["repeated parameters", repeating],
])("%s", (_, used) => {
  test("reading undoes writing, through the text of a query string too", () => {
    fc.assert(
      fc.property(canonicalWhere(used.fields), (where) => {
        const written = writeWhere(used, where);
        // vitest asks `constructor` for the type, which is a field here
        deepStrictEqual(readWhere(used, written), { value: where });
        deepStrictEqual(readWhere(used, new URLSearchParams(written.toString())), { value: where });
      }),
      { numRuns: 500 },
    );
  });

  test("whatever is not refused is read back, however odd the values are", () => {
    const outcomes = { written: 0, refused: 0 };
    fc.assert(
      fc.property(anyWhere(used.fields), (where) => {
        let written: URLSearchParams;
        try {
          written = writeWhere(used, where);
        } catch (error) {
          ok(error instanceof TypeError && /^filter /.test(error.message));
          outcomes.refused++;
          return;
        }
        outcomes.written++;
        deepStrictEqual(readWhere(used, new URLSearchParams(written.toString())), { value: where });
      }),
      { numRuns: 2000 },
    );
    ok(outcomes.written > 100 && outcomes.refused > 100, JSON.stringify(outcomes));
  });

  test("the order of members does not matter", () => {
    fc.assert(
      fc.property(canonicalWhere(used.fields), (where) => {
        expect(writeWhere(used, reversed(where)).toString()).toBe(writeWhere(used, where).toString());
      }),
    );
  });
});
