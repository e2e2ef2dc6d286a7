import { code, identifier, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, Member, ModuleDraft } from "../../code/declaration.js";
import type { Plan } from "../../plan/plan.js";
import { credentialsType, needsCredentials, schemeTables } from "./security.js";
import { serverMembers, serverTables } from "./servers.js";

const credentials = identifier("Credentials");

const credentialsMember = (plan: Plan): Member => ({
  name: "credentials",
  type: code`${credentials} | (() => ${credentials} | Promise<${credentials}>)`,
  optional: !needsCredentials(plan.contract),
  docs: "What the API asks for; a function is called before each attempt, for what changes.",
});

/** `createClient`, with the servers and the credentials of this API. */
export const clientModule = (plan: Plan): ModuleDraft => {
  const type = credentialsType(plan.contract);
  const named: readonly Declaration[] =
    type === undefined
      ? []
      : [{ kind: "typeAlias", name: "Credentials", exported: true, docs: "What an operation asks for, all of one kind together.", type }];
  return {
    kind: "module",
    path: "client",
    declarations: [
      ...named,
      {
        kind: "interface",
        name: "ClientOptions",
        exported: true,
        extends: [code`${typeSymbol("runtime/client/client", "CommonOptions")}`],
        members: [...serverMembers(plan.contract), ...(type === undefined ? [] : [credentialsMember(plan)])],
      },
      {
        kind: "const",
        name: "servers",
        exported: false,
        type: code`readonly ${typeSymbol("runtime/client/open-client", "ServerTable")}[]`,
        value: serverTables(plan.contract),
      },
      {
        kind: "const",
        name: "schemes",
        exported: false,
        type: code`${typeSymbol("runtime/client/secrets", "SchemeTables")}`,
        value: schemeTables(plan.contract),
      },
      {
        kind: "function",
        name: "createClient",
        exported: true,
        docs: "A client of the API, which the operations take. Throws a TypeError for options that make no sense.",
        parameters: [{ name: "options", type: identifier("ClientOptions"), optional: serverMembers(plan.contract).every(({ optional }) => optional) && !needsCredentials(plan.contract) }],
        returnType: code`${typeSymbol("runtime/client/client", "ApiClient")}`,
        body: code`return ${symbol("runtime/client/open-client", "openClient")}(options ?? {}, servers, schemes);`,
      },
    ],
  };
};
