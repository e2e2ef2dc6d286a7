import { ApiClient, checkedBaseUrl, type ClientState, type CommonOptions } from "./client.js";
import type { Members } from "./parameters.js";
import type { SchemeTables } from "./secrets.js";
import { type AnyRepresentation, choices, type Dates, type Decimals, type Int64, type PlainRepresentation, plainRepresentation, type Representation, type Unchosen } from "./wire/representation.js";

/** A server of the description. */
export interface ServerTable {
  /** With its variables in braces. */
  readonly url: string;
  /** The option that chooses among the servers, and its value for this one. */
  readonly option?: string;
  readonly name?: string;
  /** Without values, any that stays within its part of the address. */
  readonly variables: readonly { readonly name: string; readonly values: readonly string[]; readonly default: string }[];
}

const refuse = (message: string): never => {
  throw new TypeError(message);
};

const chosen = (servers: readonly ServerTable[], options: Members): ServerTable => {
  const wanted = servers.find(({ option = "" }) => options[option] !== undefined)?.option;
  const server = wanted === undefined ? servers[0] : servers.find(({ name }) => name === options[wanted]);
  return server ?? refuse(wanted === undefined ? "baseUrl is required" : `${wanted} must be one of ${servers.map(({ name }) => name).join(", ")}`);
};

const valueOf = ({ name, values, default: standard }: ServerTable["variables"][number], options: Members): string => {
  const value = options[name] ?? standard;
  if (typeof value !== "string") return refuse(`${name} must be a string`);
  if (values.length > 0 && !values.includes(value)) return refuse(`${name} must be one of ${values.join(", ")}`);
  // another host, path or user would follow from these
  return /[/?#@\\:\s]/.test(value) && value !== standard ? refuse(`${name} must be a part of an address`) : value;
};

const addressOf = (servers: readonly ServerTable[], options: Members): string => {
  const { baseUrl } = options;
  if (baseUrl !== undefined) return typeof baseUrl === "string" ? baseUrl : refuse("baseUrl must be a string");
  const { url, variables } = chosen(servers, options);
  return variables.reduce((text, variable) => text.replaceAll(`{${variable.name}}`, valueOf(variable, options)), url);
};

/** The options that tell how values of some formats stand in the program. */
export interface RepresentationOptions<D extends Dates | Unchosen, I extends Int64 | Unchosen, N extends Decimals | Unchosen> {
  /** Moments, days and lengths of time: as they are on the wire, as Date, or as the types of Temporal. */
  readonly dates?: D;
  /** Integers of 64 bits: a number carries them up to 2^53 exactly. */
  readonly int64?: I;
  /** Decimal numbers that are numbers on the wire: a number rounds them. */
  readonly decimals?: N;
}

/** The representation of a client with such options. */
export interface Chosen<D extends Dates | Unchosen, I extends Int64 | Unchosen, N extends Decimals | Unchosen, Standard extends Representation = PlainRepresentation> {
  readonly dates: Unchosen extends D ? Standard["dates"] : D;
  readonly int64: Unchosen extends I ? Standard["int64"] : I;
  readonly decimals: Unchosen extends N ? Standard["decimals"] : N;
}

/** What the options choose, else what the package does. Throws a TypeError for what there is not, Temporal on platforms without it too. */
export const representationOf = (options: Partial<AnyRepresentation>, standard: Representation = plainRepresentation, fixed: readonly (keyof Representation)[] = []): Representation => {
  const { dates = standard.dates, int64 = standard.int64, decimals = standard.decimals } = options as Partial<Representation>;
  const chosen: Representation = { dates, int64, decimals };
  for (const key of ["dates", "int64", "decimals"] as const)
    if (!choices[key].some((one) => one === chosen[key])) refuse(`${key} must be one of ${choices[key].join(", ")}`);
  for (const key of fixed) if (chosen[key] !== standard[key]) refuse(`${key} can only be ${standard[key]}: the package was generated so`);
  if (chosen.dates === "Temporal" && !("Temporal" in globalThis))
    refuse('dates: "Temporal" needs globalThis.Temporal, which this platform lacks; import a polyfill such as temporal-polyfill/global first');
  return chosen;
};

/** A client for the server that the options choose. Throws a TypeError for options that make no sense. */
export const openClient = <Shown extends AnyRepresentation = PlainRepresentation>(
  options: CommonOptions & { readonly credentials?: ClientState["credentials"] },
  servers: readonly ServerTable[],
  schemes: SchemeTables,
  representation: Representation = plainRepresentation,
): ApiClient<Shown> => new ApiClient<Shown>({ ...options, baseUrl: checkedBaseUrl(addressOf(servers, options as Members)), isDescribed: (options as Members)["baseUrl"] === undefined, schemes, representation });
