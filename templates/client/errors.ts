import type { Issue } from "../issue.js";

/** The operation that failed, without anything that was sent. */
export interface ErrorContext {
  /** `listOrganizationusers` */
  readonly operation: string;
  /** `GET` */
  readonly method: string;
  /** Without the query, which holds what was searched for. */
  readonly url: string;
}

/** Whatever a client throws. No credential ever stands in one, nor in what it is made of. */
export abstract class ClientError extends Error {
  readonly operation: string;
  readonly method: string;
  readonly url: string;

  constructor(message: string, { operation, method, url }: ErrorContext, options?: ErrorOptions) {
    super(`${operation}: ${message}`, options);
    this.operation = operation;
    this.method = method;
    this.url = url;
  }
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

type NumberIn<Text> = Text extends `${infer Number extends number}` ? Number : never;

/** A status that is no success, and none of those that the description names: comparing with one of these leaves the others out. */
export type OtherStatus<Named extends number = never> = Exclude<NumberIn<`${3 | 4 | 5}${Digit}${Digit}`>, Named>;

/** The server answered, and its status is no success. */
export class ApiError<Status extends number = number, Body = unknown, Head extends Headers = Headers> extends ClientError {
  override readonly name = "ApiError";
  readonly status: Status;
  /** Without `set-cookie`. */
  readonly headers: Head;
  /** The parsed body: JSON where it is JSON, else text; undefined where there is none. */
  readonly body: Body;
  /** What the server calls the request, where a header says so. */
  readonly requestId: string | undefined;

  constructor(status: Status, answer: { readonly headers: Head; readonly body: Body; readonly requestId?: string | undefined }, context: ErrorContext) {
    super(`${context.method} ${context.url} was answered with ${status}`, context);
    this.status = status;
    this.headers = answer.headers;
    this.body = answer.body;
    this.requestId = answer.requestId;
  }
}

/** A value breaks the description: that of a request, and nothing was sent, or that of an answer in strict mode. */
export class ValidationError extends ClientError {
  override readonly name = "ValidationError";
  readonly issues: readonly Issue[];
  /** What was looked at. */
  readonly subject: "request" | "response";

  constructor(subject: "request" | "response", issues: readonly Issue[], context: ErrorContext) {
    const [first] = issues;
    const place = first === undefined || first.path.length === 0 ? "" : `${first.path.join(".")} `;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(`the ${subject} is not valid: ${place}${first?.message ?? ""}${more}`, context);
    this.subject = subject;
    this.issues = issues;
  }
}

/** An attempt, or all of them together, took too long. Whether a write was applied is not known. */
export class TimeoutError extends ClientError {
  override readonly name = "TimeoutError";
  readonly milliseconds: number;

  constructor(milliseconds: number, context: ErrorContext) {
    super(`no answer within ${milliseconds} ms`, context);
    this.milliseconds = milliseconds;
  }
}

/** There is no whole answer: no connection, a reset, a body that breaks off. Whether a write was applied is not known. */
export class NetworkError extends ClientError {
  override readonly name = "NetworkError";
  /** What the platform calls it, where it says so: `ECONNREFUSED`. */
  readonly code: string | undefined;

  constructor(message: string, context: ErrorContext, code?: string) {
    super(message, context);
    this.code = code;
  }
}

/** The caller's signal ended it; `cause` is the signal's reason. */
export class AbortError extends ClientError {
  override readonly name = "AbortError";

  constructor(context: ErrorContext, reason: unknown) {
    super("aborted", context, { cause: reason });
  }
}
