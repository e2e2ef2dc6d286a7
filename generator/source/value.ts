/**
 * A value of a description, as read from YAML or JSON. Objects are Maps, so that key order is the document's order
 * (plain objects move integer-like keys to the front) and no key, `__proto__` included, is special.
 */
export type SourceValue = null | boolean | number | string | SourceArray | SourceObject;
export type SourceArray = readonly SourceValue[];
export type SourceObject = ReadonlyMap<string, SourceValue>;

export const isSourceObject = (value: SourceValue | undefined): value is SourceObject => value instanceof Map;

export const isSourceArray = (value: SourceValue | undefined): value is SourceArray => Array.isArray(value);
