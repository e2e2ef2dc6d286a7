import type { ReceivedRequest } from "./received-request.js";

/** An answer that is written down beforehand: 429, 500, 503, 401, 403, or whatever else. */
export interface CannedFault {
  readonly kind?: never;
  readonly status: number;
  /** The header Retry-After, in seconds or as an HTTP date. */
  readonly retryAfter?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `application/json` unless told. */
  readonly contentType?: string;
  /** An error in the form of the API unless told. */
  readonly body?: string;
  /** The request is carried out, and only then answered so, as by a proxy that lost patience. */
  readonly applied?: boolean;
}

/** Faults that change what is answered. */
export type ContentFault =
  | CannedFault
  /** `afterLines` whole lines, then half a line, and an orderly end. */
  | { readonly kind: "truncate"; readonly afterLines: number }
  /** The line of this number, from 1, is not JSON. */
  | { readonly kind: "brokenLine"; readonly line: number }
  | { readonly kind: "gzip" }
  /** To the same path on this origin (below `/moved`), on the other origin, or to any URL. */
  | { readonly kind: "redirect"; readonly status: 301 | 302 | 303 | 307 | 308; readonly to: "same" | "other" | URL }
  /** A page of a proxy where JSON is expected. */
  | { readonly kind: "html"; readonly status?: number }
  | { readonly kind: "empty"; readonly status?: number }
  | { readonly kind: "invalidJson"; readonly status?: number };

/** Faults of the way there and back. */
export type TransportFault =
  /** The true answer, but only after the promise. For tests of concurrency without sleeping. */
  | { readonly kind: "wait"; readonly until: Promise<unknown> }
  /** The true answer in pieces, each after a delay. */
  | { readonly kind: "slow"; readonly delayMs: number; readonly chunkBytes?: number }
  /** Half of the true answer, then the connection is reset. */
  | { readonly kind: "half" }
  /** Half of the true answer, then nothing, until someone closes. */
  | { readonly kind: "stall" }
  /** The connection is reset before any answer; nothing is carried out. */
  | { readonly kind: "reset" }
  /** Never answered, until someone closes; nothing is carried out. */
  | { readonly kind: "hang" }
  /** The request is carried out, then the connection is reset without an answer. */
  | { readonly kind: "applyThenDie" };

/** One thing that goes wrong with one request. */
export type Fault = ContentFault | TransportFault;

/** The faults of one origin. They come before everything else, the check of the credentials included. */
export interface Faults {
  /** Puts a fault at the end of the queue; each request takes one from its front. */
  readonly next: (fault: Fault, times?: number) => void;
  /** Is asked for each request that found the queue empty. */
  readonly choose: (choice: (request: ReceivedRequest) => Fault | undefined) => void;
  readonly clear: () => void;
  /** How many faults are in the queue. */
  readonly pending: () => number;
}

/** The two ends of the queue: one for tests, one for the origin. */
export interface FaultQueue {
  readonly faults: Faults;
  readonly take: (request: ReceivedRequest) => Fault | undefined;
}

/** A queue without faults. */
export const createFaults = (): FaultQueue => {
  let queue: readonly Fault[] = [];
  let chosen: (request: ReceivedRequest) => Fault | undefined = () => undefined;
  return {
    faults: {
      next: (fault, times = 1) => {
        queue = [...queue, ...Array.from({ length: times }, () => fault)];
      },
      choose: (choice) => {
        chosen = choice;
      },
      clear: () => {
        queue = [];
        chosen = () => undefined;
      },
      pending: () => queue.length,
    },
    take: (request) => {
      const [first, ...rest] = queue;
      queue = rest;
      return first ?? chosen(request);
    },
  };
};
