/** An object that is no list: what a configuration says is not known before it is looked at. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
