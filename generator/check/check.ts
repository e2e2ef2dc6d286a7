import type { Report } from "../diagnostics/collector.js";
import type { Contract } from "../model/contract.js";

/** A rule over the whole contract. It reports all that it finds. */
export type Check = (contract: Contract, report: Report) => void;
