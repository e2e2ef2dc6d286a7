import type { CatalogEntry } from "./catalog-entry.js";

/** Codes of overlays. */
export const overlays = {
  "overlay-extends": {
    severity: "warning",
    title: "Overlay for another description",
    cause: "`extends` of the overlay names another file than the one that it is applied to.",
    mend: "Apply it to the description that it names, or correct `extends`; it is relative to the overlay.",
  },
  "overlay-invalid": {
    severity: "error",
    title: "Not an overlay",
    cause: "A member of the overlay is missing, unknown, or of another shape than the Overlay specification asks for.",
    mend: "Give it the shape that the Overlay specification asks for; names of your own begin with `x-`.",
  },
  "overlay-limit": {
    severity: "error",
    title: "An overlay that puts too much into the description",
    cause: "With this action, overlays would put more than 200,000 values into the description. An action whose JSONPath also leads to what earlier ones put there multiplies it.",
    mend: "Name the targets more closely, without `..`.",
    showMend: true,
  },
  "overlay-mismatch": {
    severity: "error",
    title: "Update that does not fit its target",
    cause: "Objects are merged with objects, lists are joined with lists, and single values replace single values; nothing else can be merged.",
    mend: "Remove the target with an action of its own first, or update what is around it.",
  },
  "overlay-no-effect": {
    severity: "warning",
    title: "Action that says nothing",
    cause: "The action has a target, but says neither what to put there nor that it goes.",
    mend: "Give it `update` or `remove: true`, or take the action out.",
  },
  "overlay-no-match": {
    severity: "warning",
    title: "Action that matches nothing",
    cause: "The JSONPath of the action selects nothing in the description, as the actions before it left it; other files are not searched.",
    mend: "Correct the JSONPath, or take the action out.",
  },
  "overlay-path-invalid": {
    severity: "error",
    title: "Not a JSONPath query",
    cause: "The text is no query as RFC 9535 has it.",
    mend: "Correct it; names other than letters, digits and `_` stand in brackets and quotes: `$.paths['/pets'].get`.",
    showMend: true,
  },
  "overlay-version": {
    severity: "error",
    title: "Overlay version missing or unknown",
    cause: "The root has no `overlay` field, or one that does not name version 1.0 or 1.1.",
    mend: "Write `overlay: 1.1.0` (or 1.0.0) at the root.",
    showMend: true,
  },
  "overlay-version-newer": {
    severity: "warning",
    title: "Overlay that does more than its version knows",
    cause: "Overlay 1.0 only knows targets that are objects or lists; the action is carried out as 1.1 has it.",
    mend: "Write `overlay: 1.1.0`.",
    showMend: true,
  },
} as const satisfies Record<string, CatalogEntry>;
