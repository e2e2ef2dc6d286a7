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
  ["Django", "title, title__iexact, title__icontains, title__istartswith, author integer, author__in integers, published_at__gte moment, published_at__lte moment, ordering, page integer, page_size integer", ["title: equals iexact icontains istartswith", "author: equals in", "published_at: gte lte"]],
  ["Django", "customer__company__name, customer__company__name__icontains, customer__company__name__iendswith, total number, total__gt number, total__lt number", ["customer__company__name: equals icontains iendswith", "total: equals gt lt"]],
  ["Django", "is_active boolean, deleted_at__isnull boolean, tags__overlap list, tags__contains list, score__range list, search", ["deleted_at: isnull", "tags: contains overlap", "score: range"]],
  ["Django", "status, status!, status__in list, status__in! list, status__isnull boolean, rent__gte number, rent__gte! number", ["status: equals! in! isnull", "rent: gte!"]],
  ["Django", "state, state__exclude, label__icontains, label__exclude__icontains, exclude__owner integer, owner integer", ["state: equals!", "label: icontains!", "owner: equals!"]],
  ["Django", "start moment, start__date date, start__year integer, start__month integer, start__week_day integer, end__date__gte date, end__date__lte date", ["start: equals date year month week_day", "end__date: gte lte"]],
  ["NetBox", "asset_tag list, asset_tag__ic list, asset_tag__nic list, asset_tag__iew list, asset_tag__niew list, asset_tag__isw list, asset_tag__nisw list, asset_tag__ie list, asset_tag__nie list, asset_tag__n list, asset_tag__empty boolean", ["asset_tag: equals! ic! isw! iew! ie! empty"]],
  ["NetBox", "vid integers, vid__n integers, vid__gte integers, vid__gt integers, vid__lte integers, vid__lt integers, vid__empty boolean", ["vid: equals! gt gte lt lte empty"]],
  ["NetBox", "site list, site__n list, site_id integers, site_id__n integers, region list, region__n list, role, tag list, tag__n list", ["site: equals!", "site_id: equals!", "region: equals!", "tag: equals!"]],
  ["NetBox", "last_updated moment, last_updated__gte moment, last_updated__lt moment, last_updated__n moment, created_by_request, q", ["last_updated: equals! gte lt"]],
  ["NetBox", "mac_address__n list, mac_address__ic list", ["mac_address: !equals ic"]],
  ["NetBox", "serial, serial__regex, serial__iregex, serial__empty boolean, brief boolean, exclude, fields", ["serial: equals regex iregex empty"]],
  ["brackets", "amount[gte] integer, amount[lte] integer, amount[lt] integer, currency, limit integer, starting_after", ["amount: gte lt lte"]],
  ["brackets", "createdAt[$gte] moment, createdAt[$lt] moment, status[$in] list, status[$nin] list, $limit integer, $skip integer, $sort[createdAt] integer", ["createdAt: $gte $lt", "status: $in $nin"]],
  ["brackets", "id[is], id[is_not], id[starts_with], status[in] list, status[not_in] list, created_at[after] moment, created_at[before] moment, created_at[between], limit integer, offset", ["id: is is_not starts_with", "status: in not_in", "created_at: before after between"]],
  ["brackets", "fields.price[gte] number, fields.price[lte] number, fields.name[match], sys.createdAt[gte] moment, fields.tags[in] list, fields.tags[nin] list, fields.slug[exists] boolean, content_type, skip integer", ["fields.price: gte lte", "fields.name: match", "sys.createdAt: gte", "fields.tags: in nin", "fields.slug: exists"]],
  ["brackets", "price[min] number, price[max] number, rooms[] integers, city, city[not], bbox[north] number, bbox[south] number", ["price: min max", "city: equals!"]],
  ["brackets", "order[createdAt], order[name], exists[deletedAt] boolean, createdAt[before], createdAt[strictly_before], createdAt[after], createdAt[strictly_after], price[between], price[gt], itemsPerPage integer", ["createdAt: before after strictly_before strictly_after", "price: gt between"]],
  ["JSON:API", "filter[status], filter[created_at][gte] moment, filter[created_at][lt] moment, page[number] integer, page[size] integer, sort, include, fields[orders]", ["status: equals", "created_at: gte lt"]],
  ["JSON:API", "filter[name], filter[name][not], filter[name][contains], filter[category.id] integer", ["name: equals! contains", "category.id: equals"]],
  ["JSON:API", "filter[name][_eq], filter[name][_contains], filter[age][_gte] integer, filter[age][_lte] integer, filter[tags][_in] list, limit integer", ["name: _eq _contains", "age: _gte _lte", "tags: _in"]],
  ["JSON:API", "where[title][equals], where[title][not_equals], where[price][greater_than] number, where[price][less_than_equal] number, depth integer, page integer", ["title: equals not_equals", "price: greater_than less_than_equal"]],
  ["JSON:API", "filters[publishedAt][$null] boolean, filters[title][$containsi], filters[title][$startsWith], populate, pagination[page] integer", ["publishedAt: $null", "title: $containsi $startsWith"]],
  ["JSON:API", "filter[id][] integers, filter[archived] boolean, filter[price][gt] number, filter[price][lt] number, page[cursor]", ["id: equals", "archived: equals", "price: gt lt"]],
  ["dotted", "created_at.gte moment, created_at.lte moment, modified_at.gt moment, name, name.not, tags.all list, tags.any list", ["created_at: gte lte", "modified_at: gt", "name: equals!", "tags: any all"]],
  ["dotted", "name.contains, name.doesNotContain, name.in list, name.notIn list, name.specified boolean, id.greaterThan integer, id.lessThanOrEqual integer, page integer, size integer, sort list", ["name: in contains notIn specified doesNotContain", "id: greaterThan lessThanOrEqual"]],
  ["dotted", "assignee.any list, assignee.not list, due_at.before moment, due_at.after moment, sort_by, sort_ascending boolean, opt_fields list", ["assignee: !equals any", "due_at: before after"]],
  ["dotted", "price.min number, price.max number, address.city, address.zip, owner.id integer", ["price: min max"]],
  ["dotted", "ticker, ticker.gt, ticker.gte, ticker.lt, ticker.lte, timestamp date, timestamp.gte date, timestamp.lt date, order, limit integer", ["ticker: equals gt gte lt lte", "timestamp: equals gte lt"]],
  ["dotted", "customer.name, customer.name.like, customer.name.not.like, total.from number, total.to number", ["customer.name: equals like!", "total: from to"]],
  ["underscore", "execution_date_gte moment, execution_date_lte moment, start_date_gte moment, start_date_gt moment, updated_at_lte moment, state list, limit integer, offset integer, order_by", ["execution_date: gte lte", "start_date: gt gte", "updated_at: lte"]],
  ["underscore", "created_at_min moment, created_at_max moment, updated_at_min moment, updated_at_max moment, since_id integer, ids, financial_status, fields", ["created_at: min max", "updated_at: min max"]],
  ["underscore", "price_min number, price_max number, bedrooms_min integer, bedrooms_max integer, city, page integer, per_page integer", ["price: min max", "bedrooms: min max"]],
  ["underscore", "created_after moment, created_before moment, merged_after moment, merged_before moment, labels, order_by, sort", ["created: after before", "merged: after before"]],
  ["underscore", "name, name_contains, name_starts_with, name_not, name_in list, name_not_in list, age_gt integer, age_lt integer, first integer, skip integer, orderBy", ["name: equals! in not_in contains starts_with", "age: gt lt"]],
  ["underscore", "valid_from date, valid_to date, amount_from number, amount_to number, invoice_date_since date, invoice_date_until date, customer_id integer", ["valid: from to", "amount: from to", "invoice_date: since until"]],
  ["comparisons", "DateCreated moment, DateCreated< moment, DateCreated> moment, Status, PageSize integer, Page integer, PageToken", ["DateCreated: equals gt lt"]],
  ["comparisons", "weight>= number, weight<= number, name, name!, limit integer", ["weight: gte lte", "name: equals!"]],
  ["comparisons", "StartTime> moment, StartTime< moment, To, From, ParentCallSid", ["StartTime: gt lt"]],
  ["comparisons", "size> integer, state!=, kind, kind!=", ["size: gt", "state: !equals", "kind: equals!"]],
  ["comparisons", "age integer, age<> integer, age> integer", ["age: equals! gt"]],
  ["comparisons", "created_at>= moment, created_at< moment, tag list, tag! list, include list", ["created_at: gte lt", "tag: equals!"]],
  ["camel case", "NameStartsWith, NameEndsWith, NameContains, Name, Skip integer, Take integer, OrderBy", ["Name: equals startsWith endsWith contains"]],
  ["camel case", "publishedAfter moment, publishedBefore moment, videoDuration, maxResults integer, pageToken, regionCode", ["published: after before"]],
  ["camel case", "timeMin moment, timeMax moment, updatedMin moment, singleEvents boolean, orderBy", ["time: min max"]],
  ["camel case", "priceMin number, priceMax number, areaFrom number, areaTo number, roomsGte integer, roomsLte integer", ["price: min max", "area: from to", "rooms: gte lte"]],
  ["camel case", "AgeGreaterThan integer, AgeLessThan integer, AgeGreaterThanOrEqualTo integer, IdsIn integers, Ids integers, IsDeleted boolean", ["Age: greaterThan greaterThanOrEqualTo lessThan", "Ids: equals in"]],
  ["camel case", "createdDateFrom date, createdDateTo date, statusNot, status, nameLike, name, sortDirection", ["createdDate: from to", "status: equals!", "name: equals like"]],
  ["mixed", "name, name__icontains, created[gte] moment, created[lte] moment, updated_after moment, updated_before moment", ["name: equals icontains", "created: gte lte", "updated: after before"]],
  ["mixed", "filter[name], filter[age][gte] integer, created_after date, created_before date, page[size] integer", ["name: equals", "age: gte", "created: after before"]],
  ["mixed", "due_on.before date, due_on.after date, price_min number, price_max number, tags.not", ["due_on: before after", "price: min max", "tags: !equals"]],
  ["mixed", "age>= integer, age<= integer, name__ic, name__n, name", ["age: gte lte", "name: equals! ic"]],
  ["mixed", "id__in integers, id integer, size_gte integer, size_lte integer, NameStartsWith, Name, $filter", ["id: equals in", "size: gte lte", "Name: equals startsWith"]],
  ["mixed", "start_date date, start_date__gte date, start_date_lte date, q", ["start_date: equals gte lte"]],
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
  ["several", "exclude_fields list, include_fields list, is_active boolean, is_null boolean, updated_at moment, page[size] integer, page[number] integer, source__slug"],
  ["several", "show_after boolean, notify_before integer, send_to, reply_to, ship_from, ship_to, bill_to, copy_from"],
  ["several", "opt_in boolean, opt_out boolean, logged_in boolean, signed_in boolean, walk_in boolean, sort_in"],
  ["several", "filter, filter_id integer, filter_name, filters list, q, query, search"],
  ["several", "created_by, created_by_id integer, updated_by, updated_on moment, created_at moment, deleted boolean"],
  ["several", "page[limit] integer, page[offset] integer, page[after], page[before], sort, include, fields[people] list"],
  ["several", "min_price number, max_price number, min_date date, max_date date, from date, to date"],
  ["several", "range, step integer, start moment, end moment, time moment, timeout integer, limit integer, max_lines integer"],
  ["several", "location[lat] number, location[lng] number, location[radius] integer, bounds[ne], bounds[sw]"],
  ["several", "user.email, user.name, org.id integer, org.slug, meta.tags list"],
  ["several", "order__id integer, order__customer__id integer, order__status, product__category"],
  ["several", "next_page_after, last_seen_id integer, older_than_id integer, thumbnail_max integer, tokens_max integer, retry_after integer"],
  ["several", "startAfter, endBefore, pageAfter, limitTo integer, groupBy, orderBy, sortBy, dateFormat, valueFormat, signIn boolean"],
  ["several", "metadata[key], metadata[value], options[verbose] boolean, include[], expand[], ids[] integers"],
  ["several", "email_like boolean, can_contain boolean, thumbs_like integer, looks_like"],
  ["several", "country_of_birth, date_of_birth date, number_of_rooms integer, state, city, max_age integer, cache_max_age integer"],
  ["several", "height_max integer, width_max integer, quality integer, format"],
  ["several", "effective_from date, name, code"],
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
