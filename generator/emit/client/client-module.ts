import { type Code, code, identifier, isEmpty, join, symbol, typeSymbol } from "../../code/code.js";
import type { Declaration, Member, ModuleDraft } from "../../code/declaration.js";
import { isPlain } from "../../../templates/client/wire/representation.js";
import { literal } from "../../code/literal.js";
import type { Plan } from "../../plan/plan.js";
import { standardType } from "../codecs/codec-code.js";
import { hasCodecs } from "./has-codecs.js";
import { credentialsType, needsCredentials, schemeTables } from "./security.js";
import { serverMembers, serverTables } from "./servers.js";

const credentials = identifier("Credentials");

const credentialsMember = (plan: Plan): Member => ({
  name: "credentials",
  type: code`${credentials} | (() => ${credentials} | Promise<${credentials}>)`,
  optional: !needsCredentials(plan.contract),
  docs: "What the API asks for; a function is called before each attempt, for what changes.",
});

const docs = "A client of the API, which the operations take. Throws a TypeError for options that make no sense.";

const open = symbol("runtime/client/open-client", "openClient");

const wireType = (name: string): Code => code`${typeSymbol("runtime/client/wire/representation", name)}`;

/** The three choices as type parameters: `const D extends Dates = "string"`. */
const choices = ({ representation: { dates, int64, decimals }, fixed }: Plan): readonly Choice[] => [
  { name: "D", extends: wireType("Dates"), standard: literal(dates), isFixed: fixed.includes("dates") },
  { name: "I", extends: wireType("Int64"), standard: literal(int64), isFixed: fixed.includes("int64") },
  { name: "N", extends: wireType("Decimals"), standard: literal(decimals), isFixed: fixed.includes("decimals") },
];

interface Choice {
  readonly name: string;
  readonly extends: Code;
  readonly standard: Code;
  /** Then there is nothing to choose. */
  readonly isFixed: boolean;
}

const createFunction = (plan: Plan): Declaration => {
  const optional = serverMembers(plan.contract).every((member) => member.optional) && !needsCredentials(plan.contract);
  const common = { kind: "function", name: "createClient", exported: true, docs } as const;
  if (!hasCodecs(plan))
    return {
      ...common,
      parameters: [{ name: "options", type: identifier("ClientOptions"), optional }],
      returnType: code`${typeSymbol("runtime/client/client", "ApiClient")}`,
      body: code`return ${open}(options ?? {}, servers, schemes);`,
    };
  const isStandard = isPlain(plan.representation);
  const standard = isStandard ? code`` : code`, ${literal({ ...plan.representation })}`;
  const all = choices(plan);
  const given = join(all.map(({ name, standard: own, isFixed }) => (isFixed ? own : identifier(name))), ", ");
  const fixed = plan.fixed.length === 0 ? code`` : code`, ${literal(plan.fixed)}`;
  const chosen = code`${typeSymbol("runtime/client/open-client", "Chosen")}<${given}${isStandard ? code`` : code`, ${standardType(plan)}`}>`;
  return {
    ...common,
    typeParameters: all.filter(({ isFixed }) => !isFixed).map(({ name, extends: base, standard: own }) => code`const ${identifier(name)} extends ${base} | ${wireType("Unchosen")} = ${own}`),
    parameters: [{ name: "options", type: code`ClientOptions & ${typeSymbol("runtime/client/open-client", "RepresentationOptions")}<${given}>`, optional }],
    returnType: code`${typeSymbol("runtime/client/client", "ApiClient")}<${chosen}>`,
    body: code`return ${open}(options ?? {}, servers, schemes, ${symbol("runtime/client/open-client", "representationOf")}(options ?? {}${!isEmpty(fixed) && isStandard ? code`, ${symbol("runtime/client/wire/representation", "plainRepresentation")}` : standard}${fixed}));`,
  };
};

const clientType = (plan: Plan): readonly Declaration[] =>
  hasCodecs(plan)
    ? [
        {
          kind: "typeAlias",
          name: "ClientWith",
          exported: true,
          docs: 'A client with such options: `ClientWith<{ dates: "Date" }>`.',
          typeParameters: [code`Part extends Partial<${wireType("Representation")}>`],
          type: code`${typeSymbol("runtime/client/client", "ApiClient")}<${wireType("Completed")}<Part, ${standardType(plan)}>>`,
        },
      ]
    : [];

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
      ...clientType(plan),
      createFunction(plan),
    ],
  };
};
