import { WrongUse } from "./run-program.mjs";

/** @import { OrganizationuserWrite } from "pigello-accounts" */

/**
 * What becomes of a cell that is not empty. What cannot be converted stays text: the validator then says what is wrong with it.
 * @satisfies {Readonly<Record<string, (cell: string) => unknown>>}
 */
const converters = {
  text: (cell) => cell,
  number: (cell) => (/^-?\d+$/.test(cell.trim()) ? Number(cell) : cell),
  boolean: (cell) => (/^(?:true|false)$/i.test(cell.trim()) ? cell.trim().toLowerCase() === "true" : cell),
  reference: (cell) => ({ id: cell.trim() }),
  references: (cell) => cell.trim().split(/[\s,;]+/).map((id) => ({ id })),
};

/** @satisfies {Readonly<Partial<Record<keyof OrganizationuserWrite, keyof typeof converters>>>} */
const kinds = /** @type {const} */ ({
  detail_access: "number",
  first_name: "text",
  last_name: "text",
  corporate_name: "text",
  custom_id: "text",
  email: "text",
  phone_number: "text",
  ssn: "text",
  ssn_is_coordination_number: "boolean",
  org_no: "text",
  birth_date: "text",
  active_to: "text",
  is_active: "boolean",
  anonymized: "boolean",
  anonymization_name: "text",
  fmi: "text",
  prefer_invoice_view_only: "boolean",
  organization: "reference",
  role: "reference",
  external_clients: "references",
});

/** The names of the columns that there can be. */
export const userColumns = Object.keys(kinds);

/** What a reject file adds to the columns, so that it can be mended and imported as it is. */
export const rejectColumns = ["import_line", "import_status", "import_field", "import_reason"];

/**
 * @typedef {object} UserColumns
 * @property {readonly string[]} header As it stands in the file.
 * @property {(cells: readonly string[]) => OrganizationuserWrite | undefined} userOf What is to be validated; undefined where there
 *   are fewer or more cells than columns.
 */

/** @type {(name: string) => name is keyof typeof kinds} */
const isKnown = (name) => Object.hasOwn(kinds, name);

const names = ["first_name", "last_name", "corporate_name"];

/** @type {(header: readonly string[], fields: readonly string[]) => string[]} */
const problemsOf = (header, fields) => {
  const repeated = fields.filter((field, at) => field !== "" && fields.indexOf(field) < at);
  return [
    ...fields.flatMap((field, at) => (field === "" || isKnown(field) ? [] : [`column ${JSON.stringify(header[at])} is no field of a user`])),
    ...repeated.map((field) => `more than one column for ${field}`),
    ...(fields.includes("detail_access") ? [] : ["no column for detail_access, which every user needs"]),
    ...(names.some((name) => fields.includes(name)) ? [] : [`no column for any of ${names.join(", ")}`]),
  ];
};

/** @type {(header: readonly string[], problems: readonly string[]) => string} */
const refusal = (header, problems) => {
  const other = [";", "\t", ","].find((delimiter) => header.length === 1 && header[0]?.includes(delimiter));
  const hint = other === undefined ? `columns are ${userColumns.join(", ")}; --map NAME=FIELD renames one, --map NAME= leaves it out` : `is the delimiter ${JSON.stringify(other)}? --delimiter says so`;
  return `${problems.join("\n")}\n${hint}`;
};

/**
 * Throws for columns that are not fields of a user, all of them at once.
 * @type {(header: readonly string[], renamed: ReadonlyMap<string, string>) => UserColumns}
 */
export const readUserColumns = (header, renamed) => {
  const fields = header.map((name) => renamed.get(name.trim()) ?? (rejectColumns.includes(name) ? "" : name.trim() || "?"));
  const problems = problemsOf(header, fields);
  if (problems.length > 0) throw new WrongUse(refusal(header, problems));
  const readers = fields.map((name) => (isKnown(name) ? { name, read: converters[kinds[name]] } : undefined));
  return {
    header,
    userOf: (cells) => {
      if (cells.length !== header.length) return undefined;
      const members = readers.flatMap((reader, at) => (reader === undefined || (cells[at] ?? "") === "" ? [] : [[reader.name, reader.read(cells[at] ?? "")]]));
      return /** @type {OrganizationuserWrite} */ (Object.fromEntries(members));
    },
  };
};
