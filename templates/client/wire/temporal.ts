/** The part of Temporal that is used: https://tc39.es/proposal-temporal/docs/ */
interface Factory {
  readonly from: (text: string) => object;
}

export interface TemporalLike {
  readonly Instant: Factory & { readonly fromEpochMilliseconds: (milliseconds: number) => object };
  readonly PlainDate: Factory;
  readonly Duration: Factory;
}

/** Of the platform, or of a polyfill that was loaded. */
const given = (): TemporalLike | undefined => (globalThis as { readonly Temporal?: TemporalLike }).Temporal;

/** Clients that ask for it are not made without it. Throws a TypeError where it is gone. */
export const temporal = (): TemporalLike => {
  const found = given();
  if (found === undefined) throw new TypeError("globalThis.Temporal is missing");
  return found;
};
