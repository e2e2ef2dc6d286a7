import { expect, test } from "vitest";
import { readAhead } from "../../templates/client/read-ahead.js";

const size = 65_536;

/** Gives chunks without end, or until something happens, and counts them. */
const source = (count = Infinity, error?: Error) => {
  const seen = { reads: 0 };
  const read = async () => {
    seen.reads += 1;
    if (seen.reads <= count) return { done: false, value: new Uint8Array(size).fill(seen.reads) };
    if (error !== undefined) throw error;
    return { done: true };
  };
  return { seen, read };
};

/** Everything that goes on by itself has come to its end. */
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("no more than 256 KiB are read before they are asked for", async () => {
  const { seen, read } = source();
  const { next } = readAhead({ read });
  expect(seen.reads).toBe(0);
  await next();
  await settled();
  expect(seen.reads).toBe(5);
  // it begins again when half of them are taken
  await next();
  await settled();
  expect(seen.reads).toBe(5);
  await next();
  await settled();
  expect(seen.reads).toBe(7);
});

test("all chunks in order, then the end, as often as it is asked for", async () => {
  const { read } = source(20);
  const { next } = readAhead({ read });
  for (let number = 1; number <= 20; number++) expect((await next())?.[0]).toBe(number);
  expect(await next()).toBeUndefined();
  expect(await next()).toBeUndefined();
});

test("what was read before a failure comes first", async () => {
  const { read } = source(3, new Error("broke off"));
  const { next } = readAhead({ read });
  for (let number = 1; number <= 3; number++) expect((await next())?.[0]).toBe(number);
  await expect(next()).rejects.toThrow("broke off");
});

test("whoever waits is told of the end", async () => {
  let finish = (): void => undefined;
  const { next } = readAhead({ read: () => new Promise((resolve) => (finish = () => resolve({ done: true }))) });
  const waiting = next();
  await settled();
  finish();
  expect(await waiting).toBeUndefined();
});

test("nothing is read after it is closed", async () => {
  const { seen, read } = source();
  const { next, close } = readAhead({ read });
  await next();
  await settled();
  close();
  for (let taken = 0; taken < 4; taken++) await next();
  await settled();
  expect(seen.reads).toBe(5);
});
