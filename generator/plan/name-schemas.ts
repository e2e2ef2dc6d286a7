import type { Contract } from "../model/contract.js";
import type { Pointer } from "../source/pointer.js";
import { inNameOrder } from "./name-order.js";
import { type Naming, wantedName } from "./naming.js";
import type { PlannedSchema, SchemaNames, SchemaRole } from "./plan.js";
import { renameOf, type Renames, reportUnknownNames } from "./renames.js";
import { type Candidate, schemaCandidates } from "./schema-candidates.js";
import { kebabCase } from "./words.js";

type OwnNames = Omit<SchemaNames, "module" | "jsonSchema" | "codec">;

/** A schema that has its names, except for those that are handed out when every schema has these. */
export type NamedSchema = Omit<PlannedSchema, "names"> & { readonly names: OwnNames & Pick<SchemaNames, "module"> };

/** What is called after a type, and is free where the type is. */
const namesAfter = (type: string): OwnNames => ({
  type,
  as: `as${type}`,
  rules: `${type}Rules`,
  is: `is${type}`,
  isAtDepth: `is${type}AtDepth`,
  report: `report${type}`,
  validate: `validate${type}`,
  standard: `${type}Schema`,
});

const derived = (type: string): readonly string[] => Object.values(namesAfter(type));

const givenName = ({ component, wanted }: Candidate, renames: Renames): string | undefined => renameOf(renames.schemas, component ?? wanted);

const named = (candidate: Candidate, naming: Naming): NamedSchema => {
  const { wanted, ...rest } = candidate;
  const { pointer } = candidate.schema;
  const type = naming.names.type(wantedName(givenName(candidate, naming.renames), wanted, derived, pointer, naming), derived, pointer);
  return { ...rest, names: { module: naming.names.module("schemas", kebabCase(type)), ...namesAfter(type) } };
};

const rank: Readonly<Record<SchemaRole, string>> = { component: "0", batch: "1", request: "2", response: "2", incoming: "2", answer: "3", referenced: "4" };

/** Given names first, then components that are called so already, other components, bodies, and what else is referred to. */
const candidateKeys = (candidate: Candidate, renames: Renames): readonly string[] => {
  const { role, wanted, component, schema } = candidate;
  return [givenName(candidate, renames) === undefined ? "1" : "0", rank[role], component === undefined || component === wanted ? "0" : "1", wanted, component ?? "", schema.pointer];
};

/** A schema that several operations share is named after the first of them by name. */
const namedByPointer = (candidates: readonly Candidate[], naming: Naming): ReadonlyMap<Pointer, NamedSchema> => {
  const first = new Map<Pointer, Candidate>();
  for (const candidate of inNameOrder(candidates, (one) => candidateKeys(one, naming.renames)))
    if (!first.has(candidate.schema.pointer)) first.set(candidate.schema.pointer, candidate);
  const byPointer = new Map([...first].map(([pointer, candidate]) => [pointer, named(candidate, naming)]));
  const renamable = [...first.values()].map(({ component, wanted }) => component ?? wanted);
  reportUnknownNames("schemas", naming.renames.schemas, renamable, naming.report);
  return byPointer;
};

/** Every schema with a module of its own, in document order, and named in the order of names. */
export const nameSchemas = (contract: Contract, naming: Naming): readonly NamedSchema[] => {
  const candidates = schemaCandidates(contract);
  const byPointer = namedByPointer(candidates, naming);
  return [...new Set(candidates.map(({ schema }) => schema.pointer))].flatMap((pointer) => byPointer.get(pointer) ?? []);
};
