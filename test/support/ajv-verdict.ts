import { Ajv2020, type Options } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import type { JsonValue } from "../../generator/code/json-value.js";
import { type Format, formats } from "../../generator/formats/index.js";
import { toPlain } from "../../generator/source/to-plain.js";
import type { SourceObject } from "../../generator/source/value.js";
import { disagreements } from "../formats/support/ajv-disagreements.js";

export type Verdict = (value: JsonValue) => boolean;

/** ajv-formats where it means the same as we do, our own check elsewhere: the keyword is compared here, not the format. */
const addFormats = (ajv: Ajv2020): void => {
  ajvFormats.default(ajv, { mode: "full" });
  const theirs = new Set(Object.keys(ajv.formats));
  for (const format of Object.values<Format>(formats)) {
    if (theirs.has(format.name) && disagreements[format.name] === undefined && format.asserts) continue;
    const { name, appliesTo, asserts, check } = format;
    if (appliesTo === "number") ajv.addFormat(name, { type: "number", validate: (value: number) => !asserts || check(value) });
    else ajv.addFormat(name, { type: "string", validate: (value: string) => !asserts || check(value) });
  }
};

/** Ajv as the standard wants it, with our formats. */
/** Patterns that only compile without the flag `u` are taken without, as generated code does. */
const regExp = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: "new RegExp" },
);

export const createAjv = (options: Options = {}): Ajv2020 => {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    // otherwise Ajv 8.20 skips what follows a `prefixItems` on a list that is shorter
    allErrors: true,
    // "toString" is a property only where the value has it
    ownProperties: true,
    // 0.3 is a multiple of 0.1
    multipleOfPrecision: 9,
    code: { regExp },
    ...options,
  });
  addFormats(ajv);
  return ajv;
};

/** Ajv's verdict, under JSON Schema 2020-12, on what stands at a pointer of the document. */
export const ajvVerdict = (document: SourceObject): ((pointer: string) => Verdict) => {
  const ajv = createAjv();
  ajv.addSchema({ $id: "urn:test:document", components: (toPlain(document) as { readonly components: unknown }).components });
  return (pointer) => {
    const validate = ajv.compile({ $ref: `urn:test:document#${encodeURI(pointer)}` });
    return (value) => validate(value);
  };
};
