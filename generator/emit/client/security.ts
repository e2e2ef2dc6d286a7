import { type Code, code, join } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { Contract, Operation, SecurityRequirement, SecurityScheme } from "../../model/contract.js";
import { camelCase } from "../../plan/words.js";

/** What the run time knows of a scheme (templates/client/secrets.ts). */
export const tableOf = ({ type, in: place, parameterName = "", scheme = "" }: SecurityScheme): { readonly kind: string; readonly name?: string } => {
  if (type === "apiKey") return { kind: place === "query" || place === "cookie" ? place : "header", name: parameterName };
  if (type === "http") {
    const kind = scheme.toLowerCase();
    return { kind: kind === "bearer" || kind === "basic" ? kind : "authorization" };
  }
  return { kind: type === "mutualTLS" ? "none" : "bearer" };
};

/** credentialKey("customer_id") ~> "customerId" */
export const credentialKey = (scheme: string): string => {
  const key = camelCase(scheme, "credential");
  // every object has a member of that name, given or not
  return key in Object.prototype ? `${key}Credential` : key;
};

/** Every scheme of the API: `{ customerId: { kind: "header", name: "X-CUSTOMER-ID" } }` */
export const schemeTables = ({ securitySchemes }: Contract): Code =>
  code`{\n${securitySchemes.map((scheme) => code`${propertyKey(credentialKey(scheme.name))}: ${literal(tableOf(scheme))},\n`)}}`;

const known = ({ securitySchemes }: Contract): ReadonlySet<string> => new Set(securitySchemes.map(({ name }) => name));

/** The keys of each alternative; without those of schemes that the description lacks, which it reports elsewhere. */
export const keysOf = (security: readonly SecurityRequirement[], contract: Contract): readonly (readonly string[])[] => {
  const schemes = known(contract);
  return security
    .filter((requirement) => requirement.every(({ scheme }) => schemes.has(scheme)))
    .map((requirement) => requirement.map(({ scheme }) => credentialKey(scheme)));
};

export const securityOf = (operation: Operation, contract: Contract): Code => literal(keysOf(operation.security, contract));

const typeOfKey = (key: string, { securitySchemes }: Contract): Code => {
  const scheme = securitySchemes.find(({ name }) => credentialKey(name) === key);
  return scheme !== undefined && tableOf(scheme).kind === "basic"
    ? code`{ readonly username: string; readonly password: string }`
    : code`string`;
};

/** Every combination that some operation asks for, each once, in the order of the operations. */
export const combinations = (contract: Contract): readonly (readonly string[])[] => {
  const all = contract.operations.flatMap((operation) => keysOf(operation.security, contract));
  const byKeys = new Map(all.filter((keys) => keys.length > 0).map((keys) => [[...keys].sort().join(" "), keys]));
  return [...byKeys.values()];
};

/** `{ readonly customerId: string; … }`, a union where there are alternatives; undefined where nothing is asked for. */
export const credentialsType = (contract: Contract): Code | undefined => {
  const alternatives = combinations(contract).map(
    (keys) => code`{ ${keys.map((key) => code`readonly ${propertyKey(key)}: ${typeOfKey(key, contract)}; `)}}`,
  );
  return alternatives.length === 0 ? undefined : join(alternatives, " | ");
};

/** Does every operation ask for credentials? */
export const needsCredentials = (contract: Contract): boolean =>
  contract.operations.length > 0 &&
  contract.operations.every((operation) => {
    const keys = keysOf(operation.security, contract);
    return keys.length > 0 && keys.every((one) => one.length > 0);
  });
