import type { Check } from "./check.js";
import { contradictingRules } from "./contradicting-rules.js";
import { endlessSchemas } from "./endless-schemas.js";
import { enumTypes } from "./enum-types.js";
import { extensionShapes } from "./extension-shapes.js";
import { objectFields } from "./object-fields.js";
import { pathParameters } from "./path-parameters.js";
import { ruleFields } from "./rule-fields.js";
import { securitySchemes } from "./security-schemes.js";

export const checks: readonly Check[] = [ruleFields, contradictingRules, extensionShapes, objectFields, pathParameters, securitySchemes, enumTypes, endlessSchemas];
