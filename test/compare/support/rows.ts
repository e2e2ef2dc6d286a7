import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Emitted } from "./emitted.js";
import type { Representation } from "../../../templates/client/wire/representation.js";

type Members = Readonly<Record<string, unknown>>;

interface Versions {
  readonly old: unknown;
  readonly new: unknown;
}

/** A program, or a value of `Thing`, whose fate tells the class of a change. */
interface Proof {
  /** A program that compiles with the old package and not with the new one. */
  readonly breaks?: string;
  /** A value that the old validator takes and the new one refuses. */
  readonly refused?: unknown;
  /** A value that the old validator refuses and the new one takes: none that readers were told of. */
  readonly unexpected?: unknown;
  /** A program that compiles with both, and one that only compiles with the new package. */
  readonly works?: string;
  readonly gains?: string;
  /** A value that both validators take. */
  readonly kept?: unknown;
  /** Why neither a program nor a value could tell. */
  readonly because?: string;
}

/** One change of a description. */
export interface Row {
  readonly family: string;
  readonly title: string;
  readonly old: Members;
  readonly new: Members;
  /** What the configuration says of the package. */
  readonly settings: { readonly old: Partial<Representation>; readonly new: Partial<Representation> };
  /** What an emitter of the configuration adds; undefined where nobody says. */
  readonly emitted: { readonly old?: Emitted; readonly new?: Emitted };
  /** "code is class", each once, sorted. */
  readonly changes: readonly string[];
  readonly callers?: Proof;
  readonly readers?: Proof;
  readonly compatible?: Proof;
}

const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

const membersOf = (value: unknown): Members => (isMembers(value) ? value : {});

const description = (parts: Members): Members => ({
  openapi: "3.1.0",
  info: { title: "Things", version: "1.0.0" },
  servers: [{ url: "https://things.example" }],
  paths: {},
  ...parts,
});

const thing = { $ref: "#/components/schemas/Thing" };

const components = (schema: unknown, others: Members): Members => ({ components: { schemas: { Thing: schema, ...others } } });

const sent: Members = { post: { operationId: "sendThing", requestBody: { required: true, content: { "application/json": { schema: thing } } }, responses: { "204": { description: "Done." } } } };

const read: Members = { get: { operationId: "readThing", responses: { "200": { description: "A thing.", content: { "application/json": { schema: thing } } } } } };

const list = (parameters: unknown, more: Members): Members => ({
  "/things": {
    get: {
      operationId: "listThings",
      parameters,
      responses: { "200": { description: "Things.", content: { "application/json": { schema: { type: "array", items: { type: "string" } } } } } },
      ...more,
    },
  },
});

const operators: Members = { contains: "text", startswith: "text", gt: "value", lt: "value", in: "list", isnull: "boolean" };

const dialect: Members = {
  operator: "{field}__{operator}",
  negation: "{parameter}!",
  list: "comma",
  sets: { text: ["contains", "startswith"], range: ["gt", "lt"] },
};

/** The dialect with other members; null stands for none. */
const dialectWith = (own: Members): Members => {
  const whole = { ...dialect, ...own, sets: { ...membersOf(dialect["sets"]), ...membersOf(own["sets"]) }, operators: { ...operators, ...membersOf(own["operators"]) } };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
};

const filters = (fields: Members, schema: unknown): readonly Members[] =>
  Object.entries(fields).map(([name, filter]) => ({ name, in: "query", schema, "x-filter": Array.isArray(filter) ? { operators: filter, negatable: false } : filter }));

/** The ways in which a row may write its descriptions: as a schema that is sent or read, as a query, as filters, or whole. */
const forms: Readonly<Record<string, (value: unknown, more: Members, others: Members) => Members>> = {
  sent: (schema, _, others) => description({ paths: { "/thing": sent }, ...components(schema, others) }),
  read: (schema, _, others) => description({ paths: { "/thing": read }, ...components(schema, others) }),
  both: (schema, _, others) => description({ paths: { "/thing": { ...sent, ...read } }, ...components(schema, others) }),
  query: (parameters, more) => description({ paths: list(parameters, more) }),
  filters: (fields, { schema = { type: "string" }, dialect: own, ...more }) =>
    description({ "x-filter-dialect": dialectWith(membersOf(own)), paths: list(filters(membersOf(fields), schema), more) }),
  api: (parts) => description(membersOf(parts)),
};

const rowOf = (family: string, written: Members): Row => {
  const { title, changes, callers, readers, compatible, more, schemas } = written;
  const form = Object.keys(forms).find((name) => Object.hasOwn(written, name));
  const make = form === undefined ? undefined : forms[form];
  if (form === undefined || make === undefined) throw new Error(`${family}: ${String(title)} has no form`);
  const versions = membersOf(written[form]) as unknown as Versions;
  const version = (key: "old" | "new"): Members => make(versions[key], membersOf(membersOf(more)[key]), membersOf(schemas));
  const proofs = Object.entries({ callers, readers, compatible }).filter(([, proof]) => proof !== undefined);
  return {
    family,
    title: String(title),
    old: version("old"),
    new: version("new"),
    settings: { old: {}, new: {}, ...membersOf(written["settings"]) },
    emitted: membersOf(written["emitted"]),
    changes: (changes as readonly string[]).toSorted(),
    ...Object.fromEntries(proofs),
  };
};

const folder = fileURLToPath(new URL("../table", import.meta.url));

/** All rows of the table, file by file. */
export const rows: readonly Row[] = readdirSync(folder)
  .sort()
  .flatMap((file) => {
    const written: unknown = parse(readFileSync(path.join(folder, file), "utf8"), { merge: true });
    return (Array.isArray(written) ? written : []).map((row) => rowOf(file.replace(".yaml", ""), membersOf(row)));
  });
