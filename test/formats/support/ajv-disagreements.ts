/** A class of values on which ajv-formats decides otherwise, with one of them. */
export interface Disagreement {
  readonly reason: string;
  readonly example: string | number;
  readonly applies: (value: string) => boolean;
}

const compiles = (pattern: string, flags: string): boolean => {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
};

const offset: Disagreement = {
  reason:
    "ajv-formats takes an offset without colon or minutes; RFC 3339 wants +hh:mm, and the official suite refuses the others.",
  example: "08:30:06+0100",
  applies: (value) => /[+-]\d\d(?:\d\d)?$/.test(value),
};

const leapSecond: Disagreement = {
  reason:
    "ajv-formats takes hour 24 and minute 60 in a leap second that an offset brings back; the official suite refuses hour 24.",
  example: "24:59:60+01:00",
  applies: (value) => /(?:2[4-9]:\d\d|:[6-9]\d):60/.test(value),
};

const slashes: Disagreement = {
  reason:
    "ajv-formats makes the second slash before an authority optional, so brackets pass behind one slash, and a faulty authority behind two passes as a path.",
  example: "http:/[::1]",
  applies: (value) => /^(?:[^:/?#]+:)?\/(?:\/|[^/?#]*\[)/.test(value),
};

/** By format, all that is known; a difference that no entry speaks of fails the run. */
export const disagreements: Readonly<Record<string, readonly Disagreement[]>> = {
  time: [offset, leapSecond],
  "date-time": [
    { ...offset, example: "2026-02-28T08:30:06+0100" },
    { ...leapSecond, example: "2016-12-31T24:59:60+01:00" },
    {
      reason:
        "ajv-formats takes white space for the T; RFC 3339, section 5.6, mentions it only as a habit of some applications.",
      example: "2026-02-28 08:30:06Z",
      applies: (value) => /^.{10}\s/.test(value),
    },
  ],
  duration: [
    {
      reason:
        "ajv-formats lets a unit between two others be left out; RFC 3339, appendix A, does not, nor does the official suite.",
      example: "P1Y2D",
      applies: (value) => /\d+Y\d+D|\d+H\d+S/.test(value),
    },
  ],
  email: [
    {
      reason: "ajv-formats wants a dot in the domain; RFC 5321, section 4.1.2, does not.",
      example: "joe@localhost",
      applies: (value) => /@[^.]*$/.test(value),
    },
    {
      reason: "ajv-formats knows neither quoted local parts nor address literals; the official suite demands both.",
      example: '"joe bloggs"@example.com',
      applies: (value) => /^".*"@|@\[.*\]$/.test(value),
    },
    {
      reason:
        "ajv-formats has no limits of length; RFC 5321, section 4.5.3.1, has 64 for the local part, DNS 63 for a label.",
      example: `${"a".repeat(65)}@example.com`,
      applies: (value) => value.length > 254 || /[^@]{65}@|[^@.]{64}/.test(value),
    },
  ],
  hostname: [
    {
      reason: "ajv-formats takes the dot of the DNS root at the end; the official suite refuses it.",
      example: "example.com.",
      applies: (value) => value.endsWith("."),
    },
    {
      reason: "ajv-formats does not look at what Punycode stands for; the official suite does.",
      example: "xn--X",
      applies: (value) => /(?:^|\.)xn--/i.test(value),
    },
  ],
  uri: [
    slashes,
    {
      reason: "ajv-formats wants a path behind the scheme; RFC 3986, section 3.3, has an empty one.",
      example: "dav:",
      applies: (value) => /^[^:/?#]+:(?:[?#]|$)/.test(value),
    },
  ],
  url: [
    {
      reason: "ajv-formats means something else by it: http, https or ftp, and a host that looks public.",
      example: "s3://bucket/key",
      applies: () => true,
    },
  ],
  "uri-reference": [
    { ...slashes, example: "/[::1]" },
    {
      reason: 'ajv-formats takes the character " in a reference, though not in a URI; RFC 3986 nowhere does.',
      example: 'a"b',
      applies: (value) => value.includes('"'),
    },
    {
      reason:
        "ajv-formats takes a colon in the first segment without a scheme; RFC 3986, section 4.2, does not, nor the official suite.",
      example: "1:b",
      applies: (value) => /^[^/?#]*:/.test(value),
    },
  ],
  "uri-template": [
    {
      reason: "ajv-formats refuses an apostrophe in a literal; the official suite demands it.",
      example: "a'b",
      applies: (value) => value.includes("'"),
    },
    {
      reason: "ajv-formats knows no dot in a variable name; RFC 6570, section 2.3, does.",
      example: "{a.b}",
      applies: (value) => /\{[^}]*\./.test(value),
    },
    {
      reason:
        "ajv-formats takes control characters, lone surrogates and noncharacters; RFC 6570, section 2.1, takes ucschar and iprivate.",
      example: "a\u007fb",
      applies: (value) => /[\x7f-\x9f\ufff0-\uffff\u{e0000}-\u{e0fff}\p{NChar}\p{Cs}]/u.test(value),
    },
  ],
  uuid: [
    {
      reason: "ajv-formats takes the prefix urn:uuid:; the official suite refuses it.",
      example: "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380",
      applies: (value) => /^urn:uuid:/i.test(value),
    },
  ],
  "relative-json-pointer": [
    {
      reason:
        "ajv-formats follows an older draft, without the index that moves; 2020-12 names draft-bhutton-relative-json-pointer-00.",
      example: "0+1/a",
      applies: (value) => /^\d+[+-]\d/.test(value),
    },
  ],
  regex: [
    {
      reason: "ajv-formats compiles without the flag u, so it judges the older dialect; JSON Schema recommends u.",
      example: "\\a",
      applies: (value) => compiles(value, "") !== compiles(value, "u"),
    },
  ],
  byte: [
    {
      reason: "ajv-formats looks at each line by itself, so that one good or empty line is enough.",
      example: "no base64\n",
      applies: (value) => /[\n\r\u2028\u2029]/.test(value),
    },
  ],
  int64: [
    {
      reason: "ajv-formats takes every integer, also those beyond 64 bits.",
      example: 1e300,
      applies: (value) => Math.abs(Number(value)) > 2 ** 63,
    },
  ],
};
