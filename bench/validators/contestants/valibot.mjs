import * as v from "valibot";
import { hasName, isDate, isDateTime, isEmail, isLuhn, isUrl, isUuid, phone, ruleText } from "../formats.mjs";

export const name = "valibot";

const text = (...checks) => v.optional(v.nullable(v.pipe(v.string(), ...checks)));
const flag = v.optional(v.boolean());
const entity = v.object({ id: v.optional(v.pipe(v.string(), v.check(isUuid))) });
const anyObject = v.record(v.string(), v.unknown());
const instructions = v.optional(v.nullable(v.array(v.nullable(anyObject))));

const item = v.pipe(
  v.object({
    detail_access: v.picklist([0, 1, 2]),
    custom_id: text(v.maxLength(128)),
    external_clients: v.optional(v.array(entity)),
    ssn_is_coordination_number: flag,
    debt_distribution_instruction: instructions,
    birth_date: text(v.check(isDate)),
    email: text(v.maxLength(254), v.check(isEmail)),
    reminder_distribution_instruction: instructions,
    org_no: text(v.minLength(10), v.maxLength(11), v.check(isLuhn)),
    last_name: text(v.maxLength(255)),
    organization: v.optional(v.nullable(entity)),
    anonymized: flag,
    fmi: text(v.minLength(17), v.maxLength(20)),
    role: v.optional(v.nullable(entity)),
    send_out_distribution_instruction: instructions,
    active_to: text(v.check(isDateTime)),
    prefer_invoice_view_only: flag,
    first_name: text(v.maxLength(255)),
    phone_number: text(v.maxLength(36), v.regex(phone)),
    ssn: text(v.minLength(12), v.maxLength(13), v.check(isLuhn)),
    invoice_distribution_instruction: instructions,
    corporate_name: text(v.maxLength(255)),
    is_active: flag,
    anonymization_name: text(v.maxLength(255)),
    profile_picture: v.optional(
      v.nullable(
        v.object({
          name: v.optional(v.string()),
          md5_hash: v.optional(v.string()),
          get: v.optional(v.pipe(v.string(), v.check(isUrl))),
          post: v.optional(v.object({ url: v.optional(v.string()), fields: v.optional(anyObject) })),
        }),
      ),
    ),
  }),
  v.partialCheck([["first_name"], ["last_name"], ["corporate_name"]], hasName, ruleText),
);
const batch = v.array(item);

const early = { abortEarly: true };

export const is = (value) => v.is(item, value);
export const first = (value) => v.safeParse(item, value, early).issues;
export const all = (value) => v.safeParse(item, value).issues;
export const isBatch = (value) => v.is(batch, value);
export const firstOfBatch = (value) => v.safeParse(batch, value, early).issues;
export const allOfBatch = (value) => v.safeParse(batch, value).issues;
