import { tokens } from "../../source/pointer.js";
import { resolveReference } from "../../source/resolve.js";
import { isSourceArray, isSourceObject, type SourceObject, type SourceValue } from "../../source/value.js";

/** Keywords whose types the compiler resolves together with that of the schema; those of members wait until they are asked for. */
const direct = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];

const objectIn = (value: SourceValue | undefined, key: string): SourceObject => {
  const member = isSourceObject(value) ? value.get(key) : undefined;
  return isSourceObject(member) ? member : new Map();
};

/** The component that a reference leads to: ["components", "schemas", "Pet"] ~> "Pet" */
const componentAt = (document: SourceObject, reference: SourceValue | undefined): readonly string[] => {
  const target = typeof reference === "string" ? resolveReference(document, reference) : undefined;
  const [first, section, name, ...rest] = target === undefined ? [] : tokens(target.pointer);
  return first === "components" && section === "schemas" && name !== undefined && rest.length === 0 ? [name] : [];
};

/**
 * Components of which a type is made that the compiler cannot resolve where it stands in `components` (TS2502), since it
 * leads back to itself by nothing but references, unions, intersections and arrays: `JsonValue = string | JsonValue[]`. An
 * alias may do that.
 */
export const selfReferring = (document: SourceObject): readonly string[] => {
  const schemas = objectIn(objectIn(document, "components"), "schemas");

  const directly = (schema: SourceValue | undefined): readonly string[] => {
    if (isSourceArray(schema)) return schema.flatMap(directly);
    if (!isSourceObject(schema)) return [];
    return [...componentAt(document, schema.get("$ref")), ...direct.flatMap((key) => directly(schema.get(key)))];
  };

  const next = new Map([...schemas].map(([name, schema]) => [name, new Set(directly(schema))]));

  const leadsBack = (start: string): boolean => {
    const reached = new Set(next.get(start));
    // what is added on the way is walked through as well
    for (const name of reached) for (const further of next.get(name) ?? []) reached.add(further);
    return reached.has(start);
  };

  return [...next.keys()].filter(leadsBack);
};
