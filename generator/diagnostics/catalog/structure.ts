import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of the OpenAPI objects around the schemas: operations, parameters, bodies, security. */
export const structure = {
  "field-unknown": {
    severity: "warning",
    title: "Field that the standard does not have",
    cause: "An object of the description has a member that OpenAPI does not know in this place, so nothing reads it; often it is misspelt.",
    mend: "Correct its name, move it to where it belongs, or begin it with `x-`.",
  },
  "object-invalid": {
    severity: "warning",
    title: "Object that the standard forbids",
    cause: "The members of an object contradict each other or their place, as the standard has it; what is generated does not depend on them.",
    mend: "Remove one of the members that the message names.",
  },
  "operation-id-duplicate": {
    severity: "error",
    title: "Two operations with the same operationId",
    cause: "`operationId` has to be unique in the document, since functions and types are named after it.",
    mend: "Rename one of them.",
  },
  "operation-id-missing": {
    severity: "warning",
    title: "Operation without operationId",
    cause: "Without `operationId` the name is made from method and path, and changes when they do.",
    mend: "Give the operation an `operationId`.",
  },
  "parameter-collision": {
    severity: "error",
    title: "Two parameters that cannot be told apart",
    cause: "Two parameters of one operation have the same name and place, or are written the same way in the query.",
    mend: "Remove or rename one of them.",
  },
  "parameter-invalid": {
    severity: "error",
    title: "Parameter that cannot be written",
    cause: "The parameter breaks a rule of OpenAPI, such as a style that its place or its type does not allow.",
    mend: "Correct `in`, `style`, `explode`, `schema` or `content` of the parameter.",
  },
  "path-parameter-missing": {
    severity: "warning",
    title: "Path and path parameters disagree",
    cause: "The path has a `{name}` without a parameter, or a path parameter has no `{name}` in the path.",
    mend: "Declare the parameter with `in: path` and `required: true`, or correct the path.",
  },
  "security-scheme-unknown": {
    severity: "warning",
    title: "Security requirement without a scheme",
    cause: "`security` names a scheme that `components.securitySchemes` does not define.",
    mend: "Define the scheme or correct its name.",
  },
  "structure-invalid": {
    severity: "error",
    title: "Member of the wrong shape",
    cause: "OpenAPI wants another kind of value here, for example an object where a list stands.",
    mend: "Give the member the shape that the OpenAPI specification asks for.",
  },
  "types-failed": {
    severity: "error",
    title: "openapi-typescript cannot read the document",
    cause: "The plain types are written by openapi-typescript, which refuses the document for the reason that it gives.",
    mend: "Correct what it names; Redocly's lint finds the same faults with their places.",
  },
} as const satisfies Record<string, CatalogEntry>;
