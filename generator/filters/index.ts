import { brackets } from "./brackets.js";
import { camelCase } from "./camel-case.js";
import { comparison } from "./comparison.js";
import type { BuiltInDialect } from "./define-dialect.js";
import { django } from "./django.js";
import { dotted } from "./dotted.js";
import { jsonApi } from "./json-api.js";
import { netbox } from "./netbox.js";
import { underscore } from "./underscore.js";

/** The dialects that `x-filter-dialect` can name, and that detection looks for in this order. */
export const dialects = {
  "json-api": jsonApi,
  brackets,
  django,
  netbox,
  dotted,
  comparison,
  underscore,
  "camel-case": camelCase,
} as const satisfies Record<string, BuiltInDialect>;

export type DialectName = keyof typeof dialects;
