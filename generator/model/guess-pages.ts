import type { Pagination, Parameter } from "./contract.js";
import type { Schema } from "./schema.js";
import { resolved } from "./schema-at.js";

/** Words that name the number of a page, and those that name how many items it has; without marks and in lower case. */
const pageNames: ReadonlySet<string> = new Set(["page", "pagenumber", "pageno"]);
const sizeNames: ReadonlySet<string> = new Set(["pagesize", "perpage", "itemsperpage", "resultsperpage", "pagelimit", "limit", "size"]);

/** plain("page[number]") ~> "pagenumber" */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const isWhole = (schema: Schema): boolean => {
  const { type = [] } = resolved(schema).keywords;
  return type.includes("integer") || type.includes("number");
};

const onlyOne = (parameters: readonly Parameter[], names: ReadonlySet<string>): string | undefined => {
  const found = parameters.filter((parameter) => parameter.in === "query" && names.has(plain(parameter.name)) && isWhole(parameter.schema));
  return found.length === 1 ? found[0]?.name : undefined;
};

/** The two parameters of numbered pages in an operation that does not say which they are: both have to be there, and no third. */
export const guessPages = (parameters: readonly Parameter[]): Pagination | undefined => {
  const page = onlyOne(parameters, pageNames);
  const size = onlyOne(parameters, sizeNames);
  return page === undefined || size === undefined ? undefined : { page, size };
};
