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
}

/** A reference as messages show it. */
export const shown = (reference: string): string => JSON.stringify(shownUri(reference));

export const nowhere = (reference: string, why: string, near?: string): Problem => ({
  code: "ref-unresolved",
  message: `${shown(reference)} leads nowhere: ${why}`,
  ...(near !== undefined && { hint: `did you mean ${JSON.stringify(near)}?` }),
});

/** Says at which token the way of a pointer ends, and which one was probably meant. */
export const whereItEnds = (reference: string, root: SourceValue, pointer: Pointer): Problem => {
  let last = root;
  let passed = "";
  for (const token of tokens(pointer)) {
    const next = memberOf(last, token);
    if (next === undefined) {
      const near = isSourceObject(last) ? suggest(token, [...last.keys()]) : undefined;
      return nowhere(reference, `${passed === "" ? "the root" : JSON.stringify(`#${passed}`)} has no ${JSON.stringify(token)}`, near);
    }
    last = next;
    passed = child(passed, token);
  }
  return nowhere(reference, "it names nothing");
};
