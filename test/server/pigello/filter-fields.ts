/** What a filter field holds. */
export type FilterKind = "text" | "dateTime" | "date" | "integer" | "boolean" | "uuid" | "many";

/** A filter field of the list. */
export interface FilterField {
  readonly name: string;
  readonly kind: FilterKind;
}

const named = (kind: FilterKind, names: readonly string[]): readonly FilterField[] => names.map((name) => ({ name, kind }));

/**
 * The 29 filter fields. Four are documented by name; the others are inferred from the read body (see the description).
 * Written down here once more, because nothing of the generated code may be taken for granted.
 */
export const filterFields: readonly FilterField[] = [
  ...named("dateTime", ["active_to", "created_at", "hotp_invite_sendout_time", "last_login"]),
  ...named("date", ["birth_date"]),
  ...named("integer", ["detail_access"]),
  ...named("text", ["anonymization_name", "corporate_name", "custom_id", "email", "first_name", "fmi", "last_name"]),
  ...named("text", ["org_no", "phone_number", "ssn", "username"]),
  ...named("uuid", ["id", "organization", "role"]),
  ...named("many", ["external_clients"]),
  ...named("boolean", ["anonymized", "email_verified", "is_active", "mfa_has_hotp", "mfa_has_totp"]),
  ...named("boolean", ["phone_number_verified", "prefer_invoice_view_only", "ssn_is_coordination_number"]),
];

const range = ["gt", "gte", "in", "isnull", "lt", "lte"];
const text = ["contains", "endswith", "icontains", "iendswith", "iexact", "in", "isnull", "istartswith", "startswith"];
const exact = ["in", "isnull"];

/** The operators of a field beside the exact match, which has no name. The three sets are documented. */
export const operatorsOf = (kind: FilterKind): readonly string[] =>
  ["dateTime", "date", "integer"].includes(kind) ? range : kind === "text" ? text : exact;
