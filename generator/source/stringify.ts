import { Document } from "./yaml.js";
import type { SourceValue } from "./value.js";

/** The value as YAML text in block style; long texts are not folded. */
export const stringifyYaml = (value: SourceValue): string =>
  new Document(value, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
