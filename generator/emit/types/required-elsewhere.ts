import type { Schema } from "../../model/schema.js";

/** What holds of a value together with the schema: where references lead, and the members of `allOf`, each once. */
const layersOf = (schema: Schema): readonly Schema[] => {
  const found = new Set<Schema>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...partsOf(next));
  }
  return [...found];
};

const partsOf = ({ keywords: { $ref, allOf = [] } }: Schema): readonly Schema[] => [...($ref === undefined ? [] : [$ref.schema()]), ...allOf];

const isRequiredIn = (layers: readonly Schema[], name: string): boolean => layers.some(({ keywords }) => keywords.required?.includes(name) === true);

const isDescribedIn = (layers: readonly Schema[], name: string): boolean => layers.some(({ keywords }) => keywords.properties?.has(name) === true);

/** Null and texts, which may be values too, would be none beside a required field. */
const areObjects = (layers: readonly Schema[]): boolean => {
  const types = layers.flatMap(({ keywords: { type } }) => (type === undefined ? [] : [type]));
  if (types.some((type) => type.length === 1 && type[0] === "object")) return true;
  return types.length === 0 && layers.every(({ keywords }) => keywords.anyOf === undefined && keywords.oneOf === undefined);
};

/**
 * The fields that one part of a schema requires and only others describe, with how they are described: of
 * `allOf: [{ $ref: Total }, { required: [total] }]`, `total`. Where one part says both, its own type has it.
 */
export const requiredElsewhere = (schema: Schema): ReadonlyMap<string, Schema> => {
  const parts = partsOf(schema);
  const found = new Map<string, Schema>();
  if (parts.length === 0) return found;
  const layers = layersOf(schema);
  if (!areObjects(layers)) return found;
  const inside = parts.map(layersOf);
  for (const name of new Set(layers.flatMap(({ keywords }) => keywords.required ?? []))) {
    const isSaid = isRequiredIn([schema], name) && isDescribedIn([schema], name);
    if (isSaid || inside.some((part) => isRequiredIn(part, name) && isDescribedIn(part, name))) continue;
    const described = layers.flatMap(({ keywords }) => keywords.properties?.get(name) ?? [])[0];
    if (described !== undefined) found.set(name, described);
  }
  return found;
};
