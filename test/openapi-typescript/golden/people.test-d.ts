import type { components, paths } from "./people.js";

type Schemas = components["schemas"];
type Contacts = NonNullable<paths["/people/contacts"]["put"]["requestBody"]>["content"]["application/json"];
type Range = NonNullable<NonNullable<paths["/people"]["parameters"]["query"]>["range"]>;

// by itself, openapi-typescript makes `unknown` of it
// @ts-expect-error a number is no person
export const number: Schemas["PersonWrite"] = 42;

// @ts-expect-error nothing says who it is
export const nobody: Schemas["PersonWrite"] = { detail_access: 1 };

// @ts-expect-error null does not count
export const nameless: Schemas["PersonWrite"] = { detail_access: 1, first_name: null };

// @ts-expect-error what is required by itself still is
export const incomplete: Schemas["PersonWrite"] = { last_name: "Berg" };

// @ts-expect-error there is no such field
export const misspelt: Schemas["PersonWrite"] = { detail_access: 1, last_nam: "Berg", first_name: "Astrid" };

export const person: Schemas["PersonWrite"] = { detail_access: 1, last_name: "Berg", first_name: null };

/** Rules bind who writes. */
export const read: Schemas["PersonRead"] = { id: "1" };

export const pay = (payment: Schemas["Payment"]): string | undefined => payment?.credit_card ?? payment?.iban;

// @ts-expect-error a credit card asks for an address
pay({ credit_card: "4242" });

// @ts-expect-error one of both
pay({ credit_card: "4242", billing_address: { street: "Storgatan 1" }, iban: "SE35" });

// @ts-expect-error one at least
pay({});

// @ts-expect-error an address has a street or a box
pay({ credit_card: "4242", billing_address: { street: "Storgatan 1", box: "12" } });

pay({ credit_card: "4242", billing_address: { street: "Storgatan 1" } });
pay({ iban: "SE35" });
pay(null);

export const contacts: Contacts = [
  { kind: "home", street: null },
  { kind: "work", company: "Berg AB" },
  // @ts-expect-error at work there is a company
  { kind: "work", street: "Storgatan 1" },
];

export const companies: readonly Schemas["Company"][] = [
  { name: "Berg AB", vat: "SE1", street: "Storgatan 1" },
  // @ts-expect-error a number is missing
  { name: "Berg AB", street: "Storgatan 1" },
];

export const references: readonly Schemas["Reference"][] = [
  { name: "Berg" },
  { number: 1, country: "se" },
  // @ts-expect-error by name or by number
  { name: "Berg", number: 1 },
];

export const narrowed: readonly Schemas["Narrowed"][] = [
  { a: "x", b: "y" },
  { c: 1 },
  // @ts-expect-error what stands beside a union is narrowed by it, not widened
  { a: "x" },
];

export const ranges: readonly Range[] = [
  {},
  { from: "a", to: "b" },
  // @ts-expect-error both or none
  { from: "a" },
];
