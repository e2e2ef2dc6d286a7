import type { FilterDialect } from "../model/filter.js";
import { brackets } from "./brackets.js";
import { django } from "./django.js";
import { dotted } from "./dotted.js";
import { underscore } from "./underscore.js";

/** The dialects that `x-filter-dialect` can name. */
export const dialects = { brackets, django, dotted, underscore } as const satisfies Record<string, FilterDialect>;

export type DialectName = keyof typeof dialects;
