// What is measured: bodies of OrganizationuserWrite as a server gets them from JSON.parse. A fixed seed gives every run and
// every machine the same ones.

const random = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const firstNames = ["Åsa", "Lars", "Ingrid", "Björn", "Mohammed", "Zoë", "Karin", "Per"];
const lastNames = ["Andersson", "Öberg", "af Klint", "Lindström", "O’Hara", "Nowak", "Svensson"];

export const makeItems = (count, seed = 1) => {
  const next = random(seed);
  const below = (limit) => Math.floor(next() * limit);
  const one = (list) => list[below(list.length)];
  const maybe = (share, make) => (next() < share ? make() : null);
  const digits = (length) => Array.from({ length }, () => below(10)).join("");
  const hex = (length) => Array.from({ length }, () => below(16).toString(16)).join("");
  const two = (number) => String(number).padStart(2, "0");
  const uuid = () => [8, 4, 4, 4, 12].map(hex).join("-");
  const day = () => `${1940 + below(70)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const instant = () => `20${two(below(30))}-${two(1 + below(12))}-${two(1 + below(28))}T${two(below(24))}:${two(below(60))}:${two(below(60))}${one(["Z", "+02:00", ".125Z"])}`;
  const checkDigit = (nine) => (10 - ([...nine].reduce((sum, digit, at) => sum + (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] : Number(digit)), 0) % 10)) % 10;
  const checked = (prefix, nine, sign) => `${prefix}${nine.slice(0, 6)}${sign}${nine.slice(6)}${checkDigit(nine)}`;
  const reference = () => ({ id: uuid() });
  const instructions = () => maybe(0.5, () => Array.from({ length: below(3) }, () => maybe(0.5, () => ({ channel: one(["mail", "letter"]) }))));

  const makeItem = () => {
    const isCompany = next() < 0.2;
    const item = {
      detail_access: below(3),
      custom_id: maybe(0.7, () => `C-${below(1e6)}`),
      external_clients: Array.from({ length: below(3) }, reference),
      ssn_is_coordination_number: next() < 0.05,
      debt_distribution_instruction: instructions(),
      birth_date: maybe(0.6, day),
      email: maybe(0.9, () => `person${below(1e6)}.${hex(4)}@mail.example.com`),
      reminder_distribution_instruction: instructions(),
      org_no: isCompany ? checked("", digits(9), one(["", "-"])) : null,
      last_name: isCompany ? null : one(lastNames),
      organization: reference(),
      anonymized: false,
      fmi: maybe(0.3, () => `FMI${digits(15)}`),
      role: maybe(0.8, reference),
      send_out_distribution_instruction: instructions(),
      active_to: maybe(0.6, instant),
      prefer_invoice_view_only: next() < 0.5,
      first_name: isCompany ? null : one(firstNames),
      phone_number: maybe(0.8, () => `+467${digits(8)}`),
      ssn: isCompany ? null : checked(one(["19", "20"]), digits(9), one(["", "-"])),
      invoice_distribution_instruction: instructions(),
      corporate_name: isCompany ? `${one(lastNames)} & Partners ${below(1000)} AB` : null,
      is_active: next() < 0.9,
      anonymization_name: maybe(0.3, () => `Anonymous ${below(1e4)}`),
      profile_picture: maybe(0.3, () => ({ name: `${hex(6)}.png`, md5_hash: `${hex(22)}==`, get: `https://files.example.com/${hex(12)}?download=1`, post: { url: "https://files.example.com/", fields: { key: hex(8) } } })),
    };
    // writers leave out what is optional: shapes differ, as those of real bodies do
    if (next() < 0.3) delete item.anonymization_name;
    if (next() < 0.3) delete item.custom_id;
    if (next() < 0.2) delete item.fmi;
    if (next() < 0.2) delete item.prefer_invoice_view_only;
    return item;
  };
  return Array.from({ length: count }, makeItem);
};

/** Each makes one thing wrong with a valid item. */
export const faults = {
  enum: (item) => (item.detail_access = 3),
  "too long": (item) => (item.anonymization_name = "x".repeat(256)),
  "too short": (item) => (item.fmi = "FMI 1"),
  type: (item) => (item.is_active = "yes"),
  email: (item) => (item.email = "no address"),
  pattern: (item) => (item.phone_number = "+46 70 12"),
  uuid: (item) => (item.organization = { id: "12-34" }),
  date: (item) => (item.birth_date = "2020-13-01"),
  "date-time": (item) => (item.active_to = "2020-01-01T25:00:00Z"),
  "item of an array": (item) => (item.external_clients = [{ id: "00000000-0000-4000-8000-000000000000" }, { id: "12-34" }]),
  "check digit": (item) => (item.ssn = "194601010001"),
  nested: (item) => (item.profile_picture = { post: { fields: 1 } }),
  missing: (item) => delete item.detail_access,
  "names are null": (item) => Object.assign(item, { first_name: null, last_name: null, corporate_name: null }),
  "names are absent": (item) => ["first_name", "last_name", "corporate_name"].forEach((name) => delete item[name]),
};

const kinds = Object.keys(faults);

/** Those that stand in fields of their own, so that five of them are five. */
const independent = kinds.slice(0, 12);

const copy = (value) => JSON.parse(JSON.stringify(value));

export const makeData = (count = 10_000) => {
  const text = JSON.stringify(makeItems(count));
  const valid = JSON.parse(text);
  const share = valid.slice(0, Math.ceil(count / 4));
  const next = random(2);
  const broken = (choose) => copy(share).map((item, at) => {
    const chosen = choose(at);
    for (const kind of chosen) faults[kind](item);
    return { item, kinds: chosen };
  });
  return {
    text,
    valid,
    one: broken((at) => [kinds[at % kinds.length]]),
    five: broken(() => independent.map((kind) => [next(), kind]).sort(([left], [right]) => left - right).slice(0, 5).map(([, kind]) => kind)),
  };
};

const sample = () => copy(makeItems(1, 3)[0]);
const having = (members) => Object.assign(sample(), members);

/** Where libraries differ: the verdict of JSON Schema 2020-12 with format-assertion. Looked at, not timed. */
export const edges = [
  { name: "255 characters of two UTF-16 units", value: having({ first_name: "😀".repeat(255) }), holds: true },
  { name: "17 units, 9 characters, of at least 17", value: having({ fmi: "😀".repeat(8) + "x" }), holds: false },
  { name: "an array for an object", value: having({ organization: [] }), holds: false },
  { name: "an array for an object of any members", value: having({ profile_picture: { post: { fields: [] } } }), holds: false },
  { name: "an array for the body", value: [], holds: false },
  { name: "29 February of a common year", value: having({ birth_date: "2021-02-29" }), holds: false },
  { name: "a time without an offset", value: having({ active_to: "2020-01-01T10:00:00" }), holds: false },
  { name: "a leap second at noon", value: having({ active_to: "2020-01-01T12:00:60Z" }), holds: false },
  { name: "a fraction for an integer", value: having({ detail_access: 1.5 }), holds: false },
  { name: "an unknown property", value: having({ another: 1 }), holds: true },
  { name: "null for a boolean", value: having({ is_active: null }), holds: false },
  { name: "null for an array that may not be null", value: having({ external_clients: null }), holds: false },
  { name: "a name that is empty text", value: having({ first_name: "", last_name: null, corporate_name: null }), holds: true },
  { name: "null for the body", value: null, holds: false },
  { name: "an Arabic digit in a telephone number", value: having({ phone_number: "+4670123456٧" }), holds: false },
  { name: "a quoted mailbox", value: having({ email: '"a b"@example.com' }), holds: true },
];
