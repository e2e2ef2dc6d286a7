import { jsonOf } from "../../source/json-of.js";
import type { Pointer } from "../../source/pointer.js";
import type { SourceObject, SourceValue } from "../../source/value.js";
import type { Confidence } from "../confidence.js";
import type { Finding } from "../finding.js";
import { type Statement, statementText } from "../statement.js";
import { assertionsOf } from "./assertion-of.js";
import { isReadablePath, jsonPathOf } from "./json-path-of.js";
import { likelyOrder } from "./likely-order.js";

/** What is done to a description so that it says what its prose does. */
export interface LiftedAction {
  /** Where: an object of the description. */
  readonly pointer: Pointer;
  /** The same as a JSONPath query. */
  readonly target: string;
  /** What is merged into it, as overlays merge. */
  readonly update: SourceObject;
  /** The statement in a line; one target has each statement once. */
  readonly statement: string;
  readonly finding: Finding;
  readonly confidence: Confidence;
  /** Other readings of the same sentence, which a person may put in its place. */
  readonly others: readonly SourceObject[];
  /** That of them which a person took. */
  readonly chosen?: SourceObject;
}

const object = (...members: readonly (readonly [string, SourceValue])[]): SourceObject => new Map(members);

/** `allOf` takes a rule of its own: lists are joined, while two `anyOf` in one object would become one choice. */
const asMembers = (assertions: readonly SourceObject[], kind: "object" | "query"): SourceObject => {
  const all = object(["allOf", assertions]);
  return kind === "query" ? object(["x-query-rules", all]) : all;
};

const ascendingIn = (fields: readonly string[], strict: boolean, kind: "object" | "query"): SourceObject => {
  const chain: SourceValue = strict ? object(["fields", fields], ["strict", true]) : fields;
  const order = object(["x-ascending", [chain]]);
  return kind === "query" ? object(["x-query-rules", order]) : order;
};

interface Change {
  readonly pointer: Pointer;
  readonly update: SourceObject;
  readonly others?: readonly SourceObject[];
}

const filterOf = ({ operators, negatable }: Statement & { readonly kind: "filter" }): SourceObject => object(["operators", operators], ...(negatable === false ? [] : [["negatable", negatable] as const]));

/** Rules of a query are those that have a kind; what is only an assertion is checked for bodies, and not for queries. */
const isQueryRule = (statement: Statement): boolean => !(statement.kind === "requires" && statement.any) && !(statement.kind === "when" && statement.condition.negated);

const changeOf = ({ statement, scope }: Finding, version: string): Change | undefined => {
  const { pointer, kind } = scope;
  switch (statement.kind) {
    case "unique": {
      const field = scope.fields.get(statement.field);
      return field === undefined || kind === "query" ? undefined : { pointer: field.pointer, update: object(["x-unique", true]) };
    }
    case "filter": {
      const field = scope.fields.get(statement.field);
      return field === undefined || kind === "object" ? undefined : { pointer: field.pointer, update: object(["x-filter", filterOf(statement)]) };
    }
    case "ascending":
      return { pointer, update: ascendingIn(statement.fields, statement.strict, kind) };
    case "ordered": {
      const fields = likelyOrder(statement.fields);
      return { pointer, update: ascendingIn(fields, false, kind), others: [ascendingIn(fields.toReversed(), false, kind)] };
    }
    default: {
      if (kind === "query" && !isQueryRule(statement)) return undefined;
      const assertions = assertionsOf(statement, scope, version);
      return assertions.length === 0 ? undefined : { pointer, update: asMembers(assertions, kind) };
    }
  }
};

/** The action for a finding; undefined for facts that no keyword or extension holds in that place. `update` is for what is of no scope. */
export const actionOf = (finding: Finding, root: SourceObject, update?: SourceObject): LiftedAction | undefined => {
  const version = root.get("openapi");
  const change = update === undefined ? changeOf(finding, typeof version === "string" ? version : "") : { pointer: finding.scope.pointer, update };
  const target = change === undefined ? "" : jsonPathOf(root, change.pointer);
  if (change === undefined || !isReadablePath(target)) return undefined;
  return {
    pointer: change.pointer,
    target,
    update: change.update,
    statement: statementText(finding.statement),
    finding,
    confidence: finding.confidence,
    others: change.others ?? [],
  };
};

/** FNV-1a with 64 bits: it tells a change by hand, and keeps nobody out. */
const hash = (text: string): bigint => {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  return value;
};

/** Tells whether an update is still as it was lifted. */
export const fingerprint = (update: SourceValue): string => hash(jsonOf(update)).toString(16).padStart(16, "0");
