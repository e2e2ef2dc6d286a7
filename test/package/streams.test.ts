import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { type OrganizationuserRead, validateOrganizationuserReadStream, validateOrganizationuserWriteStream } from "pigello-accounts";
import {
  type Account,
  type Issue,
  type StreamItem,
  type StreamOptions,
  type StreamSource,
  validateAccount,
  validateAccountBatch,
  validateAccountStream,
} from "taxfiling-accounts";
import { describe, expect, expectTypeOf, test } from "vitest";

const account = (userName: string): Account => ({
  id: 1,
  index: 0,
  refId: 7,
  userName,
  profileUrl: "https://example.org",
  roles: [],
  permissions: [],
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* sourceOf<Chunk>(chunks: Iterable<Chunk>): AsyncGenerator<Chunk, void, undefined> {
  yield* chunks;
}

const all = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};

const validated = (chunks: Iterable<unknown>, options?: StreamOptions): Promise<readonly StreamItem<Account>[]> =>
  all(validateAccountStream(sourceOf(chunks), options));

/** "3 1 valid": line, index, and the verdict or the codes of the issues. */
const told = (items: readonly StreamItem<unknown>[]): readonly string[] =>
  items.map(({ line, index, issues }) => `${line} ${index} ${issues === undefined ? "valid" : issues.map(({ code }) => code).join(" ")}`);

const ada = JSON.stringify(account("ada"));
const eve = JSON.stringify(account("eve"));

describe("JSON Lines", () => {
  test("each line is told with its number, its index and its value", async () => {
    expect(await validated([`${ada}\n${eve}\n`])).toEqual([
      { line: 1, index: 0, value: account("ada") },
      { line: 2, index: 1, value: account("eve") },
    ]);
  });

  test("paths of issues begin at the item", async () => {
    const [item] = await validated([`{"roles":[7]}\n`]);
    expect(item).toMatchObject({ line: 1, index: 0 });
    expect(item?.issues).toEqual(validateAccount({ roles: [7] }).issues);
    expect(item).not.toHaveProperty("value");
  });

  test("blank lines count as lines and are no items, and so is what follows the last line feed", async () => {
    expect(told(await validated([`\n${ada}\n\n \t \n${eve}\n`]))).toEqual(["2 0 valid", "5 1 valid"]);
    expect(await validated([""])).toEqual([]);
    expect(await validated([])).toEqual([]);
    expect(await validated(["\n\r\n"])).toEqual([]);
  });

  test("CRLF, a byte order mark, and a last line that nothing ends", async () => {
    expect(told(await validated([`\uFEFF${ada}\r\n\r\n${eve}`]))).toEqual(["1 0 valid", "3 1 valid"]);
    expect(told(await validated([bytesOf(`\uFEFF${ada}\r\n${eve}\r`)]))).toEqual(["1 0 valid", "2 1 valid"]);
    expect(told(await validated([bytesOf(`${ada}\n\uFEFF${eve}\n`)]))).toEqual(["1 0 valid", "2 1 json"]);
  });

  test("broken JSON and bad UTF-8 are issues of their line, and what follows is read", async () => {
    const bad = new Uint8Array([...bytesOf(`${ada}\n{"userName":"`), 0xc3, 0x28, ...bytesOf(`"}\n{"a":\n${eve}\n`)]);
    expect(told(await validated([bad]))).toEqual(["1 0 valid", "2 1 encoding", "3 2 json", "4 3 valid"]);
    const cut = new Uint8Array([...bytesOf(`${ada}\n"`), 0xf0, 0x9f]);
    expect(told(await validated([cut]))).toEqual(["1 0 valid", "2 1 encoding"]);
  });

  test("messages say nothing of the input", async () => {
    const items = await validated(['{"passwordHash": s3cret}\n', new Uint8Array([0xff, 10]), "x".repeat(60)], { maxLineLength: 50 });
    expect(items.map(({ issues }) => issues)).toEqual([
      [{ code: "json", path: [], message: "is not valid JSON" }],
      [{ code: "encoding", path: [], message: "is not valid UTF-8" }],
      [{ code: "lineTooLong", path: [], message: "must be a line of at most 50 characters" }],
    ]);
  });

  test("a chunk that is neither text nor bytes spoils its line only", async () => {
    expect(told(await validated([`${ada}\n{"userName"`, 7, `:"x"}\n${eve}`, {}, "\n", null]))).toEqual([
      "1 0 valid",
      "2 1 encoding",
      "3 2 encoding",
      "4 3 encoding",
    ]);
  });

  test("chunks may be of either kind, buffers and views included, and may be filled anew", async () => {
    const shared = Buffer.alloc(8);
    const bytes = Buffer.from(`${ada}\n${eve}\n`);
    async function* reused(): AsyncGenerator<unknown> {
      for (let from = 0; from < bytes.length; from += shared.length) yield shared.subarray(0, bytes.copy(shared, 0, from));
      yield `${ada.slice(0, 9)}`;
      yield new DataView(Uint8Array.from(bytesOf(ada.slice(9))).buffer);
    }
    expect(told(await all(validateAccountStream(reused())))).toEqual(["1 0 valid", "2 1 valid", "3 2 valid"]);
  });

  test("names that every object inherits are data", async () => {
    const [item] = await validated([`${ada.slice(0, -1)},"__proto__":{"isAdmin":true}}\n`]);
    expect(item?.issues === undefined && Object.getPrototypeOf(item?.value)).toBe(Object.prototype);
  });
});

describe("the limit of a line", () => {
  const text = (length: number): string => JSON.stringify("å".repeat(length - 2));
  const tellsAt = async (lines: readonly string[], maxLineLength: number): Promise<readonly string[]> =>
    told(await validated([bytesOf(lines.join("\n"))], { maxLineLength }));

  test("is the number of its code units, without its end", async () => {
    expect(await tellsAt([text(10), text(11), text(10)], 10)).toEqual(["1 0 type", "2 1 lineTooLong", "3 2 type"]);
    expect(told(await validated([`\uFEFF${text(10)}\r\n${text(10)}\r`], { maxLineLength: 10 }))).toEqual(["1 0 type", "2 1 type"]);
    expect(await tellsAt(['"😀"', '"😀😀"'], 4)).toEqual(["1 0 type", "2 1 lineTooLong"]);
  });

  test("is a mebi of them unless told otherwise", async () => {
    const longest = text(2 ** 20);
    expect(told(await validated([longest, "\n", `${longest} \n1`]))).toEqual(["1 0 type", "2 1 lineTooLong", "3 2 type"]);
    expect(told(await validated([`${longest} \n`], { maxLineLength: Infinity }))).toEqual(["1 0 type"]);
    expect(told(await validated(["1\n"], { maxLineLength: Number.NaN }))).toEqual(["1 0 type"]);
  });

  test("many lines, and one of half a gibi, fit into a small heap", async () => {
    const script = fileURLToPath(new URL("support/stream-memory.mjs", import.meta.url));
    const count = 100_000;
    const { stdout } = await promisify(execFile)(process.execPath, ["--max-old-space-size=24", script, String(count)]);
    const seen = JSON.stringify({ valid: count + 1, codes: ["lineTooLong"] });
    expect(stdout).toBe(`${seen}\n${seen}\n`);
  });
});

describe("items", () => {
  test("each chunk that is no text is an item on a line of its own", async () => {
    expect(told(await validated([account("ada"), {}, 7, null, undefined, "text", [account("eve")]]))).toEqual([
      "1 0 valid",
      `2 1 ${validateAccount({}).issues?.map(({ code }) => code).join(" ")}`,
      "3 2 type",
      "4 3 type",
      "5 4 type",
      "6 5 type",
      "7 6 type",
    ]);
  });

  test("`input` decides where the first chunk would not", async () => {
    expect(told(await validated(["1\n2\n"], { input: "items" }))).toEqual(["1 0 type"]);
    expect(told(await validated([1, "2\n3\n"], { input: "lines" }))).toEqual(["1 0 encoding", "2 1 type"]);
  });

  test("a value is given back as it is", async () => {
    const item = account("ada");
    const [first] = await validated([item]);
    expect(first?.issues === undefined && first?.value).toBe(item);
  });
});

describe("options of the validator", () => {
  test("abortEarly gives one issue an item, and does not end the stream", async () => {
    const items = await validated(["{}\n{}\n", `${ada}\n`], { abortEarly: true });
    expect(told(items)).toEqual(["1 0 required", "2 1 required", "3 2 valid"]);
  });

  test("messages are asked for those of lines too", async () => {
    const messages = { json: () => "kein JSON", lineTooLong: ({ limit }: { readonly limit: number }) => `mehr als ${limit}` };
    const items = await validated(["{\n", "12345678\n"], { messages, maxLineLength: 5 });
    expect(items.map(({ issues = [] }) => issues[0]?.message)).toEqual(["kein JSON", "mehr als 5"]);
  });
});

interface Watched {
  readonly source: AsyncIterable<string>;
  readonly pulls: () => number;
  readonly closed: () => number;
}

const watched = (chunk: string): Watched => {
  let pulls = 0;
  let closed = 0;
  const iterator: AsyncIterator<string> = {
    next: async () => ({ done: false, value: (pulls++, chunk) }),
    return: async () => ({ done: true, value: (closed++, undefined) }),
  };
  return { source: { [Symbol.asyncIterator]: () => iterator }, pulls: () => pulls, closed: () => closed };
};

describe("the source", () => {
  test("is asked only when all that it gave is taken, and closed when the loop is left", async () => {
    const { source, pulls, closed } = watched(`${ada}\n${ada}\n`);
    const items = validateAccountStream(source);
    expect(pulls()).toBe(0);
    const seen: number[] = [];
    for await (const { index } of items) {
      seen.push(pulls());
      if (index === 4) break;
    }
    expect(seen).toEqual([1, 1, 2, 2, 3]);
    expect([pulls(), closed()]).toEqual([3, 1]);
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  test("is closed by `return` and by `throw`, too", async () => {
    const [first, second] = [watched(`${ada}\n`), watched(`${ada}\n`)];
    const [one, two] = [validateAccountStream(first.source), validateAccountStream(second.source)];
    await Promise.all([one.next(), two.next()]);
    await one.return();
    await expect(two.throw(new Error("enough"))).rejects.toThrow("enough");
    expect([first.closed(), second.closed()]).toEqual([1, 1]);
  });

  const streamOf = (chunks: readonly string[], onCancel: () => void): ReadableStream<Uint8Array> => {
    const left = [...chunks];
    return new ReadableStream({
      pull: (controller) => {
        const next = left.shift();
        if (next === undefined) controller.close();
        else controller.enqueue(bytesOf(next));
      },
      cancel: onCancel,
    });
  };

  /** A ReadableStream as browsers have it that cannot iterate it. */
  const readerOnly = (stream: ReadableStream<Uint8Array>): StreamSource => ({ getReader: () => stream.getReader() });

  test.each([
    ["a ReadableStream", (stream: ReadableStream<Uint8Array>): StreamSource => stream],
    ["one that has a reader only", readerOnly],
  ])("%s is read to its end and let go, or cancelled", async (_, as) => {
    let cancelled = 0;
    const [whole, part] = ["whole", "part"].map(() => streamOf([ada, `\n${eve}`, "\n"], () => void cancelled++)) as [
      ReadableStream<Uint8Array>,
      ReadableStream<Uint8Array>,
    ];
    expect(told(await all(validateAccountStream(as(whole))))).toEqual(["1 0 valid", "2 1 valid"]);
    expect([cancelled, whole.locked]).toEqual([0, false]);
    for await (const _item of validateAccountStream(as(part))) break;
    expect([cancelled, part.locked]).toEqual([1, false]);
  });

  test("the body of a Response is one", async () => {
    const { body } = new Response(`${ada}\n${eve}\n`);
    if (body === null) throw new Error("there is no body");
    expect(told(await all(validateAccountStream(body)))).toEqual(["1 0 valid", "2 1 valid"]);
  });

  test("what it throws is passed on, after the items before", async () => {
    async function* failing(): AsyncGenerator<string> {
      yield `${ada}\n${eve}`;
      throw new Error("connection lost");
    }
    const items = validateAccountStream(failing());
    expect(await items.next()).toMatchObject({ value: { line: 1 } });
    await expect(items.next()).rejects.toThrow("connection lost");
  });
});

/** Lines of every kind, as bytes without their end. */
const line = fc.oneof(
  { arbitrary: fc.constantFrom(ada, eve, "{}", '{"roles":[1]}', "[]", "", " ", '"a\\nb"').map(bytesOf), weight: 4 },
  { arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => bytesOf(JSON.stringify(text))), weight: 2 },
  fc.constantFrom('{"a":', "\r", "x", "\uFEFF1", "1".repeat(400)).map(bytesOf),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => bytes.filter((byte) => byte !== 10)),
  fc.uint8Array({ minLength: 1300, maxLength: 1400 }).map((bytes) => bytes.map((byte) => byte | 0x80)),
);

const joined = (lines: readonly Uint8Array[], end: string, mark: boolean, ended: boolean): Buffer => {
  const parts = lines.flatMap((bytes, index) => (index < lines.length - 1 || ended ? [bytes, bytesOf(end)] : [bytes]));
  return Buffer.concat([bytesOf(mark ? "\uFEFF" : ""), ...parts]);
};

const text = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean(), fc.boolean()).map((parts) => joined(...parts));

const cutAt = <Whole extends { readonly length: number }>(
  cuts: readonly number[],
  part: (from: number, to: number) => Whole,
  length: number,
): readonly Whole[] => {
  const places = [0, ...cuts.map((cut) => cut % (length + 1)).sort((left, right) => left - right), length];
  return places.slice(1).map((place, index) => part(places[index] ?? 0, place));
};

const maxLineLength = 300;

/** The same without chunks, limits of memory or loops over bytes. */
const expected = (bytes: Buffer): readonly string[] => {
  const lines = bytes.toString("latin1").split("\n");
  if (lines.at(-1) === "") lines.pop();
  let index = 0;
  return lines.flatMap((latin, number): readonly string[] => {
    const raw = Buffer.from(latin, "latin1");
    const codes = codesOf(raw, number === 0);
    return codes === undefined ? [] : [`${number + 1} ${index++} ${codes}`];
  });
};

const codesOf = (raw: Buffer, isFirst: boolean): string | undefined => {
  // more bytes than this are too many characters, whatever they are
  if (raw.length > 3 * (maxLineLength + 2)) return "lineTooLong";
  if (!raw.equals(Buffer.from(raw.toString("utf8")))) return "encoding";
  const written = raw.toString("utf8").replace(/\r$/, "").replace(isFirst ? /^\uFEFF/ : /^(?!)/, "");
  if (written.length > maxLineLength) return "lineTooLong";
  if (/^[ \t\r]*$/.test(written)) return undefined;
  try {
    return validateAccount(JSON.parse(written)).issues?.map(({ code }: Issue) => code).join(" ") ?? "valid";
  } catch {
    return "json";
  }
};

describe("however the text is cut into chunks", () => {
  test("the results are those of its lines", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 20 }), async (bytes, cuts) => {
        const whole = await validated([bytes], { maxLineLength });
        const chunks = cutAt(cuts, (from, to) => bytes.subarray(from, to), bytes.length);
        expect(told(whole)).toEqual(expected(bytes));
        expect(await validated(chunks, { maxLineLength })).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test("byte by byte", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (bytes) => {
        const chunks = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
        expect(told(await validated(chunks, { input: "lines", maxLineLength }))).toEqual(expected(bytes));
      }),
      { numRuns: 30 },
    );
  });

  test("strings are the same as their bytes", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 20 }), async (bytes, cuts) => {
        const written = bytes.toString("utf8");
        const chunks = cutAt(cuts, (from, to) => written.slice(from, to), written.length);
        expect(await validated(chunks, { maxLineLength })).toEqual(await validated([Buffer.from(written)], { maxLineLength }));
      }),
      { numRuns: 200 },
    );
  });
});

describe("beside the batch", () => {
  const item = fc.oneof(
    fc.string({ minLength: 1 }).map(account),
    fc.record({ id: fc.integer(), userName: fc.string(), roles: fc.array(fc.jsonValue()) }, { requiredKeys: [] }),
    fc.jsonValue(),
  );

  test("every item has the same issues, but for keys that repeat, which streams do not compare", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item), async (items) => {
        const { issues = [] } = validateAccountBatch(items);
        const byItem = items.map((_, index) =>
          issues.filter(({ path, code }) => path[0] === index && code !== "uniqueBy").map((issue) => ({ ...issue, path: issue.path.slice(1) })),
        );
        const lines = await validated(items.map((one) => `${JSON.stringify(one)}\n`));
        expect(lines.map((one) => one.issues ?? [])).toEqual(byItem);
        expect(await validated(items, { input: "items" })).toEqual(lines.map((one, at) => (one.issues === undefined ? { ...one, value: items[at] } : one)));
      }),
    );
  });
});

test("there is one for what an operation takes in bulk, and for what it answers as JSON Lines", async () => {
  const write = await all(validateOrganizationuserWriteStream(sourceOf(['{"detail_access":0}\n{"detail_access":0,"first_name":"Ada"}'])));
  expect(told(write)).toEqual(["1 0 atLeastOne", "2 1 valid"]);
  expectTypeOf(validateOrganizationuserReadStream(sourceOf([]))).toEqualTypeOf<AsyncGenerator<StreamItem<OrganizationuserRead>, void, undefined>>();
});
