/** When a request is sent once more. */
export interface RetryOptions {
  /** How often in all, the first included: 3 unless told otherwise. */
  readonly attempts?: number;
  /** The longest wait before the second attempt, doubled for each further one: 250 ms unless told otherwise. */
  readonly delay?: number;
  /** The longest wait of all: 20,000 ms unless told otherwise. */
  readonly maxDelay?: number;
  /** Also what is not idempotent (POST, PATCH), and may be applied twice then. */
  readonly unsafe?: boolean;
}

/** RFC 9110 §9.2.2 */
const idempotent = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]);

export interface RetryPlan {
  readonly attempts: number;
  /** For what was surely not carried out, whatever the method. */
  readonly whenRefused: number;
  readonly delay: number;
  readonly maxDelay: number;
}

export const retryPlan = (method: string, retry: RetryOptions | false | undefined): RetryPlan => {
  const { attempts = 3, delay = 250, maxDelay = 20_000, unsafe = false } = retry === false ? { attempts: 1 } : (retry ?? {});
  const whenRefused = Math.max(1, attempts);
  return { attempts: idempotent.has(method) || unsafe ? whenRefused : 1, whenRefused, delay, maxDelay };
};

/** Worth another attempt. */
export const isTransient = (status: number): boolean => status === 429 || status >= 500;

/** Full jitter: any time up to the limit, so that clients which failed together do not come back together. */
export const backoff = ({ delay, maxDelay }: RetryPlan, attempt: number, random: () => number): number =>
  random() * Math.min(maxDelay, delay * 2 ** (attempt - 1));

/** Every form of a date begins with the day of the week; engines also read dates out of what is none, such as `1.5`. */
const date = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)/i;

/** Milliseconds of a `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3); undefined where there is none to read. */
export const retryAfter = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const time = date.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
};
