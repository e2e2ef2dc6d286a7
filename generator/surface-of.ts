import { createCollector } from "./diagnostics/collector.js";
import type { Contract } from "./model/contract.js";
import { makePlan } from "./plan/make-plan.js";
import type { Choices } from "./generate-package.js";
import { makeSurface } from "./surface/make-surface.js";
import type { Surface } from "./surface/surface.js";

/** The surface of the package that a contract leads to, without making the package. What planning finds is for `generate` to tell. */
export const surfaceOf = (contract: Contract, { representation, names }: Pick<Choices, "representation" | "names"> = { representation: {}, names: {} }): Surface =>
  makeSurface(makePlan(contract, "package", createCollector().report, representation, names));
