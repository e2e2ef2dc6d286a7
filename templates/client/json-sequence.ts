const separator = "\u001E";

/** In JSON, a line break can only stand between tokens. */
const lineOf = (record: string): string => `${record.replace(/[\r\n]+/g, " ").trim()}\n`;

/** The items of a JSON text sequence (RFC 7464) as lines. A record that is empty is none. */
export async function* linesOfSequence(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const records = (rest + decoder.decode(chunk, { stream: true })).split(separator);
    rest = records.pop() ?? "";
    for (const record of records) if (record.trim() !== "") yield lineOf(record);
  }
  const last = rest + decoder.decode();
  if (last.trim() !== "") yield lineOf(last);
}
