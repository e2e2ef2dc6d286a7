// One contestant in a process of its own, which does what it is told and tells of each task: seconds by the clock, seconds of
// CPU of this process, and by how much its peak memory grew meanwhile.
import { rowOf, rowsUpTo } from "./rows.mjs";

const [contestant, at] = [process.argv[2], JSON.parse(process.argv[3])];
const { open } = await import(`./contestants/${contestant}.mjs`);
const client = open(at);

const filters = { is_active: true, last_name__isnull: false };

/** So many requests, some of them at the same time; gives how many results there were. */
const repeat = async (times, together, request) => {
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < times) {
      const results = await request(next++);
      done += results;
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return done;
};

const isUser = ({ id }) => (id.length === 36 ? 1 : 0);

const counted = async (items) => {
  let number = 0;
  for await (const item of items) number += isUser(item);
  return number;
};

/** Whose users are asked for and changed. */
let ids;
const idOf = async (index) => {
  ids ??= (await client.list({}, 1, 100)).map(({ id }) => id);
  return ids[index % ids.length];
};

/** How many results a task of so many requests or rows gives. */
const tasks = {
  get: (times) => repeat(times, 1, async (index) => isUser(await client.get(await idOf(index)))),
  getTogether: (times) => repeat(times, 16, async (index) => isUser(await client.get(await idOf(index)))),
  list: (times) => repeat(times, 1, async () => (await client.list(filters, 1, 100)).length / 100),
  update: (times) => repeat(times, 1, async (index) => isUser(await client.update(await idOf(index), rowOf(index % 100)))),
  stream: (lines) => counted(client.stream(lines)),
  bulk: (rows) => counted(client.bulk(rowsUpTo(rows))),
};

const peak = () => process.resourceUsage().maxRSS / 1024;

process.on("message", async ({ task, count }) => {
  const [memory, cpu, begin] = [peak(), process.cpuUsage(), performance.now()];
  const done = await tasks[task](count);
  const wall = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (done !== count) throw new Error(`${contestant}, ${task}: ${done} results instead of ${count}`);
  process.send({ wall, cpu: (user + system) / 1e6, growth: peak() - memory });
});
process.on("disconnect", () => process.exit());
process.send("ready");
