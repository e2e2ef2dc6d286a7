import { suggest } from "../diagnostics/suggest.js";
import type { Contract, Operation } from "../model/contract.js";
import { child, type Pointer } from "../source/pointer.js";
import { valueAt } from "../source/resolve.js";
import type { Check } from "./check.js";

/** Where the requirements of an operation stand: its own replace those of the document. */
const requirementsAt = ({ document }: Contract, { pointer }: Operation): Pointer => {
  const own = child(pointer, "security");
  return valueAt(document, own) === undefined ? "/security" : own;
};

/** A security requirement names schemes of `components/securitySchemes` (OpenAPI 3.1 §4.8.30). */
export const securitySchemes: Check = (contract, report) => {
  const known = contract.securitySchemes.map((scheme) => scheme.name);
  const reported = new Set<string>();
  for (const operation of contract.operations)
    operation.security.forEach((requirement, index) => {
      for (const { scheme } of requirement) {
        if (known.includes(scheme) || reported.has(scheme)) continue;
        reported.add(scheme);
        const near = suggest(scheme, known);
        report("security-scheme-unknown", {
          message: `the security scheme ${JSON.stringify(scheme)} is not defined`,
          at: { pointer: child(requirementsAt(contract, operation), index, scheme), part: "key" },
          ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
        });
      }
    });
};
