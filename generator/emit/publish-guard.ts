import type { TextDraft } from "../code/declaration.js";
import type { Templates } from "./runtime-modules.js";

/** Where the program stands in a package that npm runs before it publishes; it is not published itself. */
export const guardPath = ".openapi-sieve/prepublish.mjs";

/** The program: templates/prepublish.mjs as it is, which needs nothing but Node. */
export const publishGuard = (templates: Templates): TextDraft => ({ kind: "text", path: guardPath, text: templates.get("prepublish.mjs") ?? "", format: false });
