import type { OrganizationuserRead, OrganizationuserWrite } from "pigello-accounts";
import { expectTypeOf } from "vitest";

export const full: OrganizationuserWrite = {
  detail_access: 0,
  first_name: "Ada",
  email: null,
  external_clients: [{ id: "0190163d-8694-739b-aea5-966c26f8ad91" }, {}],
  organization: null,
  role: { id: "0190163d-8694-739b-aea5-966c26f8ad91" },
  debt_distribution_instruction: [null, { any: ["thing"] }],
  profile_picture: { name: "ada.png", md5_hash: "1B2M2Y8AsgTpgAmY7PhCfg==" },
  is_active: true,
};

// @ts-expect-error detail_access is required
export const withoutAccess: OrganizationuserWrite = { first_name: "Ada" };

// @ts-expect-error detail_access is 0, 1 or 2
export const wrongEnum: OrganizationuserWrite = { detail_access: 3, first_name: "Ada" };

// @ts-expect-error is_active is not nullable
export const wrongNull: OrganizationuserWrite = { detail_access: 0, first_name: "Ada", is_active: null };

// @ts-expect-error a present field has a value (exactOptionalPropertyTypes)
export const wrongUndefined: OrganizationuserWrite = { detail_access: 0, first_name: "Ada", email: undefined };

// @ts-expect-error there is no such field
export const unknownField: OrganizationuserWrite = { detail_access: 0, first_name: "Ada", surname: "Lovelace" };

// @ts-expect-error the server makes the id
export const readOnlyField: OrganizationuserWrite = { detail_access: 0, first_name: "Ada", id: "0190163d" };

// @ts-expect-error a body is an object
export const noObject: OrganizationuserWrite = 42;

// A read type is plain: no rule, and a name may be missing.
export const nameless: OrganizationuserRead = { detail_access: 0, id: "0190163d-8694-739b-aea5-966c26f8ad91" };
expectTypeOf<OrganizationuserRead["first_name"]>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<OrganizationuserRead["id"]>().toEqualTypeOf<string>();
expectTypeOf<OrganizationuserRead>().not.toBeAny();
expectTypeOf<OrganizationuserWrite>().not.toBeAny();
expectTypeOf<OrganizationuserWrite>().not.toBeUnknown();
expectTypeOf<keyof OrganizationuserRead & "email_verified">().toEqualTypeOf<"email_verified">();
