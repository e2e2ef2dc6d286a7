import { fieldList } from "./field-list.js";
import type { DocumentationForm } from "./form.js";
import { referencePage } from "./reference-page.js";
import { serviceStack } from "./service-stack.js";

/** Every form of documentation that is read; a text has the first that recognises it. */
export const forms: readonly DocumentationForm[] = [fieldList, serviceStack, referencePage];
