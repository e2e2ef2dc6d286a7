import { componentsOf } from "../model/circles-of.js";
import { isReference, isSchema } from "../model/subschemas.js";
import type { Schema } from "../model/schema.js";
import type { Plan } from "../plan/plan.js";
import { sentForms } from "./client/sent-forms.js";

/** A text that two values of the model have in common only if whatever is made of them is the same. */
export type Fingerprint = (...values: readonly unknown[]) => string;

/** A text with holes for what is said of other schemas. */
type Skeleton = readonly (string | Schema)[];

const scalarText = (value: unknown): string => (Object.is(value, -0) ? "-0" : typeof value === "string" ? JSON.stringify(value) : String(value));

/** Data of the model as a skeleton: references lead to their schema; functions are the tool's own code, and left out. */
const skeletonOf = (data: unknown, isHole: (schema: Schema) => boolean): Skeleton => {
  const parts: (string | Schema)[] = [];
  let text = "";
  const hole = (schema: Schema): void => {
    parts.push(text, schema);
    text = "";
  };
  const members = (all: Iterable<readonly [unknown, unknown]>): void => {
    for (const [key, member] of all) {
      if (member === undefined || typeof member === "function") continue;
      text += `${scalarText(key)}:`;
      add(member);
      text += ",";
    }
  };
  const add = (value: unknown): void => {
    if (typeof value !== "object" || value === null) {
      text += scalarText(value);
      return;
    }
    if (isSchema(value) && isHole(value)) return hole(value);
    text += "{";
    if (Array.isArray(value)) for (const item of value) {
      add(item);
      text += ",";
    }
    else members(value instanceof Map ? value : Object.entries(value));
    if (isReference(value)) hole(value.schema());
    text += "}";
  };
  add(data);
  parts.push(text);
  return parts;
};

const filled = (skeleton: Skeleton, textOf: (schema: Schema) => string): string => skeleton.map((part) => (typeof part === "string" ? part : textOf(part))).join("");

/** The schema by itself: of two that stand at one place, one may be read in another way. */
const keyOf = ({ pointer, variant = "" }: Schema): string => JSON.stringify([pointer, variant]);

/**
 * Fingerprints over a plan. Of a schema counts what it says, all that it leads to, and what the plan says of each of these: what they are
 * called, which way their values go. Schemas that lead to one another have one fingerprint together, so that a change in one of them is a
 * change of all. `digest` makes a short text of any text.
 */
export const createFingerprint = (plan: Plan, digest: (text: string) => string): Fingerprint => {
  const { plannedFor, partOf, contract } = plan;
  const forms = sentForms(contract);
  const ground = JSON.stringify([plan.representation, plan.fixed]);
  const skeletons = new Map<Schema, Skeleton>();
  const known = new Map<Schema, string>();

  /** What the plan knows of it. */
  const factsOf = (schema: Schema): unknown => {
    const { variant: _, ...plain } = schema;
    const planned = plannedFor(plain);
    const part = partOf(schema);
    return [planned?.names, planned?.component, part?.module, part?.is, part?.report, [...contract.directions(schema.pointer)], forms.has(schema.pointer)];
  };

  const skeletonFor = (schema: Schema): Skeleton => {
    const before = skeletons.get(schema);
    if (before !== undefined) return before;
    const made = skeletonOf([schema, factsOf(schema)], (one) => one !== schema);
    skeletons.set(schema, made);
    return made;
  };

  const partsOf = (schema: Schema): readonly Schema[] => skeletonFor(schema).filter((part) => typeof part !== "string");

  /** Finds out about all that is reached from the schemas and not known yet. */
  const explore = (roots: readonly Schema[]): void => {
    const isOpen = (schema: Schema): boolean => !known.has(schema);
    for (const { nodes, isCircle } of componentsOf(roots.filter(isOpen), (schema) => partsOf(schema).filter(isOpen))) {
      const within = new Set(isCircle ? nodes : []);
      const textOf = (schema: Schema): string => filled(skeletonFor(schema), (part) => (within.has(part) ? keyOf(part) : (known.get(part) ?? "")));
      const own = nodes.map((schema) => ({ schema, text: textOf(schema) }));
      const all = digest(own.map(({ text }) => text).sort().join("\n"));
      for (const { schema } of own) {
        known.set(schema, nodes.length === 1 ? all : digest(`${keyOf(schema)}${all}`));
        skeletons.delete(schema);
      }
    }
  };

  return (...values) => {
    const skeleton = skeletonOf(values, () => true);
    explore(skeleton.filter((part) => typeof part !== "string"));
    return digest(ground + filled(skeleton, (schema) => known.get(schema) ?? ""));
  };
};
