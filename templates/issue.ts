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

/** What stands after "must be" in the English message. */
interface Expected {
  readonly expected: string;
}

interface Limit {
  readonly limit: number;
}

/** A rule between fields. */
interface Rule {
  readonly fields: readonly string[];
}

/** What is said of a union: what keeps the value from the forms that it is closest to, as sentences. */
interface Union {
  readonly problems: readonly string[];
  /** The fields that tell the forms apart, where none of their values does. */
  readonly fields?: readonly string[];
}

/** Nothing beyond the place. */
type Nothing = unknown;

/**
 * The stable codes: a keyword of JSON Schema as the standard spells it, a kind of rule, or a finding about a query. Each
 * with what its message is made of, among which no value of the input ever is. docs/issue-codes.md explains them.
 */
export interface IssueDetails {
  readonly type: Expected;
  /** The allowed values, or the first twelve of `count`; absent in queries and for a secret. */
  readonly enum: Expected & { readonly values?: readonly unknown[]; readonly count?: number };
  /** The one allowed value; absent in queries and for a secret. */
  readonly const: Expected & { readonly value?: unknown };
  readonly minimum: Limit;
  readonly maximum: Limit;
  readonly exclusiveMinimum: Limit;
  readonly exclusiveMaximum: Limit;
  readonly multipleOf: { readonly divisor: number };
  readonly minLength: Limit;
  readonly maxLength: Limit;
  readonly pattern: { readonly pattern: string };
  /** The name of the format; absent in queries. */
  readonly format: Expected & { readonly format?: string };
  readonly minItems: Limit;
  readonly maxItems: Limit;
  /** Of the first two that are equal. */
  readonly uniqueItems: { readonly indexes: readonly number[] };
  readonly contains: Nothing;
  readonly minContains: Limit;
  readonly maxContains: Limit;
  readonly required: Nothing;
  readonly additionalProperties: Nothing;
  readonly unevaluatedProperties: Nothing;
  readonly unevaluatedItems: Nothing;
  readonly minProperties: Limit;
  readonly maxProperties: Limit;
  readonly propertyNames: Nothing;
  readonly anyOf: Union;
  readonly oneOf: Union & { readonly matches: number };
  /** What the property that tells the forms of a union apart may be. */
  readonly discriminator: Expected & { readonly values: readonly string[] };
  readonly not: Nothing;
  readonly never: Nothing;
  /** How many levels a value whose schema contains itself may have. */
  readonly depth: Limit;
  readonly atLeastOne: Rule;
  readonly exactlyOne: Rule;
  readonly atMostOne: Rule;
  readonly allOrNone: Rule;
  readonly requires: Rule;
  readonly forbids: Rule;
  readonly notAll: Rule;
  /** The index of the item that had the key first, and of the one that repeats it. */
  readonly uniqueBy: Rule & { readonly first: number; readonly second: number };
  readonly ascending: Rule;
  readonly unknownParameter: Nothing;
  readonly unknownOperator: Nothing;
  readonly negationNotAllowed: Nothing;
  readonly duplicateParameter: Nothing;
  /** A line of a stream. */
  readonly json: Nothing;
  readonly encoding: Nothing;
  readonly lineTooLong: Limit;
  /** What the server said of an item of a bulk write, in its own words. */
  readonly server: Nothing;
}

export type IssueCode = keyof IssueDetails;

/** What a message is made of: the details of its code, the place, and the English message. */
export type MessageDetails<Code extends IssueCode> = IssueDetails[Code] & {
  readonly path: readonly (string | number)[];
  readonly message: string;
};

/** Messages in place of the English ones, by code; those of other codes stay English. */
export type Messages = { readonly [Code in IssueCode]?: (details: MessageDetails<Code>) => string };

/** The shape of Standard Schema's result. */
export type Result<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

export interface ValidateOptions {
  /** Stop at the first issue. All issues are collected otherwise. */
  readonly abortEarly?: boolean;
  /** Messages in another language, or in other words. */
  readonly messages?: Messages;
}

export type Path = readonly (string | number)[];

/** Where report functions put what they find. */
export interface Sink {
  readonly issues: Issue[];
  readonly abortEarly: boolean;
  readonly messages?: Messages | undefined;
  /** How many more branches of unions may be tried out, while one is. */
  readonly trials?: { left: number };
}

export type Report = (value: unknown, path: Path, sink: Sink) => boolean;

/** A sink for one validation. */
export const createSink = (options?: ValidateOptions): Sink => ({
  issues: [],
  abortEarly: options?.abortEarly === true,
  messages: options?.messages,
});

/** The path to a member or an item; most stand in the value itself, whose own path is empty. */
export const at = (path: Path, key: string | number): Path => (path.length === 0 ? [key] : [...path, key]);

/** Adds an issue; true says that the caller stops here. What follows "must be" need not be among the details. */
export function add<Code extends IssueCode>(
  sink: Sink,
  code: Code,
  path: Path,
  english: string,
  details?: Omit<IssueDetails[Code], "expected"> & { readonly fields?: readonly string[] },
): boolean {
  const say = sink.messages?.[code] as ((all: object) => string) | undefined;
  const message =
    // the options of Standard Schema are not typed
    typeof say === "function" ? say({ expected: english.replace("must be ", ""), ...details, path, message: english }) : english;
  const fields = details?.fields;
  // spreading `fields` takes longer than all the rest
  sink.issues.push(fields ? { code, path, message, fields } : { code, path, message });
  return sink.abortEarly;
}
