/**
 * What a validator found. `path` leads from the validated value to the place: property names and array indexes. For a
 * rule between fields `path` is the object's and `fields` names the fields concerned.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fields?: readonly string[];
}

/** The stable codes: a keyword of JSON Schema as the standard spells it, a kind of rule, or a finding about a query. */
export type IssueCode =
  | "type"
  | "enum"
  | "const"
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum"
  | "multipleOf"
  | "minLength"
  | "maxLength"
  | "pattern"
  | "format"
  | "minItems"
  | "maxItems"
  | "uniqueItems"
  | "contains"
  | "minContains"
  | "maxContains"
  | "required"
  | "additionalProperties"
  | "unevaluatedProperties"
  | "unevaluatedItems"
  | "minProperties"
  | "maxProperties"
  | "propertyNames"
  | "anyOf"
  | "oneOf"
  | "not"
  | "never"
  | "atLeastOne"
  | "exactlyOne"
  | "atMostOne"
  | "allOrNone"
  | "requires"
  | "forbids"
  | "uniqueBy"
  | "ascending"
  | "unknownParameter"
  | "unknownOperator"
  | "negationNotAllowed"
  | "duplicateParameter";

/** The shape of Standard Schema's result. */
export type Result<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

export interface ValidateOptions {
  /** Stop at the first issue. All issues are collected otherwise. */
  readonly abortEarly?: boolean;
}

export type Path = readonly (string | number)[];

/** Where report functions put what they find. */
export interface Sink {
  readonly issues: Issue[];
  readonly abortEarly: boolean;
}

export type Report = (value: unknown, path: Path, sink: Sink) => boolean;

/** Adds an issue; true says that the caller stops here. */
export function add(sink: Sink, code: IssueCode, path: Path, message: string, fields?: readonly string[]): boolean {
  sink.issues.push(fields === undefined ? { code, path, message } : { code, path, message, fields });
  return sink.abortEarly;
}

const root: Path = [];

/** The issues of a value that is known to be invalid. */
export function collect(report: Report, value: unknown, options?: ValidateOptions): { readonly issues: readonly Issue[] } {
  const sink: Sink = { issues: [], abortEarly: options?.abortEarly === true };
  report(value, root, sink);
  return { issues: sink.issues };
}
