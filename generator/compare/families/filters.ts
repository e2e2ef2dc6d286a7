import type { SurfaceFilter, SurfaceOperation, SurfaceOperator } from "../../surface/surface.js";
import type { ChangeKind } from "../change.js";
import { changed, type Comparing, type Found, matched } from "../comparing.js";
import { fieldSubject } from "../values/field-subject.js";
import { compareRules } from "./compare-rules.js";
import { callers, more, same } from "./kind.js";

/** Changes of what a list can be filtered and ordered by. */
export const filterKinds = {
  "filter-added": { title: "A list can be filtered by one more field", verdict: more("Calls without the filter go on as before.") },
  "filter-removed": { title: "A list cannot be filtered by a field any more", verdict: callers("Calls with the filter no longer compile, and it is not sent.") },
  "operator-added": { title: "A filter has one more operator", verdict: more("Calls without the operator go on as before.") },
  "operator-removed": { title: "A filter has one operator less", verdict: callers("Calls with the operator no longer compile, and it is not sent.") },
  "negation-added": { title: "An operator can be negated", verdict: more("Calls without the negation go on as before.") },
  "negation-removed": { title: "An operator cannot be negated any more", verdict: callers("Calls with the negation no longer compile, and it is not sent.") },
  "operand-changed": { title: "An operator takes another kind of value", verdict: callers("Calls with the old kind of value are refused, and no longer compile.") },
  "filter-written-otherwise": { title: "A filter is written otherwise", verdict: callers("Calls by `where` stay as they are, but parameters that programs name themselves, in `query` or in addresses, have other names.") },
  "filter-joined-otherwise": { title: "The values of a filter are joined otherwise", verdict: same("The client joins them: calls stay as they are.") },
  "order-added": { title: "A list can be ordered", verdict: more("Calls without an order go on as before.") },
  "order-removed": { title: "A list cannot be ordered any more", verdict: callers("Calls with an order no longer compile.") },
  "order-value-added": { title: "A list can be ordered in one more way", verdict: more("Calls in the old ways go on as before.") },
  "order-value-removed": { title: "A list cannot be ordered in one way any more", verdict: callers("Calls with the value are refused, and no longer compile.") },
  "order-option-changed": { title: "The order is given otherwise", verdict: callers("Calls with an order no longer compile as they stand.") },
} as const satisfies Record<string, ChangeKind>;

const compareOperator = (subject: string, old: SurfaceOperator, now: SurfaceOperator, { compareValues }: Comparing): readonly Found[] => {
  const found = (code: Found["code"], detail: string): Found => ({ code, subject: `${subject} ${now.name}`, detail, before: { pointer: old.at }, after: { pointer: now.at } });
  const form = (code: Found["code"], detail: string, isThere: boolean): readonly Found[] => (isThere ? [found(code, detail)] : []);
  const [before, after] = [old.shape, now.shape];
  const values =
    before === undefined && after === undefined
      ? []
      : before === undefined || after === undefined
        ? [found("operand-changed", changed(before === undefined ? "a value of the field" : "values of its own", after === undefined ? "a value of the field" : "values of its own"))]
        : compareValues({ subject: `${subject} ${now.name}`, directions: ["request"], before: [before], after: [after], beforeAt: old.shapeAt ?? old.at, afterAt: now.shapeAt ?? now.at });
  return [
    ...form("operator-removed", now.name, old.plain !== undefined && now.plain === undefined),
    ...form("operator-added", now.name, old.plain === undefined && now.plain !== undefined),
    ...form("negation-removed", `not ${now.name}`, old.negated !== undefined && now.negated === undefined),
    ...form("negation-added", `not ${now.name}`, old.negated === undefined && now.negated !== undefined),
    ...form("operand-changed", changed(old.takes, now.takes), old.takes !== now.takes),
    ...(["plain", "negated"] as const).flatMap((key) => {
      const [left, right] = [old[key], now[key]];
      return left === undefined || right === undefined || left === right ? [] : [found("filter-written-otherwise", changed(left, right))];
    }),
    ...form("filter-joined-otherwise", changed(old.style, now.style), old.takes === "list" && now.takes === "list" && old.style !== now.style),
    ...(old.takes === now.takes ? values : []),
  ];
};

/** Operators that came and went with all that they had. */
const goneOperator = (subject: string, code: "operator-removed" | "operator-added", one: SurfaceOperator, places: Pick<Found, "before" | "after">): Found => ({
  code,
  subject: `${subject} ${one.name}`,
  detail: [...(one.plain === undefined ? [] : [one.name]), ...(one.negated === undefined ? [] : [`not ${one.name}`])].join(", "),
  ...places,
});

const compareFilter = (operation: SurfaceOperation, old: SurfaceFilter, now: SurfaceFilter, comparing: Comparing): readonly Found[] => {
  const subject = fieldSubject(`${operation.name} where`, now.field);
  const { both, removed, added } = matched(old.operators, now.operators, ({ name }) => name);
  return [
    ...removed.map((one) => goneOperator(subject, "operator-removed", one, { before: { pointer: one.at }, after: { pointer: now.at } })),
    ...added.map((one) => goneOperator(subject, "operator-added", one, { before: { pointer: old.at }, after: { pointer: one.at } })),
    ...both.flatMap(([left, right]) => compareOperator(subject, left, right, comparing)),
    ...comparing.compareValues({ subject, directions: ["request"], before: [old.shape], after: [now.shape], beforeAt: old.shapeAt, afterAt: now.shapeAt }),
  ];
};

const compareOrders = (old: SurfaceOperation, now: SurfaceOperation): readonly Found[] => {
  const [before, after] = [old.orderBy, now.orderBy];
  if (before === undefined && after === undefined) return [];
  const subject = `${now.name} order`;
  const spots = { before: { pointer: old.at }, after: { pointer: now.at } };
  if (after === undefined) return [{ code: "order-removed", subject, detail: before?.option ?? "", ...spots }];
  if (before === undefined) return [{ code: "order-added", subject, detail: after.option, ...spots }];
  const { removed, added } = matched(before.values, after.values, (value) => value);
  const option = ({ option: name, list }: typeof after): string => (list ? `list ${name}` : name);
  return [
    ...(option(before) === option(after) ? [] : [{ code: "order-option-changed", subject, detail: changed(option(before), option(after)), ...spots } as const]),
    ...removed.map((value): Found => ({ code: "order-value-removed", subject, detail: value, ...spots })),
    ...added.map((value): Found => ({ code: "order-value-added", subject, detail: value, ...spots })),
  ];
};

/** What became of the filters, the order and the rules of a query. */
export const compareFilters = (old: SurfaceOperation, now: SurfaceOperation, comparing: Comparing): readonly Found[] => {
  const { both, removed, added } = matched(old.filters, now.filters, ({ field }) => field);
  const subject = ({ field }: SurfaceFilter): string => fieldSubject(`${now.name} where`, field);
  const operators = (filter: SurfaceFilter): string => filter.operators.map(({ name }) => name).join(", ");
  const requiredOf = (operation: SurfaceOperation): ReadonlySet<string> => new Set(operation.parameters.filter((one) => one.in === "query" && one.required === true).map(({ name }) => name));
  return [
    ...removed.map((one): Found => ({ code: "filter-removed", subject: subject(one), detail: operators(one), before: { pointer: one.at }, after: { pointer: now.at } })),
    ...added.map((one): Found => ({ code: "filter-added", subject: subject(one), detail: operators(one), before: { pointer: old.at }, after: { pointer: one.at } })),
    ...both.flatMap(([left, right]) => compareFilter(now, left, right, comparing)),
    ...compareOrders(old, now),
    ...compareRules(
      { rules: old.queryRules, required: requiredOf(old) },
      { rules: now.queryRules, required: requiredOf(now) },
      { subject: `${now.name} query`, directions: ["request"], beforeAt: old.at, afterAt: now.at },
    ),
  ];
};
