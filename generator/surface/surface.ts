import type { Direction } from "../model/directions.js";
import type { Pointer } from "../source/pointer.js";
import type { Shape, SurfaceRule } from "./shape.js";

/** The version of the form; a surface of another version is not read. */
export const surfaceVersion = 1;

/**
 * What a generated package shows to programs, as plain data: the form in which two versions of it are compared. Everything is
 * sorted by code unit, and whatever has a place in the description says it in `at`.
 */
export interface Surface {
  readonly surface: typeof surfaceVersion;
  readonly title: string;
  /** `info.version` */
  readonly version: string;
  /** How clients show values unless told otherwise. */
  readonly representation: { readonly dates: string; readonly int64: string; readonly decimals: string };
  readonly client?: SurfaceClient;
  readonly operations: readonly SurfaceOperation[];
  readonly incoming: readonly SurfaceIncoming[];
  readonly schemas: readonly SurfaceSchema[];
  /** Exported names that belong to the package as a whole: interfaces that filters share. */
  readonly names: readonly string[];
  /** What emitters of the configuration add; absent where that is not known, as of a description by itself. */
  readonly emitted?: readonly SurfaceModule[];
}

/** What emitters add to the index, or to a module that has a path of its own. */
export interface SurfaceModule {
  /** Behind the name of the package: `.`, `./handlers` */
  readonly subpath: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** What `createClient` takes. */
export interface SurfaceClient {
  /** `environment`, where there is a choice. */
  readonly serverOption?: string;
  /** The names of the servers among which an option chooses; none where there is no choice. */
  readonly servers: readonly string[];
  /** Their addresses, the one that counts unless told otherwise first. */
  readonly addresses: readonly string[];
  /** Is there a server that needs no `baseUrl`? */
  readonly hasServer: boolean;
  /** Options for variables of servers; no values where any text will do. */
  readonly variables: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** Members of the credentials, with the type of each. */
  readonly credentials: readonly { readonly key: string; readonly type: "text" | "basic"; readonly wire: string; readonly at: Pointer }[];
  /** The combinations that some operation asks for. */
  readonly combinations: readonly (readonly string[])[];
  /** Does every operation ask for some? */
  readonly needsCredentials: boolean;
}

export interface SurfaceOperation {
  /** The function: `listPets`. */
  readonly name: string;
  /** As the description has it. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly at: Pointer;
  readonly deprecated?: true;
  /** All but those that are filters. */
  readonly parameters: readonly SurfaceParameter[];
  readonly body?: SurfaceBody;
  readonly responses: readonly SurfaceResponse[];
  /** The combinations of credentials that it can be called with; one of none where it needs none. */
  readonly security: readonly (readonly string[])[];
  readonly filters: readonly SurfaceFilter[];
  readonly orderBy?: { readonly option: string; readonly parameter: string; readonly list: boolean; readonly values: readonly string[] };
  readonly queryRules: readonly SurfaceRule[];
  readonly pagination?: { readonly page: string; readonly size: string };
  readonly stream?: { readonly parameter: string; readonly value: boolean | string | number };
  /** JSON Pointers into the bodies of a bulk operation. */
  readonly bulk?: { readonly request: string; readonly response: string; readonly match: string };
  /** Every name that the package exports for it. */
  readonly names: readonly string[];
}

export interface SurfaceParameter {
  readonly in: "query" | "querystring" | "path" | "header" | "cookie";
  readonly name: string;
  /** What the options of a call name it. */
  readonly option: string;
  readonly at: Pointer;
  /** Where its schema stands, if that is not `at/schema`. */
  readonly shapeAt?: Pointer;
  readonly required?: true;
  readonly deprecated?: true;
  /** How it is written: `form explode`. */
  readonly style: string;
  readonly shape: Shape;
}

export interface SurfaceBody {
  readonly at: Pointer;
  readonly required: boolean;
  /** What is sent unless told otherwise. */
  readonly standard: string;
  readonly content: readonly SurfaceMediaType[];
}

export interface SurfaceMediaType {
  readonly mediaType: string;
  readonly at: Pointer;
  readonly shape?: Shape;
  readonly itemShape?: Shape;
}

export interface SurfaceResponse {
  /** `200`, `4XX`, `default` */
  readonly status: string;
  readonly at: Pointer;
  /** What stands in it unless another media type was asked for. */
  readonly standard?: string;
  readonly content: readonly SurfaceMediaType[];
  readonly headers: readonly SurfaceHeader[];
}

export interface SurfaceHeader {
  readonly name: string;
  readonly at: Pointer;
  readonly shapeAt?: Pointer;
  readonly shape: Shape;
}

/** One field that a list can be filtered by. */
export interface SurfaceFilter {
  readonly field: string;
  readonly at: Pointer;
  /** One value of the field. */
  readonly shape: Shape;
  readonly shapeAt: Pointer;
  readonly operators: readonly SurfaceOperator[];
}

export interface SurfaceOperator {
  readonly name: string;
  /** `value`, `list`, `text`, … */
  readonly takes: string;
  /** Where its values are not those of the field. */
  readonly shape?: Shape;
  readonly shapeAt?: Pointer;
  /** How several values are joined. */
  readonly style: string;
  /** The parameters for it and for its opposite. */
  readonly plain?: string;
  readonly negated?: string;
  readonly at: Pointer;
}

/** A webhook, or a callback of an operation. */
export interface SurfaceIncoming {
  readonly kind: "webhook" | "callback";
  /** `order`, `subscribe done`, with the method: `order post` */
  readonly name: string;
  readonly at: Pointer;
  readonly body?: SurfaceBody;
  readonly responses: readonly SurfaceResponse[];
}

export interface SurfaceSchema {
  /** The exported type, or the pointer of what has none. */
  readonly id: string;
  readonly at: Pointer;
  /** What the description calls it, where it is a component. */
  readonly component?: string;
  /** Which ways its values go; neither where no operation has them. */
  readonly directions: readonly Direction[];
  readonly shape: Shape;
  /** Every name that the package exports for it; none where it has no type of its own. */
  readonly names: readonly string[];
}
