/** A row to be written; its `custom_id` tells it from all others. */
export const rowOf = (index) => ({
  detail_access: 1,
  first_name: `Astrid ${index}`,
  last_name: "Öberg",
  email: `astrid.${index}@example.org`,
  phone_number: "+46701234567",
  custom_id: `row-${index}`,
  is_active: true,
  birth_date: "1979-06-04",
  external_clients: [{ id: "7d444840-9dc0-11d1-b245-5ffdce74fad2" }, { id: "e902893a-9d22-3c7e-a7b8-d6e313b71d9f" }],
});

export async function* rowsUpTo(count) {
  for (let index = 0; index < count; index++) yield rowOf(index);
}

/** The plainest code there is: it knows nothing of limits and broken text. */
export async function* parsedLines(body) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
  if (rest !== "") yield JSON.parse(rest);
}

/** What is sent at once. */
export const chunkSize = 100;

/** The plainest code there is: chunk after chunk, and the answers in their order. */
export async function* writtenInChunks(items, post) {
  let chunk = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < chunkSize) continue;
    yield* await post(chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield* await post(chunk);
}
