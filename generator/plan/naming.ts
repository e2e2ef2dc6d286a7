import type { Report } from "../diagnostics/collector.js";
import type { Pointer } from "../source/pointer.js";
import type { Allocator, Derive } from "./allocator.js";
import { type Renames, reportUnavailable } from "./renames.js";

/** What hands out names: those of the configuration go before those of the description. */
export interface Naming {
  readonly names: Allocator;
  readonly renames: Renames;
  readonly report: Report;
}

/** The name that the configuration gives, if it can be had, or else the one that the description leads to. */
export const wantedName = (given: string | undefined, own: string, derive: Derive, pointer: Pointer, { names, report }: Naming): string => {
  if (given === undefined || names.areFree(given, derive)) return given ?? own;
  reportUnavailable(given, pointer, report);
  return own;
};
