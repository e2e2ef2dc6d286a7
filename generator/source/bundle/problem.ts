import type { DiagnosticCode } from "../../diagnostics/catalog.js";
import { suggest } from "../../diagnostics/suggest.js";
import { child, type Pointer, tokens } from "../pointer.js";
import { memberOf } from "../resolve.js";
import { shownUri } from "../../diagnostics/shown-uri.js";
import { isSourceObject, type SourceValue } from "../value.js";

/** Why a reference leads nowhere. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  /** The name that was probably meant. To find it takes long where there are many. */
  readonly meant?: () => string | undefined;
}

/** A reference as messages show it. */
export const shown = (reference: string): string => JSON.stringify(shownUri(reference));

export const nowhere = (reference: string, why: string, meant?: Problem["meant"]): Problem => ({
  code: "ref-unresolved",
  message: `${shown(reference)} leads nowhere: ${why}`,
  ...(meant !== undefined && { meant }),
});

/** Says at which token the way of a pointer ends, and which one was probably meant. */
export const whereItEnds = (reference: string, root: SourceValue, pointer: Pointer): Problem => {
  let last = root;
  let passed = "";
  for (const token of tokens(pointer)) {
    const next = memberOf(last, token);
    if (next === undefined) {
      const names = isSourceObject(last) ? last : new Map<string, SourceValue>();
      const meant = (): string | undefined => suggest(token, [...names.keys()]);
      return nowhere(reference, `${passed === "" ? "the root" : JSON.stringify(`#${passed}`)} has no ${JSON.stringify(token)}`, meant);
    }
    last = next;
    passed = child(passed, token);
  }
  return nowhere(reference, "it names nothing");
};
