// All contestants in one process: verdicts first, then times. Every sample of a row takes them in turn, JSON.parse among
// them, so that what disturbs the machine meets all alike; what is told of a sample is its ratio to JSON.parse in it.
import { edges, makeData } from "./data.mjs";
import { rows } from "./rows.mjs";

const [files, samples, span] = [process.argv[2].split(","), Number(process.argv[3]), Number(process.argv[4])];
const data = makeData();

/** What a contestant decides otherwise than it should, of what is timed. */
const mistakes = (contestant) => {
  const wrong = new Set();
  const expect = (isRight, what) => {
    if (!isRight) wrong.add(what);
  };
  const verdict = (value, holds, label) => {
    expect(contestant.is(value) === holds, `${label}: is`);
    if (contestant.first !== undefined) expect((contestant.first(value) === undefined) === holds, `${label}: first`);
    expect((contestant.all(value) === undefined) === holds, `${label}: all`);
  };
  const batchVerdict = (batch, holds) => {
    expect(contestant.isBatch(batch) === holds, "batch: is");
    if (contestant.firstOfBatch !== undefined) expect((contestant.firstOfBatch(batch) === undefined) === holds, "batch: first");
    expect((contestant.allOfBatch(batch) === undefined) === holds, "batch: all");
  };
  for (const item of data.valid) verdict(item, true, "valid item");
  for (const { item, kinds } of [...data.one, ...data.five]) {
    verdict(item, false, kinds.join(", "));
    expect((contestant.all(item)?.length ?? 0) >= kinds.length, `${kinds.join(", ")}: fewer issues than faults`);
  }
  batchVerdict(data.valid, true);
  batchVerdict([...data.valid.slice(0, 100), data.one[0].item], false);
  expect(JSON.stringify(data.valid) === data.text, "the input was changed");
  return [...wrong];
};

const deviations = (contestant) =>
  edges.filter(({ value, holds }) => contestant.is(value) !== holds).map(({ name, holds }) => `${name} (${holds ? "refused" : "accepted"})`);

/** The hand-written one is the floor only if it says the same. */
const saysTheSame = (left, right) =>
  [...data.one, ...data.five].every(({ item }) =>
    ["first", "all"].every((mode) => JSON.stringify(left[mode](item)) === JSON.stringify(right[mode](item))),
  );

const contestants = new Map();
const found = {};
for (const file of files) {
  const contestant = await import(`./contestants/${file}`);
  found[contestant.name] = { mistakes: mistakes(contestant), deviations: deviations(contestant), ratios: {} };
  if (found[contestant.name].mistakes.length === 0) contestants.set(contestant.name, contestant);
}
const [sieve, hand] = ["openapi-sieve", "hand-written"].map((name) => contestants.get(name));
if (sieve !== undefined && hand !== undefined && !saysTheSame(sieve, hand)) throw new Error("the hand-written validator says something else");

let used = 0;

const valuesOf = (items) => (items === "valid" ? data.valid.slice(0, data.one.length) : data[items].map(({ item }) => item));

const scenarioOf = (check, items) => {
  if (items === "batch") return { count: data.valid.length, run: () => void (used += check(data.valid) ? 1 : 0) };
  const values = valuesOf(items);
  return {
    count: values.length,
    run: () => {
      for (let at = 0; at < values.length; at++) if (check(values[at])) used++;
    },
  };
};

const parse = { count: data.valid.length, run: () => void (used += JSON.parse(data.text).length) };

/** Nanoseconds an item, over at least `milliseconds`. */
const measure = ({ count, run }, milliseconds) => {
  const begin = performance.now();
  let times = 0;
  let now = begin;
  do {
    run();
    times++;
    now = performance.now();
  } while (now - begin < milliseconds);
  return ((now - begin) * 1e6) / (times * count);
};

const prepared = rows.map(({ name, items, exported }) => ({
  name,
  scenarios: [...contestants].flatMap(([contestant, module]) =>
    module[exported] === undefined ? [] : [{ contestant, scenario: scenarioOf(module[exported], items) }],
  ),
}));

// the largest functions take long to be compiled for speed
measure(parse, 4 * span);
for (const { scenarios } of prepared) for (const { scenario } of scenarios) measure(scenario, 12 * span);

const parsing = [];
for (let sample = 0; sample < samples; sample++)
  for (const { name, scenarios } of prepared) {
    const before = measure(parse, span);
    const times = scenarios.map(({ contestant, scenario }) => [contestant, measure(scenario, span)]);
    const yardstick = (before + measure(parse, span)) / 2;
    parsing.push(yardstick);
    for (const [contestant, time] of times) (found[contestant].ratios[name] ??= []).push(time / yardstick);
  }

console.log(JSON.stringify({ found, parsing, bytes: data.text.length / data.valid.length, used }));
