// One reader over so many lines, in a process of its own: seconds, and by how much peak memory grew meanwhile.
import { writeFileSync } from "node:fs";
import { validateAccountStream } from "taxfiling-accounts";

const [, , way, count, result] = process.argv;

const lineOf = (index) => {
  const account = {
    id: index,
    index,
    refId: 7,
    userName: `user ${index}`,
    email: "ada@example.org",
    displayName: "Ada Lovelace",
    profileUrl: "https://example.org/ada",
    roles: ["Admin"],
    permissions: ["CanAccess", "CanAdd"],
    createdDate: "/Date(-62135596800000-0000)/",
    address: "St James's Square 12",
    city: "London",
  };
  return `${JSON.stringify(way === "wrong" && index % 10 === 0 ? { ...account, id: "one" } : account)}\n`;
};

const linesPerBlock = 200;
const block = new TextEncoder().encode(Array.from({ length: linesPerBlock }, (_, index) => lineOf(index)).join(""));

/** The same lines again and again, cut in the middle of one. */
async function* chunks() {
  const cut = Math.floor(block.length * 0.7);
  for (let done = 0; done < Number(count); done += linesPerBlock) {
    yield block.subarray(0, cut);
    yield block.subarray(cut);
  }
}

/** The plainest reader there is; it knows nothing of limits and broken text. */
async function* linesOf(source) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of source) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== "") yield rest;
}

async function* itemsOf(source) {
  for await (const line of linesOf(source)) yield JSON.parse(line);
}

const readers = {
  parse: async () => {
    let read = 0;
    for await (const item of itemsOf(chunks())) read += item.id >= 0 ? 1 : 0;
    return read;
  },
  items: () => validated(validateAccountStream(itemsOf(chunks()))),
  lines: () => validated(validateAccountStream(chunks())),
  wrong: () => validated(validateAccountStream(chunks())),
};

const validated = async (items) => {
  let valid = 0;
  for await (const { issues } of items) if (issues === undefined) valid++;
  return valid;
};

const peak = () => process.resourceUsage().maxRSS / 1024;

const before = peak();
const begin = performance.now();
const read = await readers[way]();
const seconds = (performance.now() - begin) / 1000;
writeFileSync(result, JSON.stringify({ read, seconds, growth: peak() - before }));
