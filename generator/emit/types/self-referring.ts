import { circlesOf } from "../../model/circles-of.js";
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

  const next = new Map([...schemas].map(([name, schema]) => [name, directly(schema)]));

  const circles = new Set(circlesOf(next.keys(), (name) => next.get(name) ?? []).flat());
  return [...next.keys()].filter((name) => circles.has(name));
};
