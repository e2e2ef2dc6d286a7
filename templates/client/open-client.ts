import { ApiClient, checkedBaseUrl, type ClientState, type CommonOptions } from "./client.js";
import type { Members } from "./parameters.js";
import type { SchemeTables } from "./secrets.js";

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

/** A client for the server that the options choose. Throws a TypeError for options that make no sense. */
export const openClient = (
  options: CommonOptions & { readonly credentials?: ClientState["credentials"] },
  servers: readonly ServerTable[],
  schemes: SchemeTables,
): ApiClient => new ApiClient({ ...options, baseUrl: checkedBaseUrl(addressOf(servers, options as Members)), schemes });
