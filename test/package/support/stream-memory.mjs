// Run with a small heap: validates JSON Lines that are made while they are read, then one line that never seems to end.
import { validateAccountStream } from "taxfiling-accounts";

const [, , count = "1"] = process.argv;
const perChunk = 500;

const lineOf = (index) =>
  JSON.stringify({ id: index, index, refId: 7, userName: `user ${index}`, profileUrl: "https://example.org", roles: [], permissions: [] });

async function* chunks(kind) {
  for (let index = 0; index < Number(count); index += perChunk) {
    const text = Array.from({ length: perChunk }, (_, offset) => `${lineOf(index + offset)}\n`).join("");
    yield kind === "bytes" ? new TextEncoder().encode(text) : text;
  }
  // longer than a string of V8 can be
  const part = "x".repeat(1 << 20);
  for (let length = 0; length < 1 << 29; length += part.length) yield kind === "bytes" ? new TextEncoder().encode(part) : part;
  yield `\n${lineOf(0)}`;
}

for (const kind of ["bytes", "texts"]) {
  const seen = { valid: 0, codes: [] };
  for await (const { issues } of validateAccountStream(chunks(kind)))
    if (issues === undefined) seen.valid++;
    else seen.codes.push(...issues.map(({ code }) => code));
  console.log(JSON.stringify(seen));
}
