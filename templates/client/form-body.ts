import { type FieldTables, isAboutForm, isReady, readFiles, withoutFiles, type WrittenForm } from "./form.js";
import type { BodyForm } from "./operation-table.js";

/** The form of an operation's body, by what is known of its fields and what writes them. */
export const formBody = (fields: FieldTables, write: (value: object, fields: FieldTables, mediaType: string) => WrittenForm): BodyForm => ({
  read: (value, signal) => readFiles(value, fields, signal),
  check: (value, validate) => {
    if (validate === undefined || isReady(value)) return [];
    return (validate(withoutFiles(value, fields)).issues ?? []).filter((issue) => isAboutForm(issue, fields));
  },
  // the platform knows the boundary of a form of its own
  write: (value, mediaType) => (isReady(value) ? { body: value, contentType: value instanceof FormData ? undefined : mediaType } : write(value as object, fields, mediaType)),
});
