import type { Issue } from "../issue.js";
import type { RetryOptions } from "./retry.js";
import type { CreditStore, SchemeTables } from "./secrets.js";
import type { AnyRepresentation, PlainRepresentation, Representation } from "./wire/representation.js";

/** A request as hooks see it, without any secret. */
export interface RequestInfo {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** 1 for the first. */
  readonly attempt: number;
}

export interface ResponseInfo extends RequestInfo {
  readonly status: number;
  readonly responseHeaders: Headers;
  /** From the request to the headers of the answer. */
  readonly milliseconds: number;
}

/** An answer that is not what the description says: no message holds a value. */
export interface ResponseWarning {
  readonly operation: string;
  readonly status: number;
  readonly issues: readonly Issue[];
}

export type ResponseValidation = "off" | "warn" | "strict";

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What all clients take; a package adds its servers and credentials. */
export interface CommonOptions {
  /** The platform's own where left out. */
  readonly fetch?: Fetch;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for each attempt: 30,000 unless told otherwise. */
  readonly timeout?: number;
  /** Milliseconds for all attempts of a request together, waiting included: no limit unless told otherwise. */
  readonly deadline?: number;
  readonly retry?: RetryOptions | false;
  /** What becomes of an answer that breaks the description: nothing (`off`, the default), a warning, or an error. */
  readonly validate?: ResponseValidation;
  /** Where is told of answers that are not what the description says, and are no errors; the console where left out. */
  readonly onWarning?: (warning: ResponseWarning) => void;
  /** Before each attempt, secrets hidden. */
  readonly onRequest?: (request: RequestInfo) => void;
  /** After each attempt that was answered, secrets hidden. */
  readonly onResponse?: (response: ResponseInfo) => void;
  /** Ends all requests of the client. */
  readonly signal?: AbortSignal;
}

type Credentials = Readonly<Record<string, unknown>>;

export interface ClientState extends CommonOptions {
  readonly baseUrl: string;
  /** The address is one of the description's. Another one holds for every operation, also for those that have servers of their own. */
  readonly isDescribed?: boolean;
  readonly representation: Representation;
  readonly schemes: SchemeTables;
  readonly credentials?: Credentials | (() => Credentials | Promise<Credentials>) | undefined;
}

/** Requests of one client wait together after a 429. */
interface Pause {
  until: number;
}

/**
 * Speaks to one server with one set of credentials; the operations are functions that take it. `Shown` tells how values of some
 * formats stand in the program.
 */
export class ApiClient<out Shown extends AnyRepresentation = PlainRepresentation> {
  readonly #state: ClientState;
  readonly #pause: Pause = { until: 0 };
  readonly #credits: CreditStore = new WeakMap();

  constructor(state: ClientState) {
    this.#state = state;
  }

  get baseUrl(): string {
    return this.#state.baseUrl;
  }

  /** How values of some formats stand in the program. */
  get representation(): Shown {
    // `openClient` and the type that it gives are made of the same options
    return this.#state.representation as AnyRepresentation as Shown;
  }

  get [Symbol.toStringTag](): string {
    return "ApiClient";
  }

  /** For logs: nothing but the address. */
  toJSON(): { readonly baseUrl: string } {
    return { baseUrl: this.baseUrl };
  }

  /** For the operations of the package. Throws a TypeError for what is none of its clients. */
  static stateOf(client: AnyClient): ClientState {
    if (typeof client !== "object" || client === null || !(#state in client)) throw new TypeError("the first argument must be a client that createClient of this package made");
    return client.#state;
  }

  /** For the operations of the package. */
  static creditsOf(client: AnyClient): CreditStore {
    return client.#credits;
  }

  /** For the operations of the package. */
  static pauseOf(client: AnyClient): Pause {
    return client.#pause;
  }
}

export type AnyClient = ApiClient<AnyRepresentation>;

/** `https://api.example.org/v1`, without a slash at its end. Throws a TypeError for what is no such address. */
export const checkedBaseUrl = (text: string): string => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new TypeError("baseUrl must be an absolute address such as https://api.example.org");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new TypeError("baseUrl must begin with https: or http:");
  if (url.username !== "" || url.password !== "") throw new TypeError("baseUrl must hold no user name or password");
  if (url.search !== "" || url.hash !== "") throw new TypeError("baseUrl must hold no query and no fragment");
  return url.href.replace(/\/+$/, "");
};
