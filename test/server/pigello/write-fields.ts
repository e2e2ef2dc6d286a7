import { storedDate, storedDateTime } from "../django/date-time.js";
import type { Understood } from "../django/filter-parameter.js";
import { isLuhn } from "./luhn.js";

/** Reads the value of a field of a body and gives what the table keeps, or what is wrong with it. */
export type FieldReader = (value: unknown) => Understood<unknown>;

const nullable =
  (read: FieldReader): FieldReader =>
  (value) => (value === null ? { value } : read(value));

interface TextRule {
  readonly least?: number;
  readonly most?: number;
  readonly is?: (text: string) => boolean;
  readonly message?: string;
}

const text =
  ({ least = 0, most = Infinity, is = () => true, message = "Enter a valid value." }: TextRule): FieldReader =>
  (value) => {
    if (typeof value !== "string") return { error: "Not a valid string." };
    const { length } = [...value];
    if (length > most) return { error: `Ensure this field has no more than ${most} characters.` };
    if (length < least) return { error: `Ensure this field has at least ${least} characters.` };
    return is(value) ? { value } : { error: message };
  };

const boolean: FieldReader = (value) => (typeof value === "boolean" ? { value } : { error: "Must be a valid boolean." });

const choice: FieldReader = (value) =>
  value === 0 || value === 1 || value === 2 ? { value } : { error: `${JSON.stringify(value)} is not a valid choice.` };

const converted =
  (convert: (text: string) => string | undefined, message: string): FieldReader =>
  (value) => {
    const stored = typeof value === "string" ? convert(value) : undefined;
    return stored === undefined ? { error: message } : { value: stored };
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const reference: FieldReader = (value) => {
  const id = isObject(value) ? value["id"] : undefined;
  return typeof id === "string" && uuid.test(id) ? { value: id.toLowerCase() } : { error: "Must be an object with a valid UUID as id." };
};

const references: FieldReader = (value) => {
  if (!Array.isArray(value)) return { error: "Expected a list of items." };
  const ids = value.map(reference);
  const wrong = ids.find(({ error }) => error !== undefined);
  return wrong ?? { value: [...new Set(ids.map((id) => id.value))] };
};

const instructions: FieldReader = (value) =>
  Array.isArray(value) && value.every((item) => item === null || isObject(item)) ? { value } : { error: "Expected a list of objects." };

/** The base64 of 16 bytes. */
const md5 = /^[A-Za-z0-9+/]{21}[AQgw]==$/;

const file: FieldReader = (value) => {
  if (!isObject(value) || typeof value["name"] !== "string" || value["name"] === "") return { error: "A file needs a name." };
  const hash = value["md5_hash"];
  if (typeof hash !== "string" || !md5.test(hash)) return { error: "md5_hash must be the base64 of an MD5." };
  return { value: { name: value["name"], md5: hash } };
};

const name = nullable(text({ most: 255 }));
const number = (least: number, most: number): FieldReader => nullable(text({ least, most, is: isLuhn, message: "Enter a valid number." }));

/** The 25 fields of the body that creates or updates a user. Names, nullability and limits are documented. */
export const writeFields: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ["detail_access", choice],
  ["custom_id", nullable(text({ most: 128 }))],
  ["external_clients", references],
  ["ssn_is_coordination_number", boolean],
  ["debt_distribution_instruction", nullable(instructions)],
  ["birth_date", nullable(converted(storedDate, "Date has wrong format. Use YYYY-MM-DD."))],
  ["email", nullable(text({ most: 254, is: (value) => /^[^\s@]+@[^\s@]+$/.test(value), message: "Enter a valid email address." }))],
  ["reminder_distribution_instruction", nullable(instructions)],
  ["org_no", number(10, 11)],
  ["last_name", name],
  ["organization", nullable(reference)],
  ["anonymized", boolean],
  ["fmi", nullable(text({ least: 17, most: 20 }))],
  ["role", nullable(reference)],
  ["send_out_distribution_instruction", nullable(instructions)],
  ["active_to", nullable(converted(storedDateTime, "Datetime has wrong format."))],
  ["prefer_invoice_view_only", boolean],
  ["first_name", name],
  ["phone_number", nullable(text({ most: 36, is: (value) => /^\+?1?[0-9]{7,15}$/.test(value) }))],
  ["ssn", number(12, 13)],
  ["invoice_distribution_instruction", nullable(instructions)],
  ["corporate_name", name],
  ["is_active", boolean],
  ["anonymization_name", name],
  ["profile_picture", nullable(file)],
]);

/** Fields that a server only answers; sent along, they are ignored, as Django REST framework does with read-only fields. */
export const readOnlyFields: ReadonlySet<string> = new Set([
  "id",
  "created_at",
  "username",
  "full_name",
  "communication_name",
  "tags",
  "customer_columns",
  "last_login",
  "hotp_invite_sendout_time",
  "email_verified",
  "phone_number_verified",
  "mfa_has_hotp",
  "mfa_has_totp",
]);
