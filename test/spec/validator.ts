import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import type { JsonObject } from "./description.js";

const msDate = /^\/Date\(-?\d+(?:[+-]\d{4})?\)\/$/;

/**
 * Ajv over the components of a description. `luhn` accepts everything: it is documented by name only, and the placeholders of
 * the samples do not satisfy it.
 */
export function validatorsOf(description: JsonObject): (component: string) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addFormat("luhn", true);
  ajv.addFormat("ms-date", msDate);
  ajv.addSchema({ $id: "urn:test:description", components: description["components"] });
  return (component) => ajv.compile({ $ref: `urn:test:description#/components/schemas/${component}` });
}
