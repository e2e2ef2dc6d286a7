import { type } from "arktype";
import { hasName, isDate, isDateTime, isEmail, isLuhn, isUrl, isUuid, phone, ruleText } from "../formats.mjs";

export const name = "arktype";

const passing = (check) => type("string").narrow((text, context) => check(text) || context.mustBe("well-formed"));
const text = (limit) => `string <= ${limit} | null`;
const entity = type({ "id?": passing(isUuid) });
const anyObject = type({ "[string]": "unknown" });
const instructions = anyObject.or("null").array().or("null");
const bounded = (range, check) => type(range).narrow((value, context) => check(value) || context.mustBe("well-formed")).or("null");

const item = type({
  detail_access: "0 | 1 | 2",
  "custom_id?": text(128),
  "external_clients?": entity.array(),
  "ssn_is_coordination_number?": "boolean",
  "debt_distribution_instruction?": instructions,
  "birth_date?": passing(isDate).or("null"),
  "email?": bounded("string <= 254", isEmail),
  "reminder_distribution_instruction?": instructions,
  "org_no?": bounded("10 <= string <= 11", isLuhn),
  "last_name?": text(255),
  "organization?": entity.or("null"),
  "anonymized?": "boolean",
  "fmi?": "17 <= string <= 20 | null",
  "role?": entity.or("null"),
  "send_out_distribution_instruction?": instructions,
  "active_to?": passing(isDateTime).or("null"),
  "prefer_invoice_view_only?": "boolean",
  "first_name?": text(255),
  "phone_number?": type("string <= 36").and(phone).or("null"),
  "ssn?": bounded("12 <= string <= 13", isLuhn),
  "invoice_distribution_instruction?": instructions,
  "corporate_name?": text(255),
  "is_active?": "boolean",
  "anonymization_name?": text(255),
  "profile_picture?": type({
    "name?": "string",
    "md5_hash?": "string",
    "get?": passing(isUrl),
    "post?": { "url?": "string", "fields?": anyObject },
  }).or("null"),
}).narrow((value, context) => hasName(value) || context.mustBe(ruleText));
const batch = item.array();

const issuesOf = (result) => (result instanceof type.errors ? result : undefined);

export const is = (value) => item.allows(value);
export const all = (value) => issuesOf(item(value));
export const isBatch = (value) => batch.allows(value);
export const allOfBatch = (value) => issuesOf(batch(value));
