/** One event as it is read, field by field. */
interface Growing {
  data: string[];
  event?: string;
  id?: string;
  retry?: number;
}

const field = (event: Growing, line: string): void => {
  const at = line.indexOf(":");
  const name = at < 0 ? line : line.slice(0, at);
  const value = at < 0 ? "" : line.slice(at + 1).replace(/^ /, "");
  if (name === "data") event.data.push(value);
  else if (name === "event") event.event = value;
  else if (name === "id" && !value.includes("\0")) event.id = value;
  else if (name === "retry" && /^\d+$/.test(value)) event.retry = Number(value);
};

/**
 * Server-sent events (HTML, section 9.2.6) as lines of JSON: `{ "data": "…", "event": "…", "id": "…", "retry": 1 }`, each with what it
 * says. Comments are passed over, and so is what has no data, or was not ended.
 */
export async function* linesOfEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  let event: Growing = { data: [] };
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line !== "") field(event, line);
      else {
        if (event.data.length > 0) yield `${JSON.stringify({ ...event, data: event.data.join("\n") })}\n`;
        event = { data: [] };
      }
    }
  }
}
