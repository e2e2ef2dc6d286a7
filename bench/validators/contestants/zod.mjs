import * as z from "zod";
import { hasName, isDate, isDateTime, isEmail, isLuhn, isUrl, isUuid, phone, ruleText } from "../formats.mjs";

export const name = "zod";

const orNull = (schema) => schema.nullable().optional();
const text = (limit) => z.string().max(limit);
const passing = (check) => z.string().refine(check);
const entity = z.object({ id: passing(isUuid).optional() });
const instructions = orNull(z.array(z.record(z.string(), z.unknown()).nullable()));

const item = z
  .object({
    detail_access: z.literal([0, 1, 2]),
    custom_id: orNull(text(128)),
    external_clients: z.array(entity).optional(),
    ssn_is_coordination_number: z.boolean().optional(),
    debt_distribution_instruction: instructions,
    birth_date: orNull(passing(isDate)),
    email: orNull(text(254).refine(isEmail)),
    reminder_distribution_instruction: instructions,
    org_no: orNull(text(11).min(10).refine(isLuhn)),
    last_name: orNull(text(255)),
    organization: orNull(entity),
    anonymized: z.boolean().optional(),
    fmi: orNull(text(20).min(17)),
    role: orNull(entity),
    send_out_distribution_instruction: instructions,
    active_to: orNull(passing(isDateTime)),
    prefer_invoice_view_only: z.boolean().optional(),
    first_name: orNull(text(255)),
    phone_number: orNull(text(36).regex(phone)),
    ssn: orNull(text(13).min(12).refine(isLuhn)),
    invoice_distribution_instruction: instructions,
    corporate_name: orNull(text(255)),
    is_active: z.boolean().optional(),
    anonymization_name: orNull(text(255)),
    profile_picture: orNull(
      z.object({
        name: z.string().optional(),
        md5_hash: z.string().optional(),
        get: passing(isUrl).optional(),
        post: z.object({ url: z.string().optional(), fields: z.record(z.string(), z.unknown()).optional() }).optional(),
      }),
    ),
  })
  .refine(hasName, { message: ruleText });
const batch = z.array(item);

export const is = (value) => item.safeParse(value).success;
export const all = (value) => item.safeParse(value).error?.issues;
export const isBatch = (value) => batch.safeParse(value).success;
export const allOfBatch = (value) => batch.safeParse(value).error?.issues;
