import type { FieldErrors } from "../django/filter-parameter.js";
import type { StoredUser } from "./stored-user.js";
import { readOnlyFields, writeFields } from "./write-fields.js";

/** The file that a body announces: the table adds where it is kept. */
export interface AnnouncedFile {
  readonly name: string;
  readonly md5: string;
}

/** What a body sets, as the table keeps it. */
export type Changes = Partial<Omit<StoredUser, "profile_picture">> & { readonly profile_picture?: AnnouncedFile | null };

/** Either what to write, or the messages by field. */
export type CheckedWrite = { readonly changes: Changes; readonly errors?: never } | { readonly errors: FieldErrors; readonly changes?: never };

const names = ["first_name", "last_name", "corporate_name"] as const;

/** The sentence is documented; that null does not count as set, and the empty text does, is inferred. */
const nameErrors = (body: Readonly<Record<string, unknown>>): FieldErrors =>
  names.some((name) => Object.hasOwn(body, name) && body[name] !== null)
    ? {}
    : { first_name: ["This field, or at least one of the following fields must be set: last_name, corporate_name"] };

/** Checks one body and its rule; whether a value is taken is seen by the table only. */
export const checkWrite = (body: unknown): CheckedWrite => {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return { errors: { non_field_errors: ["Invalid data. Expected a dictionary."] } };
  const given = body as Readonly<Record<string, unknown>>;
  const changes: Record<string, unknown> = {};
  const errors: Record<string, readonly string[]> = { ...nameErrors(given) };
  if (!Object.hasOwn(given, "detail_access")) errors["detail_access"] = ["This field is required."];
  for (const [name, value] of Object.entries(given)) {
    if (readOnlyFields.has(name)) continue;
    const understood = writeFields.get(name)?.(value) ?? { error: "Unknown field." };
    if (understood.error === undefined) changes[name] = understood.value;
    else errors[name] = [value === null ? "This field may not be null." : understood.error];
  }
  return Object.keys(errors).length > 0 ? { errors } : { changes: changes as Changes };
};
