import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShard, shardOf } from "../../generator/config/shard.js";

const named = (names: readonly string[]): readonly { readonly name: string }[] => names.map((name) => ({ name }));

const namesOf = (all: readonly { readonly name: string }[]): readonly string[] => all.map(({ name }) => name);

const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 });

const parts = (all: readonly string[], count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => namesOf(shardOf(named(all), { index: index + 1, count })));

describe("shards", () => {
  test("hold everything once, and as much as each other or one more, in the order that was given", () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 20 }), (all, count) => {
        const shards = parts(all, count);
        expect(shards.flat().sort()).toEqual([...all].sort());
        const sizes = shards.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const shard of shards) expect(shard).toEqual(all.filter((name) => shard.includes(name)));
      }),
    );
  });

  test("do not depend on the order of the configuration", () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 20 }), (all, count) => {
        const sorted = (shards: readonly (readonly string[])[]): unknown => shards.map((shard) => [...shard].sort());
        expect(sorted(parts([...all].reverse(), count))).toEqual(sorted(parts(all, count)));
      }),
    );
  });

  test("change by at most one thing at each border where something is added", () => {
    fc.assert(
      fc.property(names, fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 20 }), (all, added, count) => {
        fc.pre(!all.includes(added));
        const [before, after] = [parts(all, count), parts([...all, added], count)];
        const moved = all.filter((name) => before.findIndex((shard) => shard.includes(name)) !== after.findIndex((shard) => shard.includes(name)));
        expect(moved.length).toBeLessThanOrEqual(count - 1);
      }),
    );
  });

  test("are the same on every machine", () => {
    expect(parts(["airflow", "asana", "netbox", "notion", "stripe"], 2)).toMatchInlineSnapshot(`
      [
        [
          "airflow",
          "stripe",
        ],
        [
          "asana",
          "netbox",
          "notion",
        ],
      ]
    `);
  });
});

test.each([["1/1", { index: 1, count: 1 }], ["2/4", { index: 2, count: 4 }], ["04/04", { index: 4, count: 4 }]])("%s is a shard", (text, shard) => {
  expect(readShard(text)).toEqual(shard);
});

test.each(["", "1", "0/2", "3/2", "1/0", "-1/2", "1/2/3", "1.5/2", " 1/2", "a/b", "1/99999"])("%j is none", (text) => {
  expect(readShard(text)).toBeUndefined();
});
