import { Document, visit } from "./yaml.js";
import type { SourceValue } from "./value.js";

/** A byte order mark is taken away where a document begins; U+0085 and the like end a line for some readers. */
const unsafe = /[\uFEFF\u0085\u2028\u2029]/;

/** Spaces for each level, and whether lists in objects stand one level further than their key. */
export interface YamlLayout {
  readonly indent: number;
  readonly indentSeq: boolean;
}

/** The value as YAML text in block style; long texts are not folded. */
export const stringifyYaml = (value: SourceValue, layout: YamlLayout = { indent: 2, indentSeq: true }): string => {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (position, scalar) => {
      // without quotes, `<<` would be a merge key
      const isMergeKey = position === "key" && scalar.value === "<<";
      if (isMergeKey || (typeof scalar.value === "string" && unsafe.test(scalar.value))) scalar.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0, ...layout });
};
