import { django } from "../../filters/django.js";
import type { SourceObject, SourceValue } from "../../source/value.js";
import { leastSure } from "../confidence.js";
import type { Finding } from "../finding.js";
import type { Statement } from "../statement.js";
import { actionOf, type LiftedAction } from "./action-of.js";

const isFilter = (statement: Statement): statement is Statement & { readonly kind: "filter" } => statement.kind === "filter";

/** Operators that are not known by name take values like the field's own. */
const kindOf = (operator: string): SourceValue => django.operators.get(operator) ?? "value";

const dialectOf = (filters: readonly (Statement & { readonly kind: "filter" })[]): SourceObject => {
  const operators = [...new Set(filters.flatMap((filter) => filter.operators))].toSorted();
  const isNegated = filters.some(({ negatable }) => negatable !== false);
  return new Map<string, SourceValue>([
    ["operator", "{field}__{operator}"],
    ...(isNegated ? ([["negation", "{parameter}!"]] as const) : []),
    ["list", "comma"],
    ["operators", new Map(operators.map((operator) => [operator, kindOf(operator)]))],
  ]);
};

/** Of one sentence that names operators, so that a reader finds the others. */
const joining = ({ evidence: [first] }: Finding): Finding["evidence"] => (first === undefined ? [] : [{ ...first, recogniser: "filter-dialect", confidence: "likely" }]);

/**
 * Prose names operators and does not say how names of parameters are made of them: they are Django's, which joins with two
 * underscores. So the dialect is likely, and the filters, which mean nothing without one, are no surer; a description that
 * declares its dialect needs none of this.
 */
export const withDialect = (actions: readonly LiftedAction[], root: SourceObject): readonly LiftedAction[] => {
  const filters = actions.filter(({ finding }) => isFilter(finding.statement));
  const [first] = filters;
  if (first === undefined || root.has("x-filter-dialect")) return actions;
  const finding: Finding = {
    scope: { kind: "object", pointer: "", title: "the description", fields: new Map(), required: new Set() },
    statement: { kind: "dialect", operator: "{field}__{operator}" },
    confidence: "likely",
    evidence: joining(first.finding),
    note: "how a field and an operator are joined is not said; the operators have the names of Django's, which joins with two underscores",
  };
  const update = new Map([["x-filter-dialect", dialectOf(filters.map((action) => action.finding.statement).filter(isFilter))]]);
  const dialect = actionOf(finding, root, update);
  const least = (action: LiftedAction): LiftedAction => {
    if (!isFilter(action.finding.statement)) return action;
    const confidence = leastSure(action.confidence, "likely");
    return { ...action, confidence, finding: { ...action.finding, confidence } };
  };
  return dialect === undefined ? actions : [dialect, ...actions.map(least)];
};
