import { isIriReference } from "./iri-reference.js";

const scheme = /^[a-z][a-z\d+.-]*:/i;

/** Whether `value` is an IRI, which starts with its scheme: RFC 3987, section 2.2. */
export function isIri(value: string): boolean {
  return scheme.test(value) && isIriReference(value);
}
