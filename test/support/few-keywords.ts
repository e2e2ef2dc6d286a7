import fc from "fast-check";
import { arrays, combined, fewOf, type Json, maps, type Members, name, numbers, type, value } from "./random-keywords.js";
import { counted, merged, objectsOf, texts, unevaluated } from "./standard-keywords.js";

const flat: Json = fc.oneof(
  fc.boolean(),
  value.map((one) => ({ const: one })),
  type.map((one) => ({ type: one })),
  fewOf(texts),
  fewOf(numbers),
);

const nested: Json = fc.oneof(flat, fewOf(objectsOf(flat, flat)), fewOf(arrays(flat)));

/** Mostly of the type that the keywords are about. */
const about = (named: string, keywords: fc.Arbitrary<Members>): fc.Arbitrary<Members> =>
  fc.tuple(fc.constantFrom<Members[]>({ type: named }, {}), keywords).map(merged);

/** One or two keywords of a kind: every limit counts. */
export const fewKeywords: fc.Arbitrary<Members> = fc.oneof(
  about("string", fewOf(texts)),
  about("number", fewOf(numbers)),
  about("array", fewOf(arrays(flat))),
  about("array", fewOf(arrays(nested))),
  about("array", counted(flat)),
  about("object", fewOf(objectsOf(flat, flat))),
  about("object", fewOf(objectsOf(nested, nested))),
  fewOf(combined(nested)),
);

/** Mostly nothing against the value, so that what is evaluated decides. */
const lenient: Json = fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, flat);

/** What evaluates members or items. */
const evaluating: Json = fc.oneof(
  fewOf({ properties: maps(name, lenient), patternProperties: maps(fc.constantFrom("^a", "b"), lenient) }),
  fewOf({ properties: maps(name, lenient), additionalProperties: lenient }),
  fewOf({ prefixItems: fc.array(lenient, { minLength: 1, maxLength: 2 }), contains: flat }),
  nested,
);

/** Schemas that evaluate something where they hold, beside a keyword that wants to know what. */
export const fewUnevaluated: fc.Arbitrary<Members> = fc
  .tuple(
    fc.oneof(fewOf(combined(evaluating)), fewOf({ dependentSchemas: maps(name, evaluating), allOf: fc.tuple(evaluating) })),
    fewOf(unevaluated(flat)),
  )
  .map(merged);

const ways: Json = fc.constantFrom<Members[]>({ $dynamicRef: "#node" }, { $ref: "#node" }, { $ref: "other" }, { $ref: "inner" });

/** A resource whose members and items lead somewhere, and that has a `node` of its own, mostly a dynamic one. */
const leading = (further: fc.Arbitrary<Members>): fc.Arbitrary<Members> =>
  fc
    .tuple(
      fewOf({ items: ways, additionalProperties: ways }),
      type,
      fc.constantFrom("$dynamicAnchor", "$dynamicAnchor", "$anchor"),
      further,
    )
    .map(([keywords, node, anchor, others]) => ({ ...keywords, $defs: { node: { type: node, [anchor]: "node" }, ...others } }));

const named = (id: string, resource: fc.Arbitrary<Members>): fc.Arbitrary<Members> =>
  resource.map((schema) => ({ [id]: { $id: id, ...schema } }));

/** Three resources with a `node` each: which one is meant depends on the way that leads there. */
export const fewDynamic: fc.Arbitrary<Members> = leading(named("other", leading(named("inner", leading(fc.constant({}))))));
