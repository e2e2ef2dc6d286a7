import type { PigelloServer } from "../../server/pigello-server.js";
import { filterCases } from "../support/filter-cases.js";

/** A filter as an option of a call, with what it asks for under the name that goes out. */
export interface FilterRequest {
  readonly name: string;
  readonly where: object;
  readonly operand: unknown;
}

type Filter = Readonly<Record<string, unknown>> & { readonly not?: Readonly<Record<string, unknown>> };

const operandOf = (where: Readonly<Record<string, Filter>>): unknown => Object.values(where).flatMap((filter) => Object.values(filter.not ?? filter))[0];

/** All filters with values that stand in rows. The validator takes no empty value, and no row has a plain company name. */
export const filterRequests = (server: PigelloServer): readonly FilterRequest[] =>
  filterCases(server).map(({ name, where }) => {
    const filled = JSON.parse(JSON.stringify(where).replaceAll('""', '"Bolaget"')) as Readonly<Record<string, Filter>>;
    return { name, where: filled, operand: operandOf(filled) };
  });
