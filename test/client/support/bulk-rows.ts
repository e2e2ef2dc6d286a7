import type { OrganizationuserWrite } from "../../../generated/pigello-accounts/src/schemas/organizationuser-write.js";

/** The n-th row: its `custom_id` tells it from all others. */
export const row = (index: number): OrganizationuserWrite => ({ detail_access: 1, first_name: `Row ${index}`, custom_id: `row-${index}` });

export const rows = (count: number): readonly OrganizationuserWrite[] => Array.from({ length: count }, (_, index) => row(index));

/** A row that the description allows and the server refuses: `detail_access` is fine, the identifier is taken. */
export const taken = (of: number): OrganizationuserWrite => ({ ...row(of), first_name: "Again" });

/** The items of a request, by their identifiers. */
export const idsIn = (body: string): readonly string[] => (JSON.parse(body) as readonly { readonly custom_id: string }[]).map(({ custom_id }) => custom_id);
