import type { OrganizationuserWrite } from "pigello-accounts";

// At least one of first_name, last_name, corporate_name must be set: present and not null.
// What the compiler says of each mistake here is pinned in ../messages/.

export const byFirstName: OrganizationuserWrite = { detail_access: 0, first_name: "Ada" };
export const byLastName: OrganizationuserWrite = { detail_access: 1, last_name: "Lovelace", first_name: null };
export const byCorporateName: OrganizationuserWrite = { detail_access: 2, corporate_name: "Engines AB" };
export const byAll: OrganizationuserWrite = { detail_access: 0, first_name: "", last_name: "", corporate_name: "" };

// @ts-expect-error no name at all
export const nameless: OrganizationuserWrite = { detail_access: 0 };

// @ts-expect-error null does not count as set
export const nullName: OrganizationuserWrite = { detail_access: 0, first_name: null };

// @ts-expect-error nor do three nulls
export const nullNames: OrganizationuserWrite = { detail_access: 0, first_name: null, last_name: null, corporate_name: null };

export const rows: readonly OrganizationuserWrite[] = [
  { detail_access: 0, first_name: "Ada" },
  // @ts-expect-error no name at all, inside an array
  { detail_access: 0 },
  // @ts-expect-error null does not count, inside an array
  { detail_access: 0, first_name: null },
];
