import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import { changedAt, isMap, placesIn } from "./value-places.js";
import type { Words } from "./words.js";

type Change = (before: JsonValue) => JsonValue | undefined;

const withKey =
  (key: string, member: JsonValue): Change =>
  (before) =>
    isMap(before) ? Object.fromEntries([...Object.entries(before), [key, member]]) : before;

const withItem =
  (item: JsonValue): Change =>
  (before) =>
    Array.isArray(before) ? [...before, item] : before;

const repeated: Change = (before) => (Array.isArray(before) ? [...before, ...before.slice(0, 1)] : before);

const nudged: Change = (before) => {
  if (typeof before === "number") return before + 0.5;
  return typeof before === "string" ? `${before}😀` : before;
};

/** One small edit that a client might make by mistake. */
const change = ({ keys, scalars }: Words): fc.Arbitrary<Change> => {
  const scalar = fc.constantFrom(...scalars);
  return fc.oneof(
    scalar.map((value): Change => () => value),
    fc.constant((): undefined => undefined),
    fc.constantFrom<JsonValue[]>([], {}, [{}]).map((value): Change => () => value),
    fc.tuple(fc.constantFrom(...keys), scalar).map(([key, member]) => withKey(key, member)),
    scalar.map(withItem),
    fc.constantFrom(repeated, nudged),
  );
};

/** The values with up to two edits, a good part of them with none. */
export const mutated = (values: fc.Arbitrary<JsonValue>, words: Words): fc.Arbitrary<JsonValue> => {
  const edit = fc.record({ place: fc.nat(1000), change: change(words) });
  return fc.tuple(values, fc.array(edit, { maxLength: 2 })).map(([value, edits]) =>
    edits.reduce<JsonValue>((edited, { place, change: how }) => {
      const places = placesIn(edited);
      return changedAt(edited, places[place % places.length] ?? [], how) ?? null;
    }, value),
  );
};
