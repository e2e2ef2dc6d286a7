import type { JsonValue } from "../code/json-value.js";
import type { Schema } from "../model/schema.js";
import { reachable } from "../source/reachable.js";

/** The values that a property may have, where they are listed. */
type Listed = ReadonlyMap<string, readonly JsonValue[]>;

const valuesOf = ({ keywords: { enum: values, const: constant } }: Schema): readonly JsonValue[] | undefined =>
  values ?? (constant !== undefined ? [constant.value] : undefined);

const targetsOf = ({ keywords: { $ref } }: Schema): readonly Schema[] => ($ref === undefined ? [] : [$ref.schema()]);

const valuesIn = (schema: Schema): readonly JsonValue[] | undefined => reachable(schema, targetsOf).map(valuesOf).find((values) => values !== undefined);

/** What the schema takes over is told first, and what it says itself counts. */
const listedIn = (schema: Schema): Listed =>
  new Map(
    [...reachable(schema, (one) => [...targetsOf(one), ...(one.keywords.allOf ?? [])])].reverse().flatMap(({ keywords }) =>
      [...(keywords.properties ?? [])].flatMap(([name, member]) => {
        const values = valuesIn(member);
        return values === undefined ? [] : [[name, values] as const];
      }),
    ),
  );

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
