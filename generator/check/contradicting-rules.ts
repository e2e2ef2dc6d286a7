import type { JsonValue } from "../code/json-value.js";
import type { Operation } from "../model/contract.js";
import { componentsOf } from "../model/circles-of.js";
import { conjunctsOf } from "../model/layers.js";
import { groupedBy } from "../source/grouped-by.js";
import type { Schema } from "../model/schema.js";
import type { Rule } from "../rules/index.js";
import { isPlain, type Plain, plainKind } from "../rules/plain.js";
import { child, type Pointer } from "../source/pointer.js";
import type { Check } from "./check.js";

/** A rule about which fields are there, with its sentence. */
interface Demand {
  readonly sentence: string;
  readonly fields: readonly string[];
  readonly pointer: Pointer;
  readonly holds: (value: JsonValue) => boolean;
}

/** What a field can be to such rules: left out, null, or anything else. */
const states: readonly (JsonValue | undefined)[] = [undefined, null, true];

/** Fields that are looked at together; each more takes three times as long. */
const mostFields = 8;

const ruleDemand = (rule: Plain): Demand => {
  const { sentence, fields, holds } = plainKind(rule);
  return { sentence: sentence(rule), fields: fields(rule), pointer: rule.pointer, holds: (value) => holds(rule, value) };
};

const requiredDemand = (name: string, pointer: Pointer): Demand => ({
  sentence: `${name} is required`,
  fields: [name],
  pointer,
  holds: (value) => typeof value === "object" && value !== null && Object.hasOwn(value, name),
});

const requiredDemands = ({ keywords: { required = [] }, pointer }: Schema): readonly Demand[] =>
  required.map((name, index) => requiredDemand(name, child(pointer, "required", index)));

const ruleDemands = (rules: readonly Rule[]): readonly Demand[] => rules.flatMap((rule) => (isPlain(rule) ? [ruleDemand(rule)] : []));

const demandsOn = (schema: Schema): readonly Demand[] => conjunctsOf(schema).flatMap((part) => [...ruleDemands(part.rules), ...requiredDemands(part)]);

const demandsOnQuery = ({ queryRules, parameters }: Operation): readonly Demand[] => [
  ...ruleDemands(queryRules),
  ...parameters.flatMap(({ in: where, name, required, pointer }) => (where === "query" && required ? [requiredDemand(name, child(pointer, "required"))] : [])),
];

/** Demands that have fields in common, directly or by way of others. An object may have thousands, so that they meet at their fields. */
const groupsOf = (demands: readonly Demand[]): readonly (readonly Demand[])[] => {
  const uses = groupedBy(demands.flatMap((demand) => demand.fields.map((field) => ({ field, demand }))), ({ field }) => field);
  const partsOf = (node: Demand | string): readonly (Demand | string)[] => (typeof node === "string" ? (uses.get(node) ?? []).map(({ demand }) => demand) : node.fields);
  const groupOf = new Map(componentsOf<Demand | string>(demands, partsOf).flatMap(({ nodes }, index) => nodes.map((node) => [node, index] as const)));
  return [...groupedBy(demands, (demand) => groupOf.get(demand)).values()];
};

const fieldsOf = (demands: readonly Demand[]): readonly string[] => [...new Set(demands.flatMap(({ fields }) => fields))];

/** Every object that differs from others in which fields are there. */
const objectsOf = (fields: readonly string[]): readonly Readonly<Record<string, JsonValue>>[] =>
  fields.reduce<readonly Readonly<Record<string, JsonValue>>[]>(
    (objects, field) => states.flatMap((state) => objects.map((object) => (state === undefined ? object : { ...object, [field]: state }))),
    [Object.create(null) as Readonly<Record<string, JsonValue>>],
  );

/** The demands without those that the finding does not need. */
const needed = (demands: readonly Demand[], isFound: (some: readonly Demand[]) => boolean): readonly Demand[] =>
  demands.reduce<readonly Demand[]>((left, demand) => {
    const others = left.filter((other) => other !== demand);
    return isFound(others) ? others : left;
  }, demands);

interface Contradiction {
  readonly message: string;
  readonly demands: readonly Demand[];
}

const contradictionIn = (group: readonly Demand[]): readonly Contradiction[] => {
  const fields = fieldsOf(group);
  if (group.length < 2 || fields.length > mostFields) return [];
  const objects = objectsOf(fields);
  const isNever = (fits: (object: Readonly<Record<string, JsonValue>>) => boolean) => (demands: readonly Demand[]): boolean =>
    !objects.some((object) => fits(object) && demands.every(({ holds }) => holds(object)));
  const impossible = isNever(() => true);
  if (impossible(group)) return [{ message: "no object obeys all of these rules", demands: needed(group, impossible) }];
  return fields.flatMap((field): readonly Contradiction[] => {
    const isDead = isNever((object) => object[field] === true);
    if (!isDead(group)) return [];
    const demands = needed(group, isDead);
    // a rule that forbids a field by itself means it
    return demands.length < 2 ? [] : [{ message: `the rules never allow ${JSON.stringify(field)}`, demands }];
  });
};

/** Rules that each make sense and leave nothing together: no object, or a field that never may be there. */
export const contradictingRules: Check = (contract, report) => {
  for (const all of [...[...contract.schemaAt.values()].map(demandsOn), ...contract.operations.map(demandsOnQuery)])
    for (const { message, demands } of groupsOf(all).flatMap(contradictionIn)) {
      const [first, ...others] = demands;
      if (first === undefined) continue;
      report("rule-contradiction", {
        message: `${message}: ${demands.map(({ sentence }) => JSON.stringify(sentence)).join(", ")}`,
        at: { pointer: first.pointer },
        notes: others.map(({ sentence, pointer }) => ({ message: sentence, target: { pointer } })),
      });
    }
};
