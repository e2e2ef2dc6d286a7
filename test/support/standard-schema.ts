import fc from "fast-check";
import type { JsonValue } from "../../generator/code/json-value.js";
import { arrays, combined, fewOf, type Json, type Keywords, type Members, numbers, ruled, type, value } from "./random-keywords.js";
import { counted, merged, objectsOf, texts, unevaluated } from "./standard-keywords.js";

/**
 * What a schema is about: references through resources; what the unevaluated keywords make of all that was said of a value;
 * what `$dynamicRef` makes of the way to it.
 */
export const extents = ["referring", "unevaluated", "dynamic"] as const;

export type Extent = (typeof extents)[number];

/** What schemas may refer to where they apply to the same value, and where they apply to a part of it. */
interface Vocabulary {
  readonly extent: Extent;
  readonly inPlace: Keywords;
  readonly below: Keywords;
}

/** A schema of any keyword that may stand below the root of a resource. */
const schemaOf = (depth: number, vocabulary: Vocabulary): Json => {
  const { extent, inPlace, below } = vocabulary;
  const referring = Object.keys(inPlace).length === 0 ? [] : [fewOf(inPlace)];
  const flat: readonly Json[] = [fc.boolean(), value.map((one) => ({ const: one })), type.map((one) => ({ type: one })), ...referring];
  if (depth === 0) return fc.oneof(...flat, fewOf(texts), fewOf(numbers));
  const here = schemaOf(depth - 1, vocabulary);
  // a part of the value may be anything again: what it is made of ends
  const part = schemaOf(depth - 1, { ...vocabulary, inPlace: below });
  const collecting = extent === "referring" ? [] : [fewOf(unevaluated(part))];
  const groups = [texts, numbers, arrays(part), objectsOf(here, part), combined(here)].map(fewOf);
  const some = fc.array(fc.oneof(...groups, counted(part), ...collecting, ...referring), { minLength: 1, maxLength: 3 }).map(merged);
  const typed = fc
    .tuple(fc.option(type, { freq: 2 }), some)
    .map(([one, keywords]) => ({ ...(one === null ? {} : { type: one }), ...keywords }));
  const closed = collecting.map((keywords) => fc.tuple(ruled, keywords).map(([left, right]) => ({ ...(left as Members), ...right })));
  return fc.oneof(...flat, { arbitrary: ruled, weight: 4 }, ...closed.map((arbitrary) => ({ arbitrary, weight: 3 })), {
    arbitrary: typed,
    weight: 10,
  });
};

/** Members of a schema object; a boolean schema stands in an `allOf`. */
const asObject = (schema: JsonValue): Members => (typeof schema === "boolean" ? { allOf: [schema] } : (schema as Members));

/** The names in every resource, from the root on: each refers in place to later ones only, so that nothing includes itself. */
const fragments = ["#", "#anchor", "#/$defs/y", "#node"];

const resources = ["", "other", "inner"];

const everywhere = resources.flatMap((resource) => fragments.map((fragment) => `${resource}${fragment}`));

const keywordsFor = (targets: readonly string[], dynamic: boolean): Keywords => ({
  ...(targets.length === 0 ? {} : { $ref: fc.constantFrom(...targets) }),
  ...(dynamic
    ? {
        $dynamicRef: fc.oneof(
          { arbitrary: fc.constant("#node"), weight: 3 },
          fc.constantFrom(...everywhere.filter((one) => one.endsWith("#node"))),
        ),
      }
    : {}),
});

/** A schema with the definitions that every reference hopes to find, and the next resource among them. */
const resourceOf = (level: number, extent: Extent): fc.Arbitrary<Members> => {
  const later = resources.slice(level + 1).flatMap((resource) => fragments.map((fragment) => `${resource}${fragment}`));
  const dynamic = extent === "dynamic";
  const below = keywordsFor(everywhere, dynamic);
  const at = (depth: number, own: readonly string[]): fc.Arbitrary<Members> =>
    schemaOf(depth, { extent, inPlace: keywordsFor([...own, ...later], dynamic && own.length > 1), below }).map(asObject);
  const next = resources[level + 1];
  return fc
    .record(
      {
        root: at(2 - (level > 0 ? 1 : 0), fragments.slice(1)),
        x: at(1, fragments.slice(2)),
        y: at(1, fragments.slice(3)),
        z: at(1, []),
        isDynamic: fc.boolean(),
        further:
          next === undefined ? fc.constant({}) : resourceOf(level + 1, extent).map((one): Members => ({ [next]: { $id: next, ...one } })),
      },
      { noNullPrototype: true },
    )
    .map(({ root, x, y, z, isDynamic, further }) => ({
      ...root,
      $defs: { x: { ...x, $anchor: "anchor" }, y, z: { ...z, [isDynamic && dynamic ? "$dynamicAnchor" : "$anchor"]: "node" }, ...further },
    }));
};

/**
 * Any JSON Schema of 2020-12: three resources, one inside of the other, each with anchors and now and then a dynamic one,
 * that refer to themselves and to each other.
 */
export const standardSchema = (extent: Extent): fc.Arbitrary<Members> => resourceOf(0, extent);
