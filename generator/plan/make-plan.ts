import { type Leaf, plainRepresentation, type Representation } from "../../templates/client/wire/representation.js";
import type { Report } from "../diagnostics/collector.js";
import { createCodecTrees } from "../model/codec-tree.js";
import type { Contract } from "../model/contract.js";
import { recursiveSchemas } from "../model/recursive-schemas.js";
import { createAllocator } from "./allocator.js";
import { nameFilterSets } from "./filter-sets.js";
import { withLateNames } from "./late-names.js";
import { nameOperations } from "./name-operations.js";
import { nameSchemas } from "./name-schemas.js";
import { nameStreams } from "./name-streams.js";
import type { Naming } from "./naming.js";
import type { Plan } from "./plan.js";
import type { Renames } from "./renames.js";
import { sharedParts } from "./shared-parts.js";
import { uploadNames } from "./upload-files.js";

const choiceOf = (leaf: Leaf): keyof Representation => (leaf === "int64" ? "int64" : leaf === "decimal" ? "decimals" : "dates");

type Shown = Pick<Plan, "representation" | "fixed" | "codecOf" | "hasMsDate">;

/** What values are shown as, where the configuration chooses or leaves it to each client. */
const shownAs = (chosen: Partial<Representation>): Shown => {
  const fixed = (["dates", "int64", "decimals"] as const).filter((key) => chosen[key] === plainRepresentation[key]);
  const treesWith = createCodecTrees();
  const msDates = treesWith((leaf) => leaf === "ms-date");
  return {
    representation: { ...plainRepresentation, ...chosen },
    fixed,
    codecOf: treesWith((leaf) => !fixed.includes(choiceOf(leaf))),
    hasMsDate: (schema) => msDates(schema) !== undefined,
  };
};

type Modules = Pick<Plan, "plannedFor" | "partOf" | "parts" | "isRecursive">;

const modulesOf = ({ schemaAt }: Contract, schemas: Plan["schemas"]): Modules => {
  const byPointer = new Map(schemas.map((planned) => [planned.schema.pointer, planned]));
  const recursive = recursiveSchemas([...schemaAt.values(), ...schemas.map(({ schema }) => schema)]);
  const plannedFor: Plan["plannedFor"] = (schema) => (schema.variant === undefined ? byPointer.get(schema.pointer) : undefined);
  const isRecursive: Plan["isRecursive"] = (schema) => recursive.has(schema);
  const parts = sharedParts(schemas.map(({ schema }) => schema), (schema) => plannedFor(schema) !== undefined || isRecursive(schema));
  return { plannedFor, isRecursive, partOf: (schema) => parts.get(schema), parts: [...new Set(parts.values())] };
};

/** Names and files of the package; collisions are settled here, in the order of names, and reported. */
export const makePlan = (contract: Contract, packageName: string, report: Report, chosen: Partial<Representation> = {}, renames: Renames = {}): Plan => {
  const naming: Naming = { names: createAllocator(report, uploadNames(contract)), renames, report };
  const shown = shownAs(chosen);
  const named = nameSchemas(contract, naming);
  const operations = nameOperations(contract, naming);
  const schemas = withLateNames(named, shown.codecOf, naming.names);
  const streams = nameStreams(contract, schemas, naming.names);
  const filterSets = nameFilterSets(contract.operations.flatMap(({ filters }) => filters?.fields ?? []), naming.names.isFree);
  return { packageName, contract, schemas, ...modulesOf(contract, schemas), ...shown, operations, streams, filterSets };
};
