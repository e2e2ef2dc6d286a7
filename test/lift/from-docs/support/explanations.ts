import type { Row } from "./differences.js";

/** Why descriptions made of the texts differ from those written by hand. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  readonly applies: (row: Row) => boolean;
}

const at = ({ places, field }: Row): string => (field === "" ? (places[0] ?? "") : field);

const matching =
  (form: RegExp) =>
  (row: Row): boolean =>
    form.test(at(row));

/** The first that applies to a difference explains it. */
export const explanations: readonly Explanation[] = [
  {
    title: "Operations on other pages",
    text: "The pages of single users and the synchronous twin of the batch are no part of the texts.",
    applies: (row) => row.spec === "there" && /^[A-Z]+ \S+$/.test(at(row)),
  },
  {
    title: "Answers that are documented elsewhere, or not at all",
    text: "The text of the list shows one answer, that of the invitation none; the errors are those of the bulk write, and of ServiceStack's documentation. A missing answer is marked.",
    applies: (row) => row.spec === "there" && /^[A-Z]+ \S+ \d{3}$/.test(at(row)),
  },
  {
    title: "Titles, versions, hosts",
    text: "The texts name the application only, a version or none, and the host of a sample. The rest comes from overview pages, or was chosen.",
    applies: matching(/^(?:title|version|servers)$/),
  },
  {
    title: "How callers authenticate with the tax service",
    text: "The text names a role and permissions, and no scheme. The three of `spec/` are what ServiceStack offers, and marked there as unknown; here there is none, and the gap is marked.",
    applies: matching(/^scheme |^POST \/async\/accounts\/batch security$/),
  },
  {
    title: "Parameters that the sample request leaves out",
    text: "The five arrays of objects stand on the page with their names, and neither in the text nor in the URL of its sample.",
    applies: (row) => row.spec === "there" && / \?(?:customer_columns|global_realestates|global_segments|tags|work_engagements)$/.test(at(row)),
  },
  {
    title: "Types and limits of parameters that a URL does not show",
    text: "The names of these parameters come from the URL of the sample, in which `1` says that it is an integer and nothing of its format or of the least value. What can be ordered by was inferred by hand.",
    applies: matching(/\?(?:_page|_page_size) (?:format|minimum)$|\?_order_by\[\] enum$/),
  },
  {
    title: "Formats of filter values",
    text: "The type of a filter's value is that of its field. What the field has from other pages is missing here as well.",
    applies: matching(/ \?\w+ (?:format|enum)$/),
  },
  {
    title: "The same rule in another place",
    text: "The overlay adds a rule as one more member of `allOf`, where it cannot get in the way of what is there. It means the same. It adds it to the answer as well, where `spec/` leaves it to the text.",
    applies: (row) => /x-query-rules$|^anyOf$|^allOf$/.test(at(row)),
  },
  {
    title: "Extensions that a person adds",
    text: "Pages, streams and bulk writes are conventions between operations and their parameters. No text says so in words that could be read, so nothing is guessed.",
    applies: matching(/ x-(?:pagination|stream|bulk)$/),
  },
  {
    title: "Limits, formats and patterns from other pages",
    text: "The list of fields prints types only. Formats and least lengths are inferred where a sample shows them, as those of `org_no`, `fmi`, `ssn` and `username`; the greatest lengths, `luhn`, 32 bits, references and patterns are on the page of the entity.",
    applies: matching(/^(?!orders|products|index|account)[\w.[\]]+ (?:maxLength|format|pattern|minimum|maximum)$/),
  },
  {
    title: "What is inside of references and lists",
    text: "The field list prints `organization` and `role` as objects without fields, and the instructions as lists of nothing. Both are marked as unknown; in `spec/` they follow from pages of other entities.",
    applies: matching(/^(?:organization|role)\.id required$|_distribution_instruction\[\] type$/),
  },
  {
    title: "What only the server writes",
    text: "`readOnly` is printed on pages of other entities.",
    applies: matching(/ readOnly$/),
  },
  {
    title: "A body of any value",
    text: "The text shows that the invitation takes JSON and nothing else of it. That it is documented as any is on the page.",
    applies: (row) => /^(?:application\/json|type)$/.test(at(row)) && row.places.every((place) => place.includes("/invite/")),
  },
  {
    title: "`RefId`",
    text: "The table prints `int?` and yet requires it. Here null is allowed, the widest reading, and marked; the generated code of the service shows a plain number.",
    applies: matching(/refId type$/),
  },
  {
    title: "Knowledge about the fields of an account",
    text: "That secrets are secrets, that a name is not empty, and that it is unique within a batch was concluded by hand, and is marked so in `spec/`. \"The unique user name\" is no sentence that states a rule.",
    applies: matching(/(?:salt|passwordHash|digestHa1Hash) format$|userName (?:minLength|x-unique)$|x-unique-by$/),
  },
  {
    title: "Other formats of ServiceStack",
    text: "The page shows one format, the others have pages of their own.",
    applies: (row) => row.spec === "not described" && row.made === undefined,
  },
  {
    title: "Types that the page shows by sample only",
    text: "Results, products and orders have no table on the page. A sample says neither what is required or null, nor which kind of number 0 is, nor the other names of an enum. All of it is marked.",
    applies: matching(/^(?:index|products|orders)/),
  },
];
