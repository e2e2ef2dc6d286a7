import { suggest } from "../diagnostics/suggest.js";
import type { Check } from "./check.js";

/** A security requirement names schemes of `components/securitySchemes` (OpenAPI 3.1 §4.8.30). */
export const securitySchemes: Check = (contract, report) => {
  const known = contract.securitySchemes.map((scheme) => scheme.name);
  const reported = new Set<string>();
  for (const operation of contract.operations)
    for (const { scheme } of operation.security.flat()) {
      if (known.includes(scheme) || reported.has(scheme)) continue;
      reported.add(scheme);
      const near = suggest(scheme, known);
      report("security-scheme-unknown", {
        message: `the security scheme ${JSON.stringify(scheme)} is not defined`,
        at: { pointer: operation.pointer },
        ...(near === undefined ? {} : { hint: `did you mean ${JSON.stringify(near)}?` }),
      });
    }
};
