import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import { changedAt, isMap, type Place, placesIn, valueAtPlace } from "./value-places.js";

/** One thing that is done to a document. `place`, `other` and `choice` are taken modulo what there is to choose from. */
export interface Edit {
  readonly kind: "delete" | "duplicate" | "retype" | "repoint" | "move" | "rename";
  readonly place: number;
  readonly other: number;
  readonly choice: number;
}

const number = fc.nat(1_000_000);

/** Edits of a document; few of them, since most leave little to look at. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit["kind"][]>("delete", "duplicate", "retype", "repoint", "move", "rename"),
    ...{ place: number, other: number, choice: number },
  }),
  { minLength: 1, maxLength: 4 },
);

/** Values that are of another type than what stands there, or are nearly right. */
const strangers: readonly JsonValue[] = [
  ...[null, true, false, 0, -1, 1.5, 1e21, 3.1, ""],
  ...["x", "#", "$ref", "__proto__", "constructor", "a b\u2028*/`${", "\uD800", "string", "object", "array", "^(a+)+$", "["],
  ...[[], {}, [[]], [null], ["a", "a"], { $ref: "#/components/schemas" }, { "": {} }, { type: "object" }],
];

/** Names that mean something in a place, and some that mean nothing anywhere. */
const names: readonly string[] = [
  ...["", "__proto__", "constructor", "toString", "200", "default", "$ref", "$id", "$anchor", "$dynamicRef", "$schema", "allOf", "anyOf", "oneOf", "not"],
  ...["if", "then", "required", "properties", "items", "enum", "const", "type", "format", "pattern", "discriminator", "additionalProperties", "dependentRequired"],
  ...["in", "name", "schema", "content", "style", "explode", "parameters", "responses", "requestBody", "security", "servers", "get", "post", "callbacks"],
  ...["x-filter", "x-filter-dialect", "x-query-rules", "x-bulk", "x-pagination", "x-stream", "x-ascending", "x-unique-by", "x-secret"],
];

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

const escaped = (token: string | number): string => String(token).replaceAll("~", "~0").replaceAll("/", "~1");

const pointerTo = (place: Place): string => `#${place.map((token) => `/${encodeURIComponent(escaped(token))}`).join("")}`;

const references = (document: JsonValue, places: readonly Place[]): readonly Place[] =>
  places.filter((place) => place.at(-1) === "$ref" && typeof valueAtPlace(document, place) === "string");

/** A second one of what stands there: an item after it, or a member of another name. */
const duplicated = (document: JsonValue, place: Place, name: string): JsonValue | undefined => {
  const key = place.at(-1);
  const value = valueAtPlace(document, place);
  if (key === undefined || value === undefined) return document;
  return changedAt(document, place.slice(0, -1), (around) => {
    if (Array.isArray(around)) return [...(around as readonly JsonValue[]), value];
    return isMap(around) ? Object.fromEntries([...Object.entries(around), [name, value]]) : around;
  });
};

const renamed = (document: JsonValue, place: Place, name: string): JsonValue | undefined =>
  changedAt(document, place.slice(0, -1), (around) =>
    isMap(around) ? Object.fromEntries(Object.entries(around).map(([key, value]) => [key === place.at(-1) ? name : key, value])) : around,
  );

const repointed = (document: JsonValue, places: readonly Place[], { place, other, choice }: Edit): JsonValue | undefined => {
  const from = pick(references(document, places), place);
  const strange = ["#/nowhere", "#", "", "other.yaml", "#/components/schemas/~2", "https://example.invalid/a", "#anchor"];
  const target = choice % 4 === 0 ? (pick(strange, other) ?? "") : pointerTo(pick(places, other) ?? []);
  return from === undefined
    ? changedAt(document, pick(places, place) ?? [], () => ({ $ref: target }))
    : changedAt(document, from, () => target);
};

const applied = (document: JsonValue, edit: Edit): JsonValue => {
  const places = placesIn(document);
  const place = pick(places, edit.place) ?? [];
  const name = pick(names, edit.choice) ?? "";
  const how: Readonly<Record<Edit["kind"], () => JsonValue | undefined>> = {
    delete: () => changedAt(document, place, () => undefined),
    duplicate: () => duplicated(document, place, name),
    retype: () => changedAt(document, place, () => pick(strangers, edit.choice) ?? null),
    repoint: () => repointed(document, places, edit),
    // what stands somewhere else, in this place
    move: () => changedAt(document, place, () => valueAtPlace(document, pick(places, edit.other) ?? []) ?? null),
    rename: () => renamed(document, place, name),
  };
  return how[edit.kind]() ?? document;
};

/** The document after the edits: nodes deleted, duplicated, retyped, pointed elsewhere, moved and renamed. */
export const mutate = (document: JsonValue, all: readonly Edit[]): JsonValue => all.reduce(applied, document);
