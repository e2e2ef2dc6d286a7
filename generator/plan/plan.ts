import type { Contract, Operation } from "../model/contract.js";
import type { Representation } from "../../templates/client/wire/representation.js";
import type { CodecTree } from "../model/codec-tree.js";
import type { Schema } from "../model/schema.js";
import type { FilterSets } from "./filter-sets.js";
import type { PlannedPart } from "./shared-parts.js";

/** Every name and file of one package, decided once. */
export interface Plan {
  readonly packageName: string;
  readonly contract: Contract;
  /** Schemas with a module of their own, in the order of the index. */
  readonly schemas: readonly PlannedSchema[];
  /** The module of a schema that has one, by itself and not as a variant. */
  readonly plannedFor: (schema: Schema) => PlannedSchema | undefined;
  /** The functions of a schema that stands at several places alike, and has no module as one of `schemas`. */
  readonly partOf: (schema: Schema) => PlannedPart | undefined;
  /** Those, each once. */
  readonly parts: readonly PlannedPart[];
  /** Where values that a program may see otherwise than the wire stand in those of a schema. */
  readonly codecOf: (schema: Schema) => CodecTree | undefined;
  /** How clients of the package show such values unless told otherwise. */
  readonly representation: Representation;
  /** What no client of the package shows otherwise than the wire: it has no codecs for that. */
  readonly fixed: readonly (keyof Representation)[];
  /** Has a value of the schema dates of ServiceStack in it? */
  readonly hasMsDate: (schema: Schema) => boolean;
  /** Can the schema be met again inside of its own value? */
  readonly isRecursive: (schema: Schema) => boolean;
  readonly operations: readonly PlannedOperation[];
  /** Schemas whose values come in streams, each once. */
  readonly streams: readonly PlannedStream[];
  /** Names for the operators that fields share. */
  readonly filterSets: FilterSets;
}

export type SchemaRole = "component" | "request" | "response" | "batch" | "incoming" | "answer" | "referenced";

export interface PlannedSchema {
  readonly schema: Schema;
  readonly role: SchemaRole;
  /** The name in `components/schemas`, as it is written. */
  readonly component?: string;
  /** Where an inline body stands. */
  readonly operation?: Operation;
  readonly names: SchemaNames;
}

export interface SchemaNames {
  /** Path below `src/`, without extension: `schemas/organizationuser-write`. */
  readonly module: string;
  readonly type: string;
  /** `asAccount` and `AccountRules`: the rules checked at a call, where they are too many for the type. */
  readonly as: string;
  readonly rules: string;
  readonly is: string;
  /** `is` for a value that stands at some depth, where the schema is recursive. */
  readonly isAtDepth: string;
  readonly report: string;
  readonly validate: string;
  readonly standard: string;
  readonly jsonSchema: string;
  /** Where values of the schema have moments, days, 64-bit integers and the like. */
  readonly codec?: CodecNames;
}

export interface CodecNames {
  /** `codecs/account` */
  readonly module: string;
  /** `accountCodec`, what the run time knows of it, and `AccountCodec`, what types do. */
  readonly value: string;
  readonly type: string;
  /** `AccountWith<{ dates: "Date" }>` */
  readonly with: string;
}

/** A schema that is the item of a batch, or of an answer in JSON Lines. */
export interface PlannedStream {
  readonly item: PlannedSchema;
  /** Path below `src/`, without extension: `streams/account`. */
  readonly module: string;
  /** `validateAccountStream` */
  readonly validate: string;
}

export interface PlannedOperation {
  readonly operation: Operation;
  readonly names: OperationNames;
}

export interface OperationNames {
  readonly module: string;
  readonly query: string;
  /** The query without its rules, where it has some. */
  readonly queryParameters: string;
  /** The rules of the query checked at a call, where they are too many for the type. */
  readonly asQuery: string;
  readonly queryRules: string;
  readonly validateQuery: string;
  readonly isQuery: string;
  readonly querySchema: string;
  readonly where: string;
  readonly filterParameter: string;
  readonly orderBy: string;
  readonly readWhere: string;
  readonly writeWhere: string;
  /** The module of the function that calls the operation: `client/list-organizationusers`. */
  readonly callModule: string;
  /** `listOrganizationusers` */
  readonly call: string;
  /** `ListOrganizationusersOptions` */
  readonly options: string;
  /** `BulkWriteOrganizationusersOnceOptions`: of the one request of a bulk operation. */
  readonly once: string;
  /** `ListOrganizationusersError` */
  readonly error: string;
  /** `ListOrganizationusersHeaders` and `readListOrganizationusersHeaders`, where answers have headers. */
  readonly headers: string;
  readonly readHeaders: string;
  /** `paginateOrganizationusers` and `streamOrganizationusers`, where there are pages, or JSON Lines. */
  readonly paginate: string;
  readonly stream: string;
  /** `ListOrganizationusersLastNameParameter` by wire name of the field. */
  readonly fieldParameter: ReadonlyMap<string, string>;
}
