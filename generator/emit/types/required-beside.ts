/** How schemas are looked into, in one form or another. */
export interface SchemaView<Schema, Field> {
  /** What holds of a value together with the schema, each once. */
  readonly layers: (schema: Schema) => readonly Schema[];
  /** What the schema takes over: where its reference leads, and the members of `allOf`. */
  readonly parts: (schema: Schema) => readonly Schema[];
  readonly required: (schema: Schema) => readonly string[];
  readonly fields: (schema: Schema) => ReadonlyMap<string, Field>;
  /** The types that the schema names itself. */
  readonly types: (schema: Schema) => readonly string[] | undefined;
  readonly isUnion: (schema: Schema) => boolean;
}

/**
 * The fields that one part of a schema requires and only others describe, with how they are described: of
 * `allOf: [{ $ref: Total }, { required: [total] }]`, `total`. Where one part says both, its own type has it.
 */
export const requiredBeside = <Schema, Field>(schema: Schema, view: SchemaView<Schema, Field>): ReadonlyMap<string, Field> => {
  /** The names that these require and describe. */
  const saidByBoth = (layers: readonly Schema[]): readonly string[] => {
    const described = new Set(layers.flatMap((layer) => [...view.fields(layer).keys()]));
    return layers.flatMap(view.required).filter((name) => described.has(name));
  };

  /** Null and texts, which may be values too, would be none beside a required field. */
  const areObjects = (layers: readonly Schema[]): boolean => {
    const types = layers.flatMap((layer) => [view.types(layer) ?? []].filter((names) => names.length > 0));
    if (types.some((names) => names.length === 1 && names[0] === "object")) return true;
    return types.length === 0 && !layers.some(view.isUnion);
  };

  const found = new Map<string, Field>();
  const parts = view.parts(schema);
  const layers = parts.length === 0 ? [] : view.layers(schema);
  if (layers.length === 0 || !areObjects(layers)) return found;
  const said = new Set([[schema], ...parts.map(view.layers)].flatMap(saidByBoth));
  // where several describe a field, the first counts
  const described = new Map(layers.flatMap((layer) => [...view.fields(layer)]).reverse());
  for (const name of new Set(layers.flatMap(view.required))) {
    const field = said.has(name) ? undefined : described.get(name);
    if (field !== undefined) found.set(name, field);
  }
  return found;
};
