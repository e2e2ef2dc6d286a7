import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PigelloServer, startPigelloServer } from "./pigello-server.js";
import { externalClientIds, organizationIds } from "./pigello/identifiers.js";
import { get, list, parsed } from "./support/pigello-calls.js";

type User = Readonly<Record<string, unknown>>;

let server: PigelloServer;
beforeAll(async () => {
  server = await startPigelloServer();
});
afterAll(() => server.close());

const ids = async (query: string): Promise<readonly unknown[]> =>
  parsed<readonly User[]>(await get(server, `${list}?_slim=true&${query}`)).map(({ id }) => id);

/** What SQL that was written by hand gives. */
const bySql = (where: string): readonly unknown[] =>
  server.sql(`SELECT id FROM organizationuser AS u WHERE ${where} ORDER BY number`).map(({ id }) => id);

const firstNames = async (query: string): Promise<readonly unknown[]> =>
  parsed<readonly User[]>(await get(server, `${list}?${query}`)).map(({ first_name }) => first_name);

describe("texts, against rows known by hand", () => {
  test.each([
    ["first_name=%C3%85sa", ["Åsa"]],
    ["first_name__iexact=%C3%A5sa", ["Åsa", "åsa", "ÅSA"]],
    ["first_name__contains=sa", ["Åsa", "åsa", "A\u030Asa", "Asa", 'say "hi"', ...Array<string>(16).fill("Elsa")]],
    ["first_name__icontains=%C3%96DB", ["Ödberg", "ödberg"]],
    // ß has no upper case of one character, so it is not SS
    ["first_name__iexact=STRA%C3%9FE", ["straße", "Straße"]],
    ["first_name__iexact=strasse", ["STRASSE"]],
    ["first_name__startswith=stra", ["straße"]],
    ["first_name__istartswith=stra", ["straße", "STRASSE", "Straße"]],
    ["first_name__contains=%25", ["100%", "100% sure", "%", "%41", "%2C", "%25", "A%2CB"]],
    ["first_name__endswith=%25", ["100%", "%"]],
    ["first_name__contains=_", ["50_50", "_", "__"]],
    ["first_name__startswith=50_", ["50_50"]],
    ["first_name__contains=%5C", ["back\\slash", "\\"]],
    ["first_name__in=a%2Cb", ["a", "b"]],
    ["first_name=a%2Cb", ["a,b"]],
    ["first_name__in=C%2B%2B,C++", ["C++", "C  "]],
    ["first_name=", [""]],
    ["first_name__in=", [""]],
    ["first_name=O'Brien", ["O'Brien"]],
    ["first_name=say+%22hi%22", ['say "hi"']],
    ["first_name=x%26y%3Dz", ["x&y=z"]],
    ["first_name=%2341", []],
    ["first_name=%2541", ["%41"]],
    ["first_name=%F0%9F%98%80", ["😀"]],
    ["first_name=null", ["null"]],
    ["first_name=%20Anna", [" Anna"]],
    ["first_name__iendswith=NA&first_name!=Anna&first_name__startswith!=Jo", [" Anna", "ANNA"]],
    ["first_name__in=Anna&first_name__in=Annabel", ["Annabel"]],
  ])("%s", async (query, expected) => {
    expect(await firstNames(query)).toEqual(expected);
  });
});

/** One case per operator and kind: the query, and the condition that Django gives to the database. */
const cases: readonly (readonly [string, string])[] = [
  ["first_name=Anna", "first_name = 'Anna'"],
  ["first_name!=Anna", "first_name IS NULL OR first_name <> 'Anna'"],
  ["first_name%21=Anna", "first_name IS NULL OR first_name <> 'Anna'"],
  ["first_name__in=Anna,Bo", "first_name IN ('Anna', 'Bo')"],
  ["first_name__in!=Anna,Bo", "first_name IS NULL OR first_name NOT IN ('Anna', 'Bo')"],
  ["first_name__isnull=true", "first_name IS NULL"],
  ["first_name__isnull=false", "first_name IS NOT NULL"],
  ["first_name__isnull!=true", "first_name IS NOT NULL"],
  ["first_name__isnull!=false", "first_name IS NULL"],
  ["email__contains=user", "instr(email, 'user') > 0"],
  ["email__contains!=user", "email IS NULL OR instr(email, 'user') = 0"],
  ["email__endswith=0@example.org", "substr(email, -13) = '0@example.org'"],
  ["email__endswith!=0@example.org", "email IS NULL OR substr(email, -13) <> '0@example.org'"],
  ["email__startswith=UPPER", "substr(email, 1, 5) = 'UPPER'"],
  ["email__startswith!=UPPER", "email IS NULL OR substr(email, 1, 5) <> 'UPPER'"],
  ["email__icontains=UPPER", "instr(lower(email), 'upper') > 0"],
  ["email__icontains!=UPPER", "email IS NULL OR instr(lower(email), 'upper') = 0"],
  ["email__istartswith=upper", "substr(lower(email), 1, 5) = 'upper'"],
  ["email__istartswith!=upper", "email IS NULL OR substr(lower(email), 1, 5) <> 'upper'"],
  ["email__iendswith=.ORG", "email IS NOT NULL"],
  ["email__iendswith!=.ORG", "email IS NULL"],
  ["email__iexact=USER0@EXAMPLE.ORG", "lower(email) = 'user0@example.org'"],
  ["email__iexact!=USER0@EXAMPLE.ORG", "email IS NULL OR lower(email) <> 'user0@example.org'"],
  ["detail_access=1", "detail_access = 1"],
  ["detail_access!=1", "detail_access IN (0, 2)"],
  ["detail_access__gt=0", "detail_access IN (1, 2)"],
  ["detail_access__gt!=0", "detail_access = 0"],
  ["detail_access__gte=1", "detail_access IN (1, 2)"],
  ["detail_access__lt=1", "detail_access = 0"],
  ["detail_access__lte=1", "detail_access IN (0, 1)"],
  ["detail_access__lte!=1", "detail_access = 2"],
  ["detail_access__in=0,2", "detail_access <> 1"],
  ["detail_access__isnull=true", "false"],
  ["birth_date=1940-01-01", "birth_date = '1940-01-01'"],
  ["birth_date__gt=1980-06-15", "birth_date > '1980-06-15'"],
  ["birth_date__gt!=1980-06-15", "birth_date IS NULL OR birth_date <= '1980-06-15'"],
  ["birth_date__gte=1980-06-15&birth_date__lt=1990-01-01", "birth_date BETWEEN '1980-06-15' AND '1989-12-31'"],
  ["created_at__lte=2026-01-01T01:00:10%2B01:00", "number <= 10"],
  ["created_at__lt!=2026-01-01T00:00:10Z", "number >= 10"],
  ["created_at=2026-01-01T00:00:10Z", "number = 10"],
  ["created_at__in=2026-01-01T00:00:10Z,2026-01-01T00:00:12.000Z", "number IN (10, 12)"],
  ["active_to__gte=2025-12-31T22:30:00.123456Z", "active_to >= '2025-12-31T22:30:00.123456Z'"],
  ["active_to__isnull=true", "(number - 1) % 3 = 2"],
  ["is_active=true", "is_active = 1"],
  ["is_active!=true", "is_active = 0"],
  ["mfa_has_totp=true", "mfa_has_totp = 1"],
  ["mfa_has_totp!=true", "mfa_has_totp IS NULL OR mfa_has_totp = 0"],
  ["mfa_has_totp__in=true,false", "mfa_has_totp IS NOT NULL"],
  ["mfa_has_totp__in!=true", "mfa_has_totp IS NULL OR mfa_has_totp = 0"],
  [`organization=${organizationIds[0]}`, `organization = '${organizationIds[0]}'`],
  [`organization!=${organizationIds[0]?.toUpperCase()}`, `organization IS NULL OR organization <> '${organizationIds[0]}'`],
  ["role__isnull!=true", "role IS NOT NULL"],
  // a relation to many: users with the client, users without it, users without any
  [`external_clients=${externalClientIds[0]}`, "(number - 1) % 5 = 0 AND (number - 1) % 4 > 0"],
  [`external_clients!=${externalClientIds[0]}`, "NOT ((number - 1) % 5 = 0 AND (number - 1) % 4 > 0)"],
  [`external_clients__in=${externalClientIds[4]},${externalClientIds[0]}`, "(number - 1) % 5 + (number - 1) % 4 >= 5 OR ((number - 1) % 5 IN (0, 4) AND (number - 1) % 4 > 0)"],
  ["external_clients__isnull=true", "(number - 1) % 4 = 0"],
  ["external_clients__isnull!=true", "(number - 1) % 4 > 0"],
  ["external_clients__isnull!=false", "(number - 1) % 4 = 0"],
];

describe("every operator and its negation, against SQL", () => {
  test.each(cases)("%s", async (query, where) => {
    expect(await ids(query)).toEqual(bySql(where));
  });

  test("the cases tell the operators apart: most find some rows and not all", () => {
    const blind = cases.filter(([, where]) => [0, 300].includes(bySql(where).length)).map(([query]) => query);
    expect(blind).toEqual(["detail_access__isnull=true"]);
  });
});

describe("what is refused", () => {
  test.each([
    ["frist_name=x", { frist_name: ["Unknown parameter."] }],
    ["first_name__gt=x", { first_name__gt: ["Unknown operator gt."] }],
    ["first_name__exact=x", { first_name__exact: ["Unknown operator exact."] }],
    ["first_name__=x", { first_name__: ["Unknown operator ."] }],
    ["first_name!!=x", { "first_name!!": ["Unknown parameter."] }],
    ["first_name!__in=x", { "first_name!__in": ["Unknown parameter."] }],
    ["role__name=x", { role__name: ["Unknown operator name."] }],
    ["is_active=yes", { is_active: ["Must be true or false."] }],
    ["is_active__contains=t", { is_active__contains: ["Unknown operator contains."] }],
    ["first_name__isnull=1", { first_name__isnull: ["Must be true or false."] }],
    ["birth_date__lt=2026-02-30", { birth_date__lt: ["Enter a valid date."] }],
    ["created_at__lt=2026-01-01T00:00:00+01:00", { created_at__lt: ["Enter a valid date/time."] }],
    ["detail_access__in=0,,1", { detail_access__in: ["Enter a whole number."] }],
    ["detail_access=1.0", { detail_access: ["Enter a whole number."] }],
    ["role=1", { role: ["Must be a valid UUID."] }],
    ["first_name=a%00b", { first_name: ["Null characters are not allowed."] }],
    ["_page=1", { _page: ["_page and _page_size must be set together."] }],
    ["_page_size=1", { _page_size: ["_page and _page_size must be set together."] }],
    ["_page=0&_page_size=1", { _page: ["Ensure this value is greater than or equal to 1."] }],
    ["_page!=1", { "_page!": ["Unknown parameter."] }],
    ["_order_by=first_name,-nobody", { _order_by: ['Cannot order by "nobody".'] }],
    ["_jsonl=True", { _jsonl: ["Must be true or false."] }],
    ["tags=a", { tags: ["Must be a JSON array of objects."] }],
  ])("%s", async (query, errors) => {
    const { status, text } = await get(server, `${list}?${query}`);
    expect([status, JSON.parse(text)]).toEqual([400, errors]);
  });
});

test("lists in repeated parameters carry commas", async () => {
  const repeating = await startPigelloServer({ lists: "repeat" });
  const answer = await get(repeating, `${list}?first_name__in=a%2Cb&first_name__in=%25`);
  expect(parsed<readonly User[]>(answer).map(({ first_name }) => first_name)).toEqual(["%", "a,b"]);
  await repeating.close();
});
