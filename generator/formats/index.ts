import { isBinary } from "../../templates/formats/binary.js";
import { isByte } from "../../templates/formats/byte.js";
import { isDateTime } from "../../templates/formats/date-time.js";
import { isDate } from "../../templates/formats/date.js";
import { isDecimal } from "../../templates/formats/decimal.js";
import { isDouble } from "../../templates/formats/double.js";
import { isDuration } from "../../templates/formats/duration.js";
import { isEmail } from "../../templates/formats/email.js";
import { isFloat } from "../../templates/formats/float.js";
import { isGln13 } from "../../templates/formats/gln13.js";
import { isHostname } from "../../templates/formats/hostname.js";
import { isIdnEmail } from "../../templates/formats/idn-email.js";
import { isIdnHostname } from "../../templates/formats/idn-hostname.js";
import { isInt32 } from "../../templates/formats/int32.js";
import { isInt64 } from "../../templates/formats/int64.js";
import { isIpv4 } from "../../templates/formats/ipv4.js";
import { isIpv6 } from "../../templates/formats/ipv6.js";
import { isIriReference } from "../../templates/formats/iri-reference.js";
import { isIri } from "../../templates/formats/iri.js";
import { isIsoDuration } from "../../templates/formats/iso-duration.js";
import { isJsonPointer } from "../../templates/formats/json-pointer.js";
import { isLuhn } from "../../templates/formats/luhn.js";
import { isMsDate } from "../../templates/formats/ms-date.js";
import { isPassword } from "../../templates/formats/password.js";
import { isRegex } from "../../templates/formats/regex.js";
import { isRelativeJsonPointer } from "../../templates/formats/relative-json-pointer.js";
import { isTime } from "../../templates/formats/time.js";
import { isUriReference } from "../../templates/formats/uri-reference.js";
import { isUriTemplate } from "../../templates/formats/uri-template.js";
import { isUri } from "../../templates/formats/uri.js";
import { isUrl } from "../../templates/formats/url.js";
import { isUuid } from "../../templates/formats/uuid.js";
import { annotating, defineFormats, ofNumber, ofString } from "./format.js";

export type { Format } from "./format.js";

/** Every format that generated code knows. The name gives its module and function: `date-time` ~> `isDateTime`. */
// prettier-ignore
export const formats = defineFormats({
  date: ofString(isDate, "a date such as 2026-02-28", "A day of the calendar, `2026-02-28` (RFC 3339, section 5.6, full-date)."),
  time: ofString(isTime, "a time such as 08:30:06Z", "A time of day with its offset, `08:30:06Z` (RFC 3339, section 5.6, full-time)."),
  "date-time": ofString(isDateTime, "a date and time such as 2026-02-28T08:30:06Z", "A point in time with its offset, `2026-02-28T08:30:06+01:00` (RFC 3339, section 5.6, date-time)."),
  duration: ofString(isDuration, "a length of time such as P1DT12H", "A length of time, `P1DT12H` (RFC 3339, appendix A)."),
  "iso-duration": ofString(isIsoDuration, "a length of time such as PT1.5S", "A length of time with fractions and a sign, `-PT0.25S` (ISO 8601-1, section 5.5.2; how .NET writes a TimeSpan)."),
  email: ofString(isEmail, "an e-mail address", "A mailbox (RFC 5321, section 4.1.2)."),
  "idn-email": ofString(isIdnEmail, "an e-mail address", "A mailbox that may hold characters of any script (RFC 6531, section 3.3)."),
  hostname: ofString(isHostname, "a host name", "A host name of letters, digits and hyphens (RFC 1123, section 2.1)."),
  "idn-hostname": ofString(isIdnHostname, "a host name", "A host name in any script or in Punycode (RFC 5890, section 2.3.2.3; RFC 5892; RFC 5893, section 2)."),
  ipv4: ofString(isIpv4, "an IPv4 address", "An IPv4 address of four decimal octets (RFC 2673, section 3.2)."),
  ipv6: ofString(isIpv6, "an IPv6 address", "An IPv6 address without zone (RFC 4291, section 2.2)."),
  uri: ofString(isUri, "a web address or another URI", "A URI with its scheme (RFC 3986, section 3)."),
  url: ofString(isUrl, "a web address", "The same as `uri`, under the name that descriptions generated from Django give it (RFC 3986, section 3)."),
  "uri-reference": ofString(isUriReference, "a web address or a path", "A URI or a reference relative to one (RFC 3986, section 4.1)."),
  iri: ofString(isIri, "a web address or another URI", "A URI that may hold characters of any script (RFC 3987, section 2.2)."),
  "iri-reference": ofString(isIriReference, "a web address or a path", "An IRI or a reference relative to one (RFC 3987, section 2.2)."),
  "uri-template": ofString(isUriTemplate, "a URI template such as /users/{id}", "A URI template, `/users/{id}` (RFC 6570, section 2)."),
  uuid: ofString(isUuid, "a UUID", "A UUID of any version (RFC 4122, section 3)."),
  "json-pointer": ofString(isJsonPointer, "a JSON Pointer such as /name/0", "A JSON Pointer, `/a~1b/0` (RFC 6901, section 3)."),
  "relative-json-pointer": ofString(isRelativeJsonPointer, "a relative JSON Pointer such as 1/name", "A relative JSON Pointer, `1/name` (draft-bhutton-relative-json-pointer-00, section 3)."),
  regex: ofString(isRegex, "a regular expression", "A regular expression that compiles with the flag u (ECMA-262, section 22.2.1)."),
  decimal: ofString(isDecimal, "a decimal number such as -12.50", "A decimal number as text, `-12.50`, without exponent (no standard; the wire form of Django's DecimalField)."),
  luhn: ofString(isLuhn, "a number with a valid check digit", "A Swedish personal or organisation number with its check digit (ISO/IEC 7812-1, annex B, over the last ten digits; inferred)."),
  gln13: ofString(isGln13, "a Global Location Number with a valid check digit", "A Global Location Number with its check digit (GS1 General Specifications, section 7.9; 14 digits are taken too, inferred)."),
  "ms-date": ofString(isMsDate, "a date such as /Date(1577836800000+0000)/", "A point in time as ServiceStack writes it, `/Date(1577836800000+0000)/` (`DateHandler.TimestampOffset` of ServiceStack.Text)."),
  byte: ofString(isByte, "text in base64", "Octets in base64 (RFC 4648, section 4)."),
  binary: annotating(ofString(isBinary, "binary data", "Octets; annotates only (OpenAPI 3.0, Data Types).")),
  password: annotating(ofString(isPassword, "a password", "A value to hide in a form and in messages; annotates only (OpenAPI Format Registry, password).")),
  int32: ofNumber(isInt32, "a 32-bit integer", "An integer of 32 bits with sign (OpenAPI Format Registry, int32)."),
  int64: ofNumber(isInt64, "a 64-bit integer", "An integer of 64 bits with sign, as far as a number carries it (OpenAPI Format Registry, int64)."),
  float: ofNumber(isFloat, "a number", "A finite number (OpenAPI Format Registry, float)."),
  double: ofNumber(isDouble, "a number", "A finite number (OpenAPI Format Registry, double)."),
});

export type FormatName = keyof typeof formats;

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(formats, name);
