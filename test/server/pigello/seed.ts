import { checkDigit } from "./luhn.js";
import { creationTime, externalClientIds, organizationIds, roleIds, userId } from "./identifiers.js";
import { blankUser, type StoredUser } from "./stored-user.js";

/**
 * Names with what is hard somewhere: other alphabets and cases, composed and decomposed, what LIKE, SQL, commas, JSON, HTML
 * and percent-encoding give a meaning, texts that look like other values, and blanks that someone may trim.
 */
export const awkwardNames: readonly string[] = [
  ...["Åsa", "åsa", "ÅSA", "A\u030Asa", "Asa", "Ödberg", "ödberg", "straße", "STRASSE", "Straße", "Zoë", "İpek", "ipek"],
  ...["ΣΊΣΥΦΟΣ", "Σίσυφος"],
  ...["100%", "100% sure", "50_50", "50x50", "%", "_", "__", "back\\slash", "\\", "a,b", "a", "b", ",", "C++", "C  ", "C", "+"],
  ...["O'Brien", 'say "hi"', "x&y=z", "#1", "?", "!", "why!", "a/b", "a;b", "<b>bold</b>", "{}", "[1]", "%41", "%2C", "%25", "A%2CB"],
  ...["😀", "👩‍👩‍👧 family", "ß", "日本語", "שלום", "e\u0301te\u0301", "été", "ÉTÉ", "\u00A0", "\u2028", "\uFEFFbom", "ﬁne"],
  ...["null", "None", "true", "0", "", " ", " Anna", "Anna ", "Anna", "ANNA", "Annabel", "Johanna", "anna-karin", "line\nfeed", "tab\tstop"],
];

const givenNames = ["Anna", "Bo", "Cilla", "David", "Elsa", "Färid", "Göran", "Hélène", "Ivar", "Jürgen", "Kāi", "Łukasz"];
const familyNames = ["Andersson", "Berg", "Öberg", "Çelik", "d'Arc", "von Essen", "Ng", "Åström-Lind"];
const companies = ["Fastighets AB", "Köp & Sälj, HB", "100% Hus AB", "under_score AB", "Größe GmbH"];

/** The n-th of a list, over and over. */
const cycled = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** Null for every n-th row. */
const unless = <Value>(index: number, every: number, value: Value): Value | null => (index % every === every - 1 ? null : value);

const digits = (number: number, length: number): string => String(number).padStart(length, "0");

const withCheckDigit = (nine: string): string => `${nine}${checkDigit(nine)}`;

const organizationNumber = (index: number): string => {
  const ten = withCheckDigit(`556${digits(100_000 + index * 7, 6)}`);
  return index % 2 === 0 ? ten : `${ten.slice(0, 6)}-${ten.slice(6)}`;
};

const birthDate = (index: number): string => `${1940 + ((index * 7) % 70)}-${digits((index % 12) + 1, 2)}-${digits((index % 28) + 1, 2)}`;

const personalNumber = (index: number): string => {
  const date = birthDate(index).replaceAll("-", "");
  const ten = withCheckDigit(`${date.slice(2)}${digits(index % 1000, 3)}`);
  return `${date.slice(0, 2)}${ten.slice(0, 6)}${index % 3 === 0 ? "-" : ""}${ten.slice(6)}`;
};

/** Fractions and zones of a time are where comparisons of texts would go wrong. */
const time = (index: number, step: number): string => {
  const fraction = cycled(["000000", "123456", "500000", "000001", "999999"], index);
  return `${new Date(Date.UTC(2025, 11, 30, 22, 30) + index * step).toISOString().slice(0, 19)}.${fraction}Z`;
};

const email = (index: number): string => `${cycled(["user", "first.last+tag", "per%cent", "under_score", "O'Brien", "UPPER"], index)}${index}@example.org`;

const clientsOf = (index: number): readonly string[] =>
  externalClientIds.slice(index % 5, (index % 5) + (index % 4));

const namesOf = (index: number): Pick<StoredUser, "first_name" | "last_name" | "corporate_name" | "anonymization_name" | "custom_id"> => {
  const awkward = awkwardNames[index];
  const isCompany = index % 5 === 4;
  return {
    first_name: awkward ?? (isCompany ? null : cycled(givenNames, index)),
    last_name: isCompany ? null : (awkwardNames[awkwardNames.length - 1 - index] ?? cycled(familyNames, index)),
    corporate_name: isCompany ? cycled(companies, Math.floor(index / 5)) : null,
    anonymization_name: index % 3 === 0 ? cycled(awkwardNames, index * 7) : null,
    custom_id: index % 4 === 0 ? null : `${cycled(["K-", "k-", "K_", "K%", "K,"], index)}${index}`,
  };
};

/** The n-th seeded row, from 1; always the same. */
export const seededUser = (number: number): StoredUser => {
  const index = number - 1;
  return {
    ...blankUser,
    ...namesOf(index),
    id: userId(number),
    created_at: creationTime(number),
    detail_access: index % 3,
    active_to: unless(index, 3, time(index, 86_400_000)),
    anonymized: index % 7 === 0,
    birth_date: unless(index, 4, birthDate(index)),
    email: unless(index, 7, email(index)),
    email_verified: index % 2 === 0,
    external_clients: clientsOf(index),
    fmi: unless(index, 2, `FMI-${digits(index, 13)}${index % 3 === 0 ? "/å" : ""}`),
    hotp_invite_sendout_time: unless(index, 2, time(index, -3_600_000)),
    is_active: index % 10 !== 3,
    last_login: unless(index, 5, time(index, 61_000)),
    mfa_has_hotp: cycled([true, false, null], index),
    mfa_has_totp: cycled([null, true, true, false], index),
    org_no: unless(index, 3, organizationNumber(index)),
    organization: unless(index, 4, cycled(organizationIds, index)),
    phone_number: unless(index, 4, `${cycled(["+46", "46", "+1"], index)}${7_000_000 + index}`),
    phone_number_verified: index % 3 === 1,
    prefer_invoice_view_only: index % 4 === 2,
    role: unless(index, 5, cycled(roleIds, index)),
    ssn: unless(index, 4, personalNumber(index)),
    ssn_is_coordination_number: index % 11 === 0,
    username: unless(index, 8, `user.${cycled(["Å", "a", "%", "_"], index)}.${digits(index, 6)}`),
    debt_distribution_instruction: cycled([null, [], [null], [{ channel: "mail", copies: 2 }]], index),
  };
};
