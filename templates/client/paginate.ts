import type { AnyClient } from "./client.js";
import { ApiError, NetworkError } from "./errors.js";
import { contextOf } from "./draft.js";
import { call } from "./operation.js";
import type { CallInput, OperationTable } from "./operation-table.js";

/** How far a list has come. */
export interface PageProgress {
  /** Items so far. */
  readonly done: number;
  /** Always 0: a list rejects nothing. */
  readonly rejected: number;
  /** Of the answers, in UTF-16 code units. */
  readonly bytes: number;
}

export interface PaginateOptions {
  /** Items of a page: 100 unless told otherwise, or as many as the description allows. */
  readonly pageSize?: number | undefined;
  /** The first page: 1 unless told otherwise, or 0 where the description begins with it. */
  readonly page?: number | undefined;
  readonly onProgress?: ((progress: PageProgress) => void) | undefined;
}

/** The items of a list one by one, or with `pages()` page by page. The next page is asked for when the last one is taken. */
export interface Pages<Item> extends AsyncIterable<Item> {
  readonly pages: () => AsyncGenerator<readonly Item[], void, undefined>;
}

/** Where a list begins, and how long its pages are. */
interface Start {
  readonly page: number;
  readonly pageSize: number;
}

const usual: Start = { page: 1, pageSize: 100 };

/** Where the items stand in an answer: `[]` for the answer itself. */
const itemsIn = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : undefined), value);

/** What tells the items of a page from those of another; an envelope around them may differ though they do not. */
const markOf = (items: readonly unknown[], path: readonly string[], text: string): string =>
  path.length === 0 ? text : JSON.stringify(items, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));

async function* pagesOf<Item>(client: AnyClient, table: OperationTable, path: readonly string[], input: CallInput & PaginateOptions, start: Start): AsyncGenerator<readonly Item[], void, undefined> {
  const { pageSize = start.pageSize, page: first = start.page, onProgress, ...rest } = input;
  const fail = (message: string): never => {
    throw new NetworkError(message, contextOf(client, table, table.path));
  };
  let before: string | undefined;
  let [done, bytes] = [0, 0];
  for (let page = first; ; page++) {
    // the options carry the filters unchanged from page to page
    const options: object = { ...rest, page, pageSize };
    const outcome = await call(client, table, options).catch((error: unknown) => {
      // behind the last full page some servers find nothing
      if (page > first && error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    });
    if (outcome === undefined) return;
    const { value, content } = outcome;
    const items = itemsIn(value, path);
    if (!Array.isArray(items)) return fail(`page ${page} has no list of items`);
    if (items.length === 0) return;
    const { text = "" } = content;
    const mark = markOf(items, path, text);
    if (mark === before) return fail(`page ${page} is the same as the one before it: the server does not turn pages`);
    before = mark;
    done += items.length;
    bytes += text.length;
    onProgress?.({ done, rejected: 0, bytes });
    yield items;
    if (items.length < pageSize) return;
  }
}

/** The items of all pages. Ends with the first page that is shorter than asked for. */
export const paginate = <Item>(client: AnyClient, table: OperationTable, path: readonly string[], input: object = {}, start: Start = usual): Pages<Item> => {
  const pages = (): AsyncGenerator<readonly Item[], void, undefined> => pagesOf(client, table, path, input, start);
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const items of pages()) yield* items;
    },
  };
};
