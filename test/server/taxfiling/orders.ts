import type { EscapedText } from "./servicestack-json.js";
import { parseIsoDuration, writeIsoDuration } from "./iso-duration.js";
import { type MsDate, writeMsDate } from "./ms-date.js";

/** A product to which an account is subscribed, as it is answered. */
export interface Product {
  readonly id: number;
  readonly index: number;
  readonly name: string;
  readonly version: string;
  readonly tags: readonly string[];
}

/** A date as it is answered. */
export const dateText = (date: MsDate): EscapedText => ({ escapedText: writeMsDate(date) });

/** Invented: the same product for everyone. */
export const products: readonly Product[] = [{ id: 1, index: 0, name: "Elster", version: "1.0", tags: ["tax", "Umsatzsteuer"] }];

const ticksPerMs = 10_000;

const start = Date.UTC(2021, 0, 1);

/**
 * Invented: one order of an account, which took the given duration. Its dates are of both kinds, and what is null is left
 * out when it is written.
 */
export const orderOf = (accountNumber: number, duration: string): Readonly<Record<string, unknown>> => {
  const ticks = parseIsoDuration(duration);
  if (ticks === undefined) throw new TypeError(`${duration} is no duration`);
  return {
    id: accountNumber,
    productId: 1,
    accountId: accountNumber,
    name: "Registration",
    serviceName: null,
    requestTimestamp: dateText({ ms: start, kind: "utc" }),
    responseTimestamp: dateText({ ms: start + Math.floor(ticks / ticksPerMs), kind: "utc" }),
    requestHttpMethod: "POST",
    requestDuration: writeIsoDuration(ticks),
    responseStatusCode: "OK",
    creationDate: dateText({ ms: start, kind: "unspecified" }),
    expiryDate: null,
    isTest: true,
  };
};
