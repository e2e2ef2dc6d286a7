/** What a page tells of a promise: its value, or its error as far as anybody can see it. */
export type Told<Value> = { readonly value: Value; readonly error?: undefined } | { readonly error: ToldError };

export interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly cause: string | undefined;
  readonly issues: readonly unknown[] | undefined;
  /** Everything that a program could print of it. */
  readonly printed: string;
}

const printed = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Headers) return JSON.stringify([...value]);
  const members = Reflect.ownKeys(value).map((key) => printed(Reflect.get(value, key)));
  return [String(value), JSON.stringify(value), ...members].join("\n");
};

/** Waits for a promise. */
export const told = async <Value>(promise: Promise<Value>): Promise<Told<Value>> => {
  try {
    return { value: await promise };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { status, issues } = error as { readonly status?: number; readonly issues?: readonly unknown[] };
    const cause = error.cause === undefined ? undefined : String(error.cause);
    return { error: { name: error.name, message: error.message, status, issues, cause, printed: printed(error) } };
  }
};
