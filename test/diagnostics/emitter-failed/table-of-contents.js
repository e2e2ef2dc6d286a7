import { defineEmitter } from "openapi-sieve";

export const tableOfContents = defineEmitter({
  name: "table of contents",
  emit: ({ title }, module) => {
    const file = module("table-of-contents");
    // a text where code has to be
    file.constant({ name: "title", type: file.code`string`, value: title });
  },
});
