import type { JsonValue } from "../code/json-value.js";
import type { JsonType } from "../model/schema.js";
import type { Pointer } from "../source/pointer.js";

/** Members by name, as pairs: in an object, names like `1` would move, and `__proto__` would be lost. */
export type Entries<Value> = readonly (readonly [name: string, value: Value])[];

/** A rule between fields. `rule` is the rule itself, without places. */
export interface SurfaceRule {
  readonly says: string;
  readonly at: Pointer;
  readonly rule: { readonly kind: string } & Readonly<Record<string, JsonValue>>;
}

/**
 * A schema as plain data: its assertions by their keywords, in one order and one spelling, named schemas by `ref`. A subschema stands
 * in the description where its keyword stands in the shape, so that a place needs no pointers of its own.
 */
export interface Shape {
  /** A boolean schema's verdict; then there is nothing else. */
  readonly always?: boolean;
  /** The `id` of a schema. */
  readonly ref?: string;
  readonly type?: readonly JsonType[];
  /** `const` is a list of one. */
  readonly enum?: readonly JsonValue[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  /** Nothing checks the format. */
  readonly unchecked?: true;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly prefixItems?: readonly Shape[];
  readonly items?: Shape;
  readonly contains?: Shape;
  readonly minContains?: number;
  readonly maxContains?: number;
  /** Also what the type alone demands: a `readOnly` property, which validators of a schema that is sent as well leave out. */
  readonly required?: readonly string[];
  readonly properties?: Entries<Shape>;
  readonly patternProperties?: Entries<Shape>;
  readonly additionalProperties?: Shape;
  readonly propertyNames?: Shape;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Entries<readonly string[]>;
  readonly dependentSchemas?: Entries<Shape>;
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Entries<string>; readonly hasDefault?: true };
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly not?: Shape;
  readonly if?: Shape;
  readonly then?: Shape;
  readonly else?: Shape;
  readonly unevaluatedItems?: Shape;
  readonly unevaluatedProperties?: Shape;
  readonly rules?: readonly SurfaceRule[];
  readonly default?: JsonValue;
  readonly deprecated?: true;
  readonly readOnly?: true;
  readonly writeOnly?: true;
}
