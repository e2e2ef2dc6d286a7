type TypeName = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** JSON Schema 2020-12. Arrays are not readonly, since hardly any tool declares its parameters so. */
export type JsonSchema = {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: SubschemaMap;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: unknown[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly type?: TypeName | TypeName[];
  readonly enum?: unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly prefixItems?: Subschema[];
  readonly items?: Subschema;
  readonly contains?: Subschema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: Subschema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: string[];
  readonly properties?: SubschemaMap;
  readonly patternProperties?: SubschemaMap;
  readonly additionalProperties?: Subschema;
  readonly propertyNames?: Subschema;
  readonly unevaluatedProperties?: Subschema;
  readonly dependentRequired?: { readonly [name: string]: string[] };
  readonly dependentSchemas?: SubschemaMap;
  readonly allOf?: Subschema[];
  readonly anyOf?: Subschema[];
  readonly oneOf?: Subschema[];
  readonly not?: Subschema;
  readonly if?: Subschema;
  readonly then?: Subschema;
  readonly else?: Subschema;
};

type Subschema = JsonSchema | boolean;
type SubschemaMap = { readonly [name: string]: Subschema };

/** One schema of the package as it stands in `$defs`; it refers to others as `#/$defs/<name>`. */
export interface Definition {
  readonly name: string;
  /** Any data to the compiler, which has better things to do than to compare it with a type. */
  readonly schema: object | boolean;
  /** A function, because definitions may refer to each other in a circle. */
  readonly uses?: () => readonly Definition[];
}

/** All that a definition refers to, itself only if it is recursive. */
const reached = ({ uses }: Definition): SubschemaMap => {
  const found = new Map<string, Subschema>();
  const open = [...(uses?.() ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next.name)) continue;
    found.set(next.name, next.schema as Subschema);
    open.push(...(next.uses?.() ?? []));
  }
  return Object.fromEntries([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
};

/** The definition as a schema of its own. `$defs` is put together when it is first read: many share the same. */
export const jsonSchema = (definition: Definition): JsonSchema => {
  const { schema, uses } = definition;
  const own = typeof schema === "object" ? schema : schema ? {} : { not: {} };
  const made: JsonSchema = { $schema: "https://json-schema.org/draft/2020-12/schema", ...own };
  return uses === undefined
    ? made
    : Object.defineProperty(made, "$defs", {
        configurable: true,
        enumerable: true,
        get: () => {
          const value = reached(definition);
          Object.defineProperty(made, "$defs", { value, enumerable: true });
          return value;
        },
      });
};
