import { describe, expect, test } from "vitest";
import { detectFilters } from "../../generator/filters/detect-filters.js";
import { readFilterSet } from "../../generator/filters/read-filter-set.js";
import type { FilterField, FilterOperator } from "../../generator/model/filter.js";
import { findings } from "./support/report.js";
import { typedSources } from "./support/typed-sources.js";

/** A `!` behind what can be negated, and before what can only be that. */
const shownOperator = ({ name, plain, negated }: FilterOperator): string =>
  plain === undefined ? `!${name}` : name + (negated === undefined ? "" : "!");

const shown = ({ name, operators }: FilterField): string => `${name}: ${operators.map(shownOperator).join(" ")}`;

/** The fields of the first operation; further ones are what else the document has. */
const detected = (...operations: readonly string[]): readonly string[] => {
  const { report, shown: reported } = findings();
  const sources = operations.map(typedSources);
  const reading = detectFilters(undefined, sources, report);
  const set = reading === undefined ? undefined : readFilterSet(sources[0] ?? [], reading, report);
  expect(reported()).toEqual([]);
  return (set?.fields ?? []).map(shown);
};

// Names of parameters as real descriptions have them.
const filters: readonly (readonly [source: string, parameters: string, fields: readonly string[]])[] = [
  ["NetBox", "name, name__n, name__ic, name__nic, name__isw, name__nisw, name__empty, q, limit integer", ["name: equals! ic! isw! empty"]],
  ["NetBox", "id integers, id__n integers, id__lte integers, id__gt integers", ["id: equals! gt lte"]],
  ["NetBox", "started moment, started__before moment, started__after moment", ["started: equals before after"]],
  ["NetBox", "custom_id, custom_id__nre, custom_id__n", ["custom_id: equals!"]],
  ["Django", "author__name, author__name__icontains, author__name__iexact", ["author__name: equals iexact icontains"]],
  ["Django", "created__date__gte date, created__date__lte date", ["created__date: gte lte"]],
  ["Django", "published moment, published__year integer, published__year__gt integer", ["published: equals year", "published__year: gt"]],
  ["Django", "status__in list, status__isnull boolean", ["status: in isnull"]],
  ["Django", "status, status__exclude, status__in list, status__not__in list", ["status: equals! in!"]],
  ["Pigello", "email, email!, email__isnull boolean, email__isnull! boolean", ["email: equals! isnull!"]],
  ["drf-spectacular", "price_range_max number, price_range_min number, max_price number", ["price_range: min max"]],
  ["Airflow", "start_date_gte moment, start_date_lte moment, duration_gte number, duration_lte number, limit integer", ["start_date: gte lte", "duration: gte lte"]],
  ["Asana", "assignee.any, assignee.not, completed_on date, completed_on.before date, completed_on.after date", ["assignee: !equals any", "completed_on: equals before after"]],
  ["Asana", "followers.not, liked_by.not, due_on.before date, due_on.after date", ["followers: !equals", "liked_by: !equals", "due_on: before after"]],
  ["JHipster", "name.contains, name.doesNotContain, name.equals, age.greaterThan integer, age.lessThan integer", ["name: equals contains doesNotContain", "age: greaterThan lessThan"]],
  ["Stripe, spelled out", "created integer, created[gt] integer, created[lte] integer", ["created: equals gt lte"]],
  ["API Platform", "price[gt] number, price[lte] number, createdAt[before], createdAt[strictly_after]", ["price: gt lte", "createdAt: before strictly_after"]],
  ["Strapi", "filters[name][$contains], filters[name][$eq], filters[age][$in][] integers", ["name: $eq $contains", "age: $in"]],
  ["JSON:API", "filter[name], filter[status], page[number] integer, page[size] integer, include, fields[articles]", ["name: equals", "status: equals"]],
  ["JSON:API", "filter[age][gte] integer, filter[age][lt] integer, filter[name], sort", ["age: gte lt", "name: equals"]],
  ["JSON:API", "filter[tags][], filter[state][not], filter[state]", ["tags: equals", "state: equals!"]],
  ["LoopBack", "where[and], price[between], price[nin] list", ["price: between nin"]],
  ["comparisons", "age> integer, age< integer, name!=, name", ["age: gt lt", "name: equals!"]],
  ["comparisons", "size>= integer, size<= integer", ["size: gte lte"]],
  ["ServiceStack", "Name, NameStartsWith, NameContains, CreatedAfter moment, CreatedBefore moment", ["Name: equals startsWith contains", "Created: after before"]],
  ["YouTube", "publishedAfter moment, publishedBefore moment, order, maxResults integer", ["published: after before"]],
  ["Google Calendar", "timeMin moment, timeMax moment, updatedMin moment, pageToken", ["time: min max"]],
  ["Xero", "DateFrom date, DateTo date, ExpiryDateFrom date, ExpiryDateTo date", ["Date: from to", "ExpiryDate: from to"]],
  ["Frappe", "created_at_from moment, created_at_to moment", ["created_at: from to"]],
  ["GitLab", "created_after moment, created_before moment, updated_after moment, updated_before moment, state", ["created: after before", "updated: after before"]],
  ["Mastodon", "min_id, max_id, since_id", []],
  ["Hasura style", "state, state_in list csv, state_not_in list csv", ["state: equals in not_in"]],
];

const lookAlikes: readonly (readonly [source: string, parameters: string])[] = [
  ["Django", "source__slug, source__name, source integer"],
  ["drf-spectacular", "subproduct__sub_price number, other_sub_product integer, other_sub_product__uuid"],
  ["Django", "order integer, order__date date"],
  ["Asana", "completed boolean, completed_since moment, modified_since moment, created_since moment"],
  ["Asana", "is_blocked boolean, is_blocking boolean, has_attachment boolean, opt_fields list"],
  ["Airflow", "dag_id, dag_id_pattern, only_active boolean, update_mask list"],
  ["Stripe", "starting_after, ending_before, limit integer, expand list"],
  ["Stripe", "invoice, invoice_items list, subscription, subscription_cancel_at integer, subscription_start_date integer"],
  ["Figma", "before integer, after integer, start_time integer, end_time integer"],
  ["DigitalOcean", "start required, end required, host_id required, tag_name"],
  ["Notion", "filter_properties list, page_size integer, start_cursor"],
  ["Xero", "fromDate date, toDate date, contactId, createdByMyApp boolean"],
  ["rclone", "path1, path2, backupdir1, srcFs, dstFs, remote, autoFilename boolean"],
  ["NetBox", "contains, exclude, within, within_include, has_primary_ip boolean, mac_address"],
  ["NetBox", "created_by_request, object_type_id integer, cabled boolean, min_vid integer, max_vid integer"],
  ["JSON:API", "page[size] integer, page[number] integer, page[after], page[before], fields[people], sort"],
  ["several", "exclude_fields, fields, is_active boolean, updated_at moment"],
  ["several", "page integer, page_min integer, page_max integer, limit integer, limit_max integer"],
  ["several", "logged boolean, logged_in boolean, sign_in boolean, check_in date, built_in boolean"],
  ["several", "if_exists boolean, file_exists boolean, force boolean"],
  ["several", "user.id, user.name, address.city, tags.0"],
  ["several", "user[id], user[name], items[], order[name], order[age]"],
  ["several", "from, to, since, until, min, max, in, not"],
  ["several", "email_from, shipping_to, sort_by, group_by, order_by"],
  ["several", "name_like boolean, name, user_contains boolean, user"],
  ["several", "signedIn boolean, plugIn, checkIn date, viewFrom"],
  ["several", "price, currency, min_price number, max_price number, minPrice number, maxPrice number"],
  ["several", "lat_min, page_before, cursor_after, cursor_before, cursor"],
  ["several", "filter[name], page integer"],
];

describe("filters", () => {
  test.each(filters)("%s: %s", (_, parameters, fields) => {
    expect(detected(parameters)).toEqual(fields);
  });
});

describe("names that merely look alike", () => {
  test.each(lookAlikes)("%s: %s", (_, parameters) => {
    expect(detected(parameters)).toEqual([]);
  });
});

describe("a dialect seen elsewhere in the document", () => {
  test.each([
    ["tags.any", "due.before date, due.after date", ["tags: any"]],
    ["status__in list", "name, name__icontains", ["status: in"]],
    ["total[gte] integer", "paid[gte] integer, paid[lt] integer", ["total: gte"]],
    ["filter[name], page integer", "filter[status], filter[name]", ["name: equals"]],
    ["updated_gte moment", "start_gte moment, start_lte moment", ["updated: gte"]],
    // words that end many a name need a sibling wherever they stand
    ["ending_before, posted_before date", "created_before date, created_after date", []],
    ["source__slug, source integer", "name, name__icontains", []],
  ])("%s beside %s", (parameters, elsewhere, fields) => {
    expect(detected(parameters, elsewhere)).toEqual(fields);
    expect(detected(parameters)).toEqual([]);
  });
});

test("names that nobody could read are passed over at once", () => {
  const long = "_".repeat(1_000_000);
  expect(detected(`${long}, ${long}_gte, a${long}[gte], a__gte, a`)).toEqual(["a: equals gte"]);
});

test("a parameter without a name is the bare one of nothing", () => {
  expect(detected(", filter[age][gte] integer, filter[age][lt] integer")).toEqual(["age: gte lt"]);
});
