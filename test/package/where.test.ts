import {
  isListOrganizationusersQuery,
  type ListOrganizationusersWhere,
  readListOrganizationusersWhere,
  validateListOrganizationusersQuery,
  writeListOrganizationusersWhere,
} from "pigello-accounts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** The 29 fields by the values that they take, with the operators of their set. Written down here, not read from the table. */
const range = ["gt", "gte", "lt", "lte"];
const text = ["contains", "endswith", "icontains", "iendswith", "iexact", "istartswith", "startswith"];

const fields = {
  dateTime: ["active_to", "created_at", "hotp_invite_sendout_time", "last_login"],
  date: ["birth_date"],
  access: ["detail_access"],
  text: ["anonymization_name", "corporate_name", "custom_id", "first_name", "fmi", "last_name", "phone_number", "username"],
  email: ["email"],
  luhn: ["org_no", "ssn"],
  uuid: ["external_clients", "id", "organization", "role"],
  boolean: [
    "anonymized",
    "email_verified",
    "is_active",
    "mfa_has_hotp",
    "mfa_has_totp",
    "phone_number_verified",
    "prefer_invoice_view_only",
    "ssn_is_coordination_number",
  ],
} as const;

type Kind = keyof typeof fields;

/** What has to be escaped somewhere: the comma of lists, what a query string gives a meaning, and what is not ASCII. */
const awkward = fc.constantFrom("a,b", ",", "", " ", "100%", "%2C", "%00", "a+b&c=d#e", "Åsa Öberg", "日本", "👩‍🔧", "!", "__in", "null", "\u0000", "ﬁ\u2028");
const anyText = fc.oneof(awkward, fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

const day = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });

const values: Readonly<Record<Kind, fc.Arbitrary<string | number | boolean>>> = {
  dateTime: day.map((date) => date.toISOString()),
  date: day.map((date) => date.toISOString().slice(0, 10)),
  access: fc.constantFrom(0, 1, 2),
  text: anyText,
  email: fc.constantFrom("ada@example.org", "first.last+tag@sub.example.org"),
  luhn: fc.constantFrom("811218-9876", "8112189876"),
  uuid: fc.uuid(),
  boolean: fc.boolean(),
};

const operatorsOf = (kind: Kind): Readonly<Record<string, fc.Arbitrary<unknown>>> => {
  const value = values[kind];
  const all = { equals: value, in: fc.array(value, { maxLength: 4 }), isnull: fc.boolean() };
  if (kind === "dateTime" || kind === "date" || kind === "access")
    return { ...all, ...Object.fromEntries(range.map((name) => [name, value])) };
  if (kind === "text" || kind === "email" || kind === "luhn")
    return { ...all, ...Object.fromEntries(text.map((name) => [name, anyText])) };
  return all;
};

const someOf = (members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record({ ...members }, { requiredKeys: [] });

/** One field: the bare value, or operators, some of them negated. Empty objects say nothing and cannot come back. */
const filterOf = (kind: Kind): fc.Arbitrary<unknown> => {
  const operators = someOf(operatorsOf(kind));
  const both = fc
    .tuple(operators, operators)
    .map(([plain, not]) => (Object.keys(not).length === 0 ? plain : { ...plain, not }))
    // a comparison with one value, and nothing else, is read as that value
    .map((filter) => (Object.keys(filter).length === 1 && "equals" in filter ? filter["equals"] : filter))
    .filter((filter) => typeof filter !== "object" || filter === null || Object.keys(filter).length > 0);
  return fc.oneof(values[kind], both);
};

const kindOf = Object.fromEntries(Object.entries(fields).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind])));
const names = Object.keys(kindOf);

/** Any filter of the list; the cast says only that the parts above have the generated type. */
const where = someOf(Object.fromEntries(Object.entries(kindOf).map(([name, kind]) => [name, filterOf(kind)]))).map(
  (value) => value as ListOrganizationusersWhere,
);

/** Through text, as the filters travel. */
const travelled = (parameters: URLSearchParams): URLSearchParams => new URLSearchParams(parameters.toString());

const roundTrip = (value: ListOrganizationusersWhere): unknown =>
  readListOrganizationusersWhere(travelled(writeListOrganizationusersWhere(value)));

describe("read undoes write", () => {
  test("for any filter", () => {
    expect(names).toHaveLength(29);
    fc.assert(
      fc.property(where, (value) => {
        expect(roundTrip(value)).toEqual({ value });
      }),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(kindOf))("for each operator of %s alone, negated too", (name, kind) => {
    for (const [operator, operand] of Object.entries(operatorsOf(kind)))
      fc.assert(
        fc.property(operand, fc.boolean(), (given, negated) => {
          const filter = negated ? { not: { [operator]: given } } : operator === "equals" ? given : { [operator]: given };
          const value = { [name]: filter } as ListOrganizationusersWhere;
          expect(roundTrip(value)).toEqual({ value });
          expect([...writeListOrganizationusersWhere(value).keys()]).toEqual([
            `${name}${operator === "equals" ? "" : `__${operator}`}${negated ? "!" : ""}`,
          ]);
        }),
        { numRuns: 10 },
      );
  });

  test("the order of the members does not matter, neither of fields nor of operators", () => {
    const one = { last_name: "Berg", created_at: { lt: "2027-01-01T00:00:00Z", gte: "2026-01-01T00:00:00Z" } };
    const other = { created_at: { gte: "2026-01-01T00:00:00Z", lt: "2027-01-01T00:00:00Z" }, last_name: "Berg" };
    expect(writeListOrganizationusersWhere(one).toString()).toBe(writeListOrganizationusersWhere(other).toString());
    expect(writeListOrganizationusersWhere(one).toString()).toBe(
      "created_at__gte=2026-01-01T00%3A00%3A00Z&created_at__lt=2027-01-01T00%3A00%3A00Z&last_name=Berg",
    );
  });

  test("whatever is not refused is read back, whichever value stands where", () => {
    const odd = fc.oneof(fc.constantFrom<unknown>(0, 3, 1.5, Number.NaN, Infinity, true, "true", "yesterday", "2026-01-31", "\ud800", "", null), values.dateTime, values.uuid, fc.string({ unit: "binary" }));
    const operator = fc.constantFrom("equals", "gt", "gte", "in", "isnull", "icontains");
    const counts = { written: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...names), operator, odd, (name, key, one) => {
        const operand = key === "in" ? [one] : one;
        const value = { [name]: key === "equals" ? operand : { [key]: operand } } as ListOrganizationusersWhere;
        let parameters: URLSearchParams;
        try {
          parameters = writeListOrganizationusersWhere(value);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect(String(error)).toContain(name);
          counts.refused++;
          return;
        }
        counts.written++;
        expect(readListOrganizationusersWhere(travelled(parameters))).toEqual({ value });
      }),
      { numRuns: 3000 },
    );
    expect(counts.written).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });

  test("what is written is a right flat query, too", () => {
    expect(validateListOrganizationusersQuery({ "created_at__gte!": "2026-01-01T00:00:00Z", detail_access__in: [0, 2] }).issues).toBeUndefined();
  });
});

describe("every wrong parameter has its issue", () => {
  const wrong: readonly (readonly [query: string, code: string, message: string])[] = [
    ["surname=Berg", "unknownParameter", "is not a known parameter"],
    ["last_name__gte=Berg", "unknownOperator", "is not allowed: last_name takes no operator gte, only equals, contains, endswith, icontains, iendswith, iexact, in, isnull, istartswith, startswith"],
    ["is_active__icontains=t", "unknownOperator", "is not allowed: is_active takes no operator icontains, only equals, in, isnull"],
    ["created_at__after=2026-01-01T00:00:00Z", "unknownOperator", "is not allowed: created_at takes no operator after, only equals, gt, gte, in, isnull, lt, lte"],
    ["last_name__gte!=Berg", "unknownOperator", "is not allowed: last_name takes no operator gte"],
    ["created_at__gte=yesterday", "format", "must be a date and time such as 2026-02-28T08:30:06Z"],
    ["birth_date=2026-02-30", "format", "must be a date such as 2026-02-28"],
    ["id=7", "format", "must be a UUID"],
    ["id__in=0190163d-8694-739b-aea5-966c26f8ad91,7", "format", "must be a UUID"],
    ["detail_access=3", "enum", "must be one of 0, 1, 2"],
    ["detail_access=one", "type", "must be an integer"],
    ["detail_access__in=0,3", "enum", "must be one of 0, 1, 2"],
    ["is_active=1", "type", "must be true or false"],
    ["last_name__isnull=yes", "type", "must be true or false"],
    ["last_name=Berg&last_name=Lund", "duplicateParameter", "must be given once"],
    ["last_name!!=Berg", "negationNotAllowed", "is not allowed: last_name! cannot be negated"],
  ];

  test.each(wrong)("%s", (query, code, message) => {
    const [name = ""] = query.split("=");
    const parameters = new URLSearchParams(query);
    expect(readListOrganizationusersWhere(parameters)).toEqual({ issues: [{ code, path: [name], message: expect.stringContaining(message) }] });
  });

  test("all of a query at once, and what is no filter is left alone", () => {
    const { issues = [] } = readListOrganizationusersWhere(new URLSearchParams("_page=x&_search=y&id=7&surname=z&is_active=1"));
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(["format id", "unknownParameter surname", "type is_active"]);
  });
});

describe("a flat query", () => {
  const issuesOf = (query: unknown) =>
    (validateListOrganizationusersQuery(query).issues ?? []).map(({ code, path, message }) => [code, path.join("."), message]);

  test("_page and _page_size go together", () => {
    expect(issuesOf({ _page: 1, _page_size: 10 })).toEqual([]);
    const [[code, path, message] = []] = issuesOf({ _page: 1 });
    expect([code, path]).toEqual(["allOrNone", ""]);
    expect(message).toContain("_page");
    expect(message).toContain("_page_size");
    expect(validateListOrganizationusersQuery({ _page_size: 1 }).issues).toMatchObject([{ fields: ["_page", "_page_size"] }]);
  });

  test.each([
    [{ surname: "Berg" }, "unknownParameter", "surname"],
    [{ last_name__gte: "Berg" }, "unknownOperator", "last_name__gte"],
    [{ last_name__in: "Berg" }, "type", "last_name__in"],
    [{ last_name: ["Berg"] }, "type", "last_name"],
    [{ last_name__in: ["Berg", 7] }, "type", "last_name__in.1"],
    [{ "detail_access!": 3 }, "enum", "detail_access!"],
    [{ last_name__isnull: "true" }, "type", "last_name__isnull"],
    [{ _order_by: ["password"] }, "enum", "_order_by.0"],
    [{ _order_by: "created_at" }, "type", "_order_by"],
    [{ _page: 0, _page_size: 1 }, "minimum", "_page"],
    [{ _slim: "true" }, "type", "_slim"],
    [{ tags: [7] }, "type", "tags.0"],
  ])("%j", (query, code, path) => {
    expect(issuesOf(query)).toEqual([[code, path, expect.any(String)]]);
  });

  test.each([
    [new URLSearchParams("foo=1"), "must be a plain object, not a URLSearchParams: read it with the read…Where function of the operation first"],
    [new Map([["foo", 1]]), "must be a plain object, not a Map"],
    [new (class Query {})(), "must be a plain object"],
    [Object.create({ _page: 1, _page_size: 10 }), "must be a plain object"],
  ])("%# is none, since its members are not its own", (query, message) => {
    expect(issuesOf(query)).toEqual([["type", "", message]]);
    expect(isListOrganizationusersQuery(query)).toBe(false);
  });

  test("what an object inherits is no parameter that a rule counts", () => {
    // as a library that extends all objects does
    Object.defineProperty(Object.prototype, "_page", { value: 1, configurable: true });
    try {
      expect(issuesOf({})).toEqual([]);
      expect(issuesOf({ _page_size: 1 })).toEqual([["allOrNone", "", expect.any(String)]]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "_page");
    }
  });
});

test("a filter that the list lacks is refused, since without it too many rows would come", () => {
  const write = (value: object): (() => unknown) => () => writeListOrganizationusersWhere(value);
  expect(write({ surname: "Berg" })).toThrow(new TypeError("unknown filter field surname"));
  expect(write({ last_name: { gte: "Berg" } })).toThrow(new TypeError("filter field last_name has no operator gte"));
  expect(write({ last_name: { in: "Berg" } })).toThrow(new TypeError("filter last_name__in takes a list of values"));
  expect(write({ created_at: new Date() })).toThrow(new TypeError("filter created_at takes one value"));
  expect(write({ created_at: { gte: "yesterday" } })).toThrow(new TypeError("filter created_at__gte must be a date and time such as 2026-02-28T08:30:06Z"));
  expect(write({ detail_access: { not: { in: [0, 3] } } })).toThrow(new TypeError("filter detail_access__in!: item 1 must be one of 0, 1, 2"));
  expect(write({ last_name: null })).toThrow(TypeError);
});
