import { addFormat, setFormatHandler } from "@hyperjump/json-schema/experimental";
import { type Format, type FormatName, formats } from "../../generator/formats/index.js";

/** A class of values on which Hyperjump decides otherwise, with one of them. */
export interface FormatDifference {
  readonly reason: string;
  readonly example: string;
  readonly applies: (value: string) => boolean;
}

const leapSecond = (reason: string, example: string): FormatDifference => ({ reason, example, applies: (value) => value.includes(":60") });

const lengths: FormatDifference = {
  reason: "Hyperjump has no limits of length; RFC 5321, section 4.5.3.1, has 64 octets for the local part, DNS 63 for a label.",
  example: `${"a".repeat(65)}@example.com`,
  applies: (value) => new TextEncoder().encode(value).length > 64,
};

const literals: FormatDifference = {
  reason: "Hyperjump throws at an address literal with a tag whose address it cannot read, instead of refusing it.",
  example: "joe@[IPv6:1:2]",
  applies: (value) => /@\[[^\]]*:/.test(value),
};

/** By format that Hyperjump knows, all differences; a format without any may stand in random schemas. */
export const hyperjumpFormats: Readonly<Partial<Record<FormatName, readonly FormatDifference[]>>> = {
  date: [],
  time: [leapSecond("Hyperjump takes no leap second; RFC 3339, section 5.6, does, and the official suite demands it.", "23:59:60Z")],
  "date-time": [
    leapSecond(
      "Hyperjump takes only the leap seconds that are in its table; RFC 3339, section 5.7, knows that nobody can foresee them.",
      "1960-06-30T23:59:60.25Z",
    ),
  ],
  duration: [],
  email: [lengths, literals],
  ipv4: [],
  ipv6: [],
  uri: [
    {
      reason: "Hyperjump does not know addresses of later versions (IPvFuture) in brackets; RFC 3986, section 3.2.2, does.",
      example: "http://[v1.a:b]/",
      applies: (value) => /\[v/i.test(value),
    },
  ],
  "uri-reference": [],
  uuid: [],
  "uri-template": [],
  "json-pointer": [],
  "relative-json-pointer": [
    {
      reason:
        "Hyperjump follows the grammar of draft-bhutton-relative-json-pointer-00, which forgets an index that moves before `#`; an example there has one.",
      example: "0-1#",
      applies: (value) => /^\d+[+-]\d+#$/.test(value),
    },
  ],
  regex: [],
};

/** Formats about which Hyperjump, Ajv and we are of one mind. */
export const agreeingFormats: readonly FormatName[] = [
  "date",
  "duration",
  "ipv4",
  "ipv6",
  "json-pointer",
  "regex",
  "uri-reference",
  "uri-template",
  "uuid",
];

const keywordsNamed = ["https://json-schema.org/keyword/draft-2020-12/format", "https://json-schema.org/keyword/draft-04/format"];

/**
 * From now on, and in this process, Hyperjump asks us about formats that mean something else to it, or nothing: the
 * keywords are compared then, not the formats.
 */
export const lendFormats = (): void => {
  const own = new Set<string>(agreeingFormats);
  for (const { name, check, asserts } of Object.values<Format>(formats)) {
    if (own.has(name)) continue;
    const id = `https://example.org/format/${name}`;
    addFormat({ id, handler: (value) => !asserts || check(value) });
    for (const keyword of keywordsNamed) setFormatHandler(keyword, name, id);
  }
};
