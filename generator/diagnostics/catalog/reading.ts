import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of reading one file: bytes, YAML or JSON, and the root of the document. */
export const reading = {
  "depth-exceeded": {
    severity: "error",
    title: "Nested too deeply",
    cause: "Objects and lists stand inside each other more than 500 levels deep.",
    mend: "Move inner schemas to `components` and refer to them with `$ref`.",
    showMend: true,
  },
  "encoding-unsupported": {
    severity: "error",
    title: "No text",
    cause: "The file is binary or UTF-32, or holds bytes that are not valid UTF-8, or UTF-16.",
    mend: "Save the file as UTF-8.",
    showMend: true,
  },
  "file-empty": {
    severity: "error",
    title: "Empty file",
    cause: "The file holds no value, only white space or comments.",
    mend: "Write the description into the file, or name another one.",
  },
  "file-missing": {
    severity: "error",
    title: "No such file",
    cause: "The description does not exist, or what is named is a folder, a URL, a device, or a file that this user may not read.",
    mend: "Check the path; it is relative to the working directory.",
  },
  "json-duplicate-key": {
    severity: "error",
    relaxable: true,
    title: "Key written twice (JSON)",
    cause: "The same key stands twice in one JSON object, and programs differ in which value they keep; this one keeps the first.",
    mend: "Rename or remove one of the two.",
  },
  "json-syntax": {
    severity: "error",
    title: "Not well-formed JSON",
    cause: "The text breaks a rule of JSON at this place.",
    mend: "Repair the syntax; comments and trailing commas are not part of JSON.",
  },
  "openapi-version": {
    severity: "error",
    title: "OpenAPI version missing or unknown",
    cause: "The root has no `openapi` field, or one that does not name version 3.0, 3.1 or 3.2.",
    mend: 'Write `openapi: "3.1.0"` (or the 3.0 or 3.2 version the document follows) at the root.',
    showMend: true,
  },
  "root-not-object": {
    severity: "error",
    title: "The document is not an object",
    cause: "The root of an OpenAPI document has to be an object with `openapi`, `info` and `paths`.",
    mend: "Check that the file is an OpenAPI document.",
  },
  "swagger-2": {
    severity: "error",
    title: "Swagger 2.0",
    cause: "The document is written for Swagger 2.0, whose parameters and bodies have another shape.",
    mend: "Convert it once: `npx swagger2openapi swagger.yaml --outfile openapi.yaml`.",
    showMend: true,
  },
  "yaml-alias-limit": {
    severity: "error",
    title: "Aliases expand too far",
    cause: "The aliases (`*name`) of the file stand for far more values than are written, or for themselves.",
    mend: "Use `$ref` to `components` in place of aliases inside aliases.",
    showMend: true,
  },
  "yaml-duplicate-key": {
    severity: "error",
    relaxable: true,
    title: "Key written twice (YAML)",
    cause: "The same key stands twice in one YAML mapping, so one of the two values would be lost; the first is kept.",
    mend: "Rename or remove one of the two.",
  },
  "yaml-multiple-documents": {
    severity: "error",
    title: "Several YAML documents in one file",
    cause: "A `---` line begins a second document, which would be ignored.",
    mend: "Keep one document per file.",
    showMend: true,
  },
  "yaml-syntax": {
    severity: "error",
    title: "Not well-formed YAML",
    cause: "The text breaks a rule of YAML 1.2 at this place.",
    mend: "Repair the syntax; a text with `: `, `#`, `{` or a leading `@`, `*`, `&`, `%` needs quotes.",
  },
  "yaml-tag-unknown": {
    severity: "warning",
    title: "YAML tag without meaning here",
    cause: "A tag such as `!Name` is not part of the YAML core schema, so the value is read as if it had none.",
    mend: "Remove the tag.",
    showMend: true,
  },
} as const satisfies Record<string, CatalogEntry>;
