// The formats of the package that is measured, for every contestant that takes functions: libraries are compared, not
// their choice of regular expressions. (`ajv, ajv-formats` is what one gets out of the box.)
export { isDate } from "./.built/sieve/runtime/formats/date.js";
export { isDateTime } from "./.built/sieve/runtime/formats/date-time.js";
export { isEmail } from "./.built/sieve/runtime/formats/email.js";
export { isLuhn } from "./.built/sieve/runtime/formats/luhn.js";
export { isUrl } from "./.built/sieve/runtime/formats/url.js";
export { isUuid } from "./.built/sieve/runtime/formats/uuid.js";

/** The one pattern of the schema. */
export const phone = /^\+?1?\d{7,15}$/u;

/** JSON Schema counts characters, not UTF-16 units. */
const codePoints = (text) => {
  let count = text.length;
  for (let index = 0; index + 1 < text.length; index++)
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      count--;
      index++;
    }
  return count;
};

export const atMost = (text, limit) => text.length <= limit || (text.length <= 2 * limit && codePoints(text) <= limit);
export const atLeast = (text, limit) => text.length >= 2 * limit || (text.length >= limit && codePoints(text) >= limit);

export const ruleText = "at least one of first_name, last_name, corporate_name is required";
export const hasName = ({ first_name, last_name, corporate_name }) => first_name != null || last_name != null || corporate_name != null;
