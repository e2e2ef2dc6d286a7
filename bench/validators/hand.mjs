// What somebody would write for this one body who has nothing else to do: the floor. Verdicts, issues and their order are
// those of the package. Nothing is allocated for a good item; issues and paths are made for what is wrong only.
import { isEmail, isUrl } from "./formats.mjs";

const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const instantPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const phonePattern = /^\+?1?\d{7,15}$/;

const isUuid = (text) => uuidPattern.test(text);

const digits = (text, at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The pattern let 1 to 31 through. */
const isInMonth = (text) => {
  const day = digits(text, 8);
  if (day < 29) return true;
  const month = digits(text, 5);
  if (month === 2) return day === 29 && isLeap(digits(text, 0) * 100 + digits(text, 2));
  return day < 31 || (month !== 4 && month !== 6 && month !== 9 && month !== 11);
};

const isDate = (text) => dayPattern.test(text) && isInMonth(text);

const isDateTime = (text) =>
  instantPattern.test(text) &&
  isInMonth(text) &&
  (text[17] !== "6" || (Date.parse(text.toUpperCase().replace(/:60\.?\d*/, ":59")) + 1000) % 86_400_000 === 0);

/** Ten digits, or twelve with the century, a sign before the last four or none. */
const isLuhn = (text) => {
  const length = text.length;
  if (length < 10 || length > 13) return false;
  let sum = 0;
  let count = 0;
  for (let at = length - 1; at >= 0; at--) {
    const digit = text.charCodeAt(at) - 48;
    if (digit === -5 || digit === -3) {
      if (at !== length - 5) return false;
      continue;
    }
    if (digit < 0 || digit > 9) return false;
    if (count < 10) sum += (count & 1) === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
    count++;
  }
  return (count === 10 || count === 12) && sum % 10 === 0;
};

const characters = (text) => {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at++)
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      count--;
      at++;
    }
  return count;
};

const fits = (text, limit) => text.length <= limit || (text.length <= 2 * limit && characters(text) <= limit);
const reaches = (text, limit) => text.length >= limit && (text.length >= 2 * limit || characters(text) >= limit);

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value, limit) => value === undefined || value === null || (typeof value === "string" && fits(value, limit));
const isFlag = (value) => value === undefined || typeof value === "boolean";

const isEntity = (value) => {
  if (!isObject(value)) return false;
  const id = value.id;
  return id === undefined || (typeof id === "string" && isUuid(id));
};

const isInstructions = (value) => {
  if (value === undefined || value === null) return true;
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at++) {
    const item = value[at];
    if (item !== null && !isObject(item)) return false;
  }
  return true;
};

const isEntities = (value) => {
  if (!Array.isArray(value)) return false;
  for (let at = 0; at < value.length; at++) if (!isEntity(value[at])) return false;
  return true;
};

const isPost = (value) => {
  if (!isObject(value)) return false;
  const url = value.url;
  if (url !== undefined && typeof url !== "string") return false;
  const fields = value.fields;
  return fields === undefined || isObject(fields);
};

const isPicture = (value) => {
  if (!isObject(value)) return false;
  const name = value.name;
  if (name !== undefined && typeof name !== "string") return false;
  const hash = value.md5_hash;
  if (hash !== undefined && typeof hash !== "string") return false;
  const get = value.get;
  if (get !== undefined && (typeof get !== "string" || !isUrl(get))) return false;
  const post = value.post;
  return post === undefined || isPost(post);
};

export const is = (value) => {
  if (!isObject(value)) return false;
  const access = value.detail_access;
  if (access !== 0 && access !== 1 && access !== 2) return false;
  if (!isText(value.custom_id, 128)) return false;
  let member = value.external_clients;
  if (member !== undefined && !isEntities(member)) return false;
  if (!isFlag(value.ssn_is_coordination_number)) return false;
  if (!isInstructions(value.debt_distribution_instruction)) return false;
  member = value.birth_date;
  if (member !== undefined && member !== null && (typeof member !== "string" || !isDate(member))) return false;
  member = value.email;
  if (member !== undefined && member !== null && (typeof member !== "string" || !isEmail(member))) return false;
  if (!isInstructions(value.reminder_distribution_instruction)) return false;
  member = value.org_no;
  if (member !== undefined && member !== null && (typeof member !== "string" || member.length > 11 || !isLuhn(member))) return false;
  const last = value.last_name;
  if (!isText(last, 255)) return false;
  member = value.organization;
  if (member !== undefined && member !== null && !isEntity(member)) return false;
  if (!isFlag(value.anonymized)) return false;
  member = value.fmi;
  if (member !== undefined && member !== null && (typeof member !== "string" || !reaches(member, 17) || !fits(member, 20))) return false;
  member = value.role;
  if (member !== undefined && member !== null && !isEntity(member)) return false;
  if (!isInstructions(value.send_out_distribution_instruction)) return false;
  member = value.active_to;
  if (member !== undefined && member !== null && (typeof member !== "string" || !isDateTime(member))) return false;
  if (!isFlag(value.prefer_invoice_view_only)) return false;
  const first = value.first_name;
  if (!isText(first, 255)) return false;
  member = value.phone_number;
  if (member !== undefined && member !== null && (typeof member !== "string" || !phonePattern.test(member))) return false;
  member = value.ssn;
  if (member !== undefined && member !== null && (typeof member !== "string" || member.length < 12 || !isLuhn(member))) return false;
  if (!isInstructions(value.invoice_distribution_instruction)) return false;
  const corporate = value.corporate_name;
  if (!isText(corporate, 255)) return false;
  if (!isFlag(value.is_active)) return false;
  if (!isText(value.anonymization_name, 255)) return false;
  member = value.profile_picture;
  if (member !== undefined && member !== null && !isPicture(member)) return false;
  return (first !== undefined && first !== null) || (last !== undefined && last !== null) || (corporate !== undefined && corporate !== null);
};

// Each of these gives true when the caller is to stop.

const add = (sink, code, path, message) => {
  sink.issues.push({ code, path, message });
  return sink.early;
};

const wrongType = (sink, path, expected) => add(sink, "type", path, `must be ${expected}`);
const tooShort = (sink, path, limit) => add(sink, "minLength", path, `must have at least ${limit} characters`);
const tooLong = (sink, path, limit) => add(sink, "maxLength", path, `must have at most ${limit} characters`);
const wrongFormat = (sink, path, expected) => add(sink, "format", path, `must be ${expected}`);

const text = (value, key, least, most, check, expected, sink, path) => {
  if (value === undefined || value === null) return false;
  if (typeof value !== "string") return wrongType(sink, [...path, key], "a string or null");
  return (
    (least > 0 && !reaches(value, least) && tooShort(sink, [...path, key], least)) ||
    (most > 0 && !fits(value, most) && tooLong(sink, [...path, key], most)) ||
    (check !== undefined && !check(value) && wrongFormat(sink, [...path, key], expected))
  );
};

const flag = (value, key, sink, path) => !isFlag(value) && wrongType(sink, [...path, key], "a boolean");

const entity = (value, sink, path) => {
  if (!isObject(value)) return wrongType(sink, path, "an object");
  const id = value.id;
  if (id === undefined) return false;
  if (typeof id !== "string") return wrongType(sink, [...path, "id"], "a string");
  return !isUuid(id) && wrongFormat(sink, [...path, "id"], "a UUID");
};

const instructions = (value, key, sink, path) => {
  if (isInstructions(value)) return false;
  if (!Array.isArray(value)) return wrongType(sink, [...path, key], "an array or null");
  for (let at = 0; at < value.length; at++) {
    const item = value[at];
    if (item !== null && !isObject(item) && wrongType(sink, [...path, key, at], "an object or null")) return true;
  }
  return false;
};

const entities = (value, sink, path) => {
  if (!Array.isArray(value)) return wrongType(sink, path, "an array");
  for (let at = 0; at < value.length; at++) if (!isEntity(value[at]) && entity(value[at], sink, [...path, at])) return true;
  return false;
};

const picture = (value, sink, path) => {
  if (!isObject(value)) return wrongType(sink, path, "an object");
  const { name, md5_hash, get, post } = value;
  if (name !== undefined && typeof name !== "string" && wrongType(sink, [...path, "name"], "a string")) return true;
  if (md5_hash !== undefined && typeof md5_hash !== "string" && wrongType(sink, [...path, "md5_hash"], "a string")) return true;
  if (get !== undefined) {
    if (typeof get !== "string") {
      if (wrongType(sink, [...path, "get"], "a string")) return true;
    } else if (!isUrl(get) && wrongFormat(sink, [...path, "get"], "a web address")) return true;
  }
  if (post === undefined || isPost(post)) return false;
  if (!isObject(post)) return wrongType(sink, [...path, "post"], "an object");
  const { url, fields } = post;
  if (url !== undefined && typeof url !== "string" && wrongType(sink, [...path, "post", "url"], "a string")) return true;
  return fields !== undefined && !isObject(fields) && wrongType(sink, [...path, "post", "fields"], "an object");
};

const report = (value, path, sink) => {
  if (!isObject(value)) return wrongType(sink, path, "an object");
  const access = value.detail_access;
  if (access === undefined) {
    if (add(sink, "required", [...path, "detail_access"], "is required")) return true;
  } else if (!Number.isInteger(access)) {
    if (wrongType(sink, [...path, "detail_access"], "an integer")) return true;
  } else if (access !== 0 && access !== 1 && access !== 2 && add(sink, "enum", [...path, "detail_access"], "must be one of 0, 1, 2")) return true;
  if (text(value.custom_id, "custom_id", 0, 128, undefined, "", sink, path)) return true;
  const clients = value.external_clients;
  if (clients !== undefined && !isEntities(clients) && entities(clients, sink, [...path, "external_clients"])) return true;
  if (flag(value.ssn_is_coordination_number, "ssn_is_coordination_number", sink, path)) return true;
  if (instructions(value.debt_distribution_instruction, "debt_distribution_instruction", sink, path)) return true;
  if (text(value.birth_date, "birth_date", 0, 0, isDate, "a date such as 2026-02-28", sink, path)) return true;
  if (text(value.email, "email", 0, 254, isEmail, "an e-mail address", sink, path)) return true;
  if (instructions(value.reminder_distribution_instruction, "reminder_distribution_instruction", sink, path)) return true;
  if (text(value.org_no, "org_no", 10, 11, isLuhn, "a number with a valid check digit", sink, path)) return true;
  if (text(value.last_name, "last_name", 0, 255, undefined, "", sink, path)) return true;
  const organization = value.organization;
  if (organization !== undefined && organization !== null && !isEntity(organization) && entity(organization, sink, [...path, "organization"])) return true;
  if (flag(value.anonymized, "anonymized", sink, path)) return true;
  if (text(value.fmi, "fmi", 17, 20, undefined, "", sink, path)) return true;
  const role = value.role;
  if (role !== undefined && role !== null && !isEntity(role) && entity(role, sink, [...path, "role"])) return true;
  if (instructions(value.send_out_distribution_instruction, "send_out_distribution_instruction", sink, path)) return true;
  if (text(value.active_to, "active_to", 0, 0, isDateTime, "a date and time such as 2026-02-28T08:30:06Z", sink, path)) return true;
  if (flag(value.prefer_invoice_view_only, "prefer_invoice_view_only", sink, path)) return true;
  if (text(value.first_name, "first_name", 0, 255, undefined, "", sink, path)) return true;
  const phone = value.phone_number;
  if (text(phone, "phone_number", 0, 36, undefined, "", sink, path)) return true;
  if (typeof phone === "string" && !phonePattern.test(phone) && add(sink, "pattern", [...path, "phone_number"], "must match ^\\+?1?\\d{7,15}$")) return true;
  if (text(value.ssn, "ssn", 12, 13, isLuhn, "a number with a valid check digit", sink, path)) return true;
  if (instructions(value.invoice_distribution_instruction, "invoice_distribution_instruction", sink, path)) return true;
  if (text(value.corporate_name, "corporate_name", 0, 255, undefined, "", sink, path)) return true;
  if (flag(value.is_active, "is_active", sink, path)) return true;
  if (text(value.anonymization_name, "anonymization_name", 0, 255, undefined, "", sink, path)) return true;
  const pictured = value.profile_picture;
  if (pictured !== undefined && pictured !== null && !isPicture(pictured) && picture(pictured, sink, [...path, "profile_picture"])) return true;
  if (value.first_name != null || value.last_name != null || value.corporate_name != null) return false;
  const fields = ["first_name", "last_name", "corporate_name"];
  sink.issues.push({ code: "atLeastOne", path, message: "at least one of first_name, last_name, corporate_name is required", fields });
  return sink.early;
};

const reportBatch = (values, path, sink) => {
  if (!Array.isArray(values)) return wrongType(sink, path, "an array");
  for (let at = 0; at < values.length; at++) if (!is(values[at]) && report(values[at], [...path, at], sink)) return true;
  return false;
};

export const isBatch = (values) => {
  if (!Array.isArray(values)) return false;
  for (let at = 0; at < values.length; at++) if (!is(values[at])) return false;
  return true;
};

const found = (walk, value, early) => {
  const sink = { issues: [], early };
  walk(value, [], sink);
  return sink.issues;
};

/** Every issue, or undefined. */
export const all = (value) => (is(value) ? undefined : found(report, value, false));
export const allOfBatch = (values) => (isBatch(values) ? undefined : found(reportBatch, values, false));

const firstOf = (walk, value) => {
  const issues = found(walk, value, true);
  return issues.length === 0 ? undefined : issues;
};

/** The first issue alone: one walk, since it ends there. */
export const first = (value) => firstOf(report, value);
export const firstOfBatch = (values) => firstOf(reportBatch, values);
