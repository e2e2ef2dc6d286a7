import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";

/** The values that a property may have, where they are listed. */
type Listed = ReadonlyMap<string, readonly JsonValue[]>;

/** References in a circle end here; no real chain is as long. */
const deepest = 4;

const valuesIn = ({ keywords: { enum: values, const: constant, $ref } }: Schema, depth: number): readonly JsonValue[] | undefined =>
  values ?? (constant !== undefined ? [constant.value] : depth > 0 && $ref !== undefined ? valuesIn($ref.schema(), depth - 1) : undefined);

const listedIn = ({ keywords: { properties, $ref, allOf = [] } }: Schema, depth = deepest): Listed => {
  const taken = depth > 0 ? [...($ref === undefined ? [] : [$ref.schema()]), ...allOf] : [];
  const own = [...(properties ?? [])].flatMap(([name, member]) => {
    const values = valuesIn(member, depth);
    return values === undefined ? [] : [[name, values] as const];
  });
  return new Map([...taken.flatMap((schema) => [...listedIn(schema, depth - 1)]), ...own]);
};

const areApart = (lists: readonly (readonly JsonValue[])[]): boolean => {
  const texts = lists.flatMap((values) => values.map((value) => JSON.stringify(value)));
  return lists.length > 1 && new Set(texts).size === texts.length;
};

/** The properties whose listed values tell the branches of a union apart, like `kind` in `{ const: cat }` and `{ const: dog }`. */
export const marksOf = (branches: readonly Schema[]): readonly string[] => {
  const all = branches.map((branch) => listedIn(branch));
  const names = new Set(all.flatMap((listed) => [...listed.keys()]));
  return [...names].filter((name) => areApart(all.flatMap((listed) => [listed.get(name) ?? []].filter((values) => values.length > 0))));
};
