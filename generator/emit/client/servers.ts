import { type Code, code, join } from "../../code/code.js";
import type { Member } from "../../code/declaration.js";
import { literal } from "../../code/literal.js";
import type { Contract, Operation, Server } from "../../model/contract.js";
import { kebabCase, words } from "../../plan/words.js";

const shortest = 3;

/** serverNames(servers) ~> "production", "staging": from the descriptions where each is a word or two, else server-1, … */
export const serverNames = (servers: readonly Server[]): readonly string[] => {
  const names = servers.map(({ name, description = "" }) => {
    if (name !== undefined) return kebabCase(name);
    const count = words(description).length;
    return count > 0 && count <= shortest ? kebabCase(description) : "";
  });
  const isGood = names.every((name) => name !== "") && new Set(names).size === names.length;
  return isGood ? names : servers.map((_, index) => `server-${index + 1}`);
};

/** A variable of that name is the one that tells servers apart already. */
const choiceName = ({ servers }: Contract): string =>
  servers.some(({ variables }) => variables.some(({ name }) => name === "environment")) ? "server" : "environment";

const isAbsolute = ({ url }: Server): boolean => /^https?:\/\//i.test(url);

/** Only what can be reached without knowing where the description came from. */
export const reachable = ({ servers }: Contract): readonly Server[] => servers.filter(isAbsolute);

/** The address of an operation that has servers of its own: the first that can be reached, with what its variables are by default. */
export const ownServer = ({ servers }: Operation): string | undefined => {
  const server = servers.find(isAbsolute);
  return server?.variables.reduce((url, { name, default: standard }) => url.replaceAll(`{${name}}`, standard), server.url).replace(/\/+$/, "");
};

const textType = (values: readonly string[]): Code => (values.length === 0 ? code`string` : join(values.map((value) => literal(value)), " | "));

const variableMembers = (servers: readonly Server[]): readonly Member[] => {
  const byName = new Map<string, { readonly values: Set<string>; readonly default: string; isOpen: boolean }>();
  for (const variable of servers.flatMap(({ variables }) => variables)) {
    const known = byName.get(variable.name) ?? { values: new Set(), default: variable.default, isOpen: false };
    for (const value of variable.values) known.values.add(value);
    known.isOpen ||= variable.values.length === 0;
    byName.set(variable.name, known);
  }
  return [...byName].map(([name, { values, isOpen, default: standard }]) => ({
    name,
    type: textType(isOpen ? [] : [...values]),
    optional: true,
    docs: `In the address of the server; ${JSON.stringify(standard)} unless told otherwise.`,
  }));
};

/** The options that tell where the API is: `environment`, or whatever the variables are called, and `baseUrl`. */
export const serverMembers = (contract: Contract): readonly Member[] => {
  const servers = reachable(contract);
  const names = serverNames(servers);
  const choice: readonly Member[] =
    servers.length < 2
      ? []
      : [{ name: choiceName(contract), type: textType(names), optional: true, docs: `Which server; ${JSON.stringify(names[0])} unless told otherwise.` }];
  const baseUrl: Member = {
    name: "baseUrl",
    type: code`string`,
    optional: servers.length > 0,
    docs: servers.length > 0 ? "The address, in place of the described ones." : "The address of the API: the description names none.",
  };
  return [...choice, ...variableMembers(servers), baseUrl];
};

/** What the run time knows of the servers (templates/client/open-client.ts). */
export const serverTables = (contract: Contract): Code => {
  const servers = reachable(contract);
  const names = serverNames(servers);
  const tables = servers.map(({ url, variables }, index) => ({
    url,
    ...(servers.length < 2 ? {} : { option: choiceName(contract), name: names[index] ?? "" }),
    variables: variables.map(({ name, values, default: standard }) => ({ name, values, default: standard })),
  }));
  return literal(tables);
};
